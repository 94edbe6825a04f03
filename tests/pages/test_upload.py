"""上传: what is seen is what is committed, once; nothing else is ever written."""

import io
import re

import openpyxl
from streamlit.testing.v1 import AppTest

from pages.parts.annotated_copy import made
from pages.parts.desk import Desk
from services.batches import Correction, Options, commit, history, preview
from services.ledgers import ledgers
from services.store import Store
from tests.pages.analyst import opened, seen, store
from tests.pages.workbooks import UNITS, units, workbook


def uploaded(content: bytes, name: str = "单位名册.xlsx") -> AppTest:
    app = opened("upload")
    app.file_uploader[0].upload(name, content).run()
    return app


def submit(app: AppTest) -> AppTest:
    button = next(each for each in app.button if (each.key or "").startswith("submit "))
    return button.click().run()


def brought(into: Store, content: bytes) -> int:
    """Commit a file behind the page's back."""
    return commit(into, preview(into, "别人的.xlsx", content, Options("units")), "业务员乙")


def box(app: AppTest, kind: str, name: str):
    """Give the box whose key begins with `name`; the rest of the key names the file."""
    return next(each for each in app.get(kind) if (each.key or "").startswith(name))


def test_before_a_file_the_page_says_what_can_be_uploaded() -> None:
    said = seen(opened("upload"))
    assert all(ledger.title in said and ledger.purpose in said for ledger in ledgers().values())
    assert said.count("<span>还没有数据</span>") == len(ledgers())


def test_a_file_is_read_and_shown_and_nothing_is_written() -> None:
    app = uploaded(units())
    said = seen(app)
    assert "可以提交" in said
    assert "单位名册：新增 3" in said
    assert "共 6 行：标题 1、表头 1、数据 3、说明 1" in said
    assert "不读取的列：身份证号" in said
    assert "110101199001011234" not in str(app.main)
    assert store().version() == 0


def test_what_was_seen_is_committed_and_the_page_says_so() -> None:
    app = submit(uploaded(units()))
    assert "已提交，这是第 1 批" in seen(app)
    assert app.file_uploader[0].value is None
    (batch,) = history(store())
    assert (batch.file, batch.counts["units"]["new"]) == ("单位名册.xlsx", 3)


def test_the_name_given_goes_into_the_history() -> None:
    app = uploaded(units())
    app.text_input(key="person").set_value("业务员甲").run()
    submit(app)
    assert history(store())[0].by == "业务员甲"


def test_the_same_file_again_changes_nothing() -> None:
    submit(uploaded(units()))
    app = uploaded(units())
    assert "与已有记录一致" in seen(app)
    assert submit_button(app).disabled


def submit_button(app: AppTest):
    return next(each for each in app.button if (each.key or "").startswith("submit "))


def test_a_click_after_somebody_else_committed_writes_nothing_and_says_who() -> None:
    app = uploaded(units())
    brought(store(), units((4, "市体育局", "机关", "否", "否", None)))
    submit(app)
    said = seen(app)
    assert store().version() == 1
    assert "提交了“别人的.xlsx”（第1批）：单位名册 4 条，其中 3 条也在这个文件里" in said
    assert "业务员乙在" in said
    assert "与已有记录一致" in said


def test_the_new_preview_of_an_overtaken_file_says_so_beside_the_button() -> None:
    app = uploaded(units())
    brought(store(), workbook(UNITS[0], (4, "市体育局", "机关", "否", "否", None)))
    submit(app)
    assert store().version() == 1
    assert "这已是按最新数据核对的，请看过再提交" in seen(app)
    submit(app)
    assert store().version() == 2


def test_faulty_rows_block_the_file_until_only_the_others_are_wanted() -> None:
    app = uploaded(units((4, "市体育局", "两新组织", "否", "否", None)))
    said = seen(app)
    assert "还不能提交" in said
    assert "两新组织" in said
    assert submit_button(app).disabled
    box(app, "checkbox", "only_valid").check().run()
    submit(app)
    assert history(store())[0].counts["units"]["new"] == 3
    assert "略过有错误的 1 行" in seen(app)


def test_a_refused_file_gets_one_sentence_and_no_button() -> None:
    app = uploaded(b"%PDF-1.7 not a table", "名册.xlsx")
    assert "这个文件没有读取" in seen(app)
    assert not [each for each in app.button if (each.key or "").startswith("submit ")]
    assert store().version() == 0


def test_words_of_the_file_are_only_words() -> None:
    app = uploaded(units((4, "<img src=x>", "<b>机关</b>", "否", "否", None)), "<i>名册</i>.xlsx")
    said = seen(app)
    assert "<b>机关</b>" not in said
    assert "&lt;b&gt;机关&lt;/b&gt;" in said
    assert "&lt;i&gt;名册&lt;/i&gt;.xlsx" in said


def test_the_sheet_is_drawn_and_each_fault_shown_in_its_place() -> None:
    said = seen(uploaded(units((4, "市体育局", "两新组织", "否", "否", None))))
    assert '<tr class="is-header"><td class="word">表头</td><th>2</th><td>序号</td>' in said
    assert '<td class="mark error">两新组织</td>' in said


def test_what_stands_in_many_cells_is_written_once() -> None:
    again = ((n, f"市第{n}局", "两新组织", "否", "否", None) for n in range(4, 30))
    said = seen(uploaded(units(*again)))
    assert said.count("</i>两新组织</span>") == 1
    assert "、C19 等 26 处</i>两新组织" in said


def test_a_faulty_file_can_be_had_back_with_its_faults_marked() -> None:
    content = units((4, "市体育局", "两新组织", "否", "否", None))
    app = uploaded(content)
    assert offered(app) == ["下载标出错误的表"]
    preview_of = app.session_state["desk"].preview
    book = openpyxl.load_workbook(io.BytesIO(made(preview_of, content, "改.xlsx").content))
    assert book["Sheet1"]["C6"].comment
    assert not offered(uploaded(units()))


def test_a_file_with_nothing_but_warnings_is_not_called_faulty() -> None:
    submit(uploaded(units()))
    lines = (("责任单位", "存在问题", "反馈日期", "整改时限", "整改状态"),
             ("市财政局", "党费台账不全", "2023-03-01", "2023-06-30", "基本完成"))  # fmt: skip
    app = uploaded(workbook(("2023年第一轮党建督查反馈问题整改台账",), *lines), "整改.xlsx")
    assert "可以提交" in seen(app)
    assert offered(app) == ["下载标出提醒的表"]


def test_a_corrected_reading_is_kept_though_the_file_changes_nothing() -> None:
    submit(uploaded(units()))
    again = workbook((*UNITS[0][:5], "别的叫法"), *(line[:5] for line in UNITS[1:]))
    app = uploaded(again)
    assert "记住这样读" not in labels(app)
    said = {"Sheet1": Correction("units", None, {"F": "short_name"})}
    app.session_state[f"corrections {app.session_state['desk'].file}"] = said
    app.run()
    assert "与已有记录一致" in seen(app)
    next(each for each in app.button if each.label == "记住这样读").click().run()
    assert "已记住" in seen(app)
    assert "记住这样读" not in labels(app)
    assert store().version() == 1
    assert "这张表已照此读取" in seen(uploaded(again))


def offered(app: AppTest) -> list[str]:
    return [each.proto.label for each in app.get("link_button")]


def labels(app: AppTest) -> list[str]:
    return [each.label for each in app.button]


def test_what_is_on_record_can_be_taken_out() -> None:
    submit(uploaded(units()))
    labels = offered(opened("upload"))
    assert labels[:3] == ["导出 .xlsx", "导出 .csv", "空白模板"]
    assert labels.count("导出 .xlsx") == 1


def test_an_unknown_kind_can_be_named_by_the_analyst() -> None:
    app = uploaded(workbook(("序号", "名称", "说明"), (1, "市财政局", "甲"), (2, "市统计局", "乙")))
    assert store().version() == 0
    box(app, "selectbox", "ledger").select("units").run()
    assert "缺少必需的列“领域”" in seen(app)


def test_only_the_chosen_sheet_is_taken() -> None:
    lines = (UNITS[0], (4, "市体育局", "机关", "否", "否", None))
    app = uploaded(workbook(*UNITS, 其他=lines))
    assert "单位名册：新增 4" in seen(app)
    box(app, "selectbox", "sheet").select("其他").run()
    assert "单位名册：新增 1" in seen(app)


def test_rows_gone_are_kept_unless_they_are_to_go() -> None:
    brought(store(), units((4, "市体育局", "机关", "否", "否", None)))
    app = uploaded(units((4, "市水务局", "机关", "否", "否", None)))
    assert "上期有本期无 1（照样保留）" in seen(app)
    box(app, "checkbox", "drop_missing").check().run()
    submit(app)
    assert history(store())[0].counts["units"]["dropped"] == 1


def test_rows_gone_are_not_offered_to_go_while_others_could_not_be_read() -> None:
    brought(store(), units((4, "市体育局", "机关", "否", "否", None)))
    app = uploaded(units((5, "市水务局", "两新组织", "否", "否", None)))
    assert "上期有本期无 1" in seen(app)
    assert not [each for each in app.checkbox if (each.key or "").startswith("drop_missing")]


def test_what_would_change_stands_before_how_it_was_read_and_faults_before_both() -> None:
    assert headings(uploaded(units())) == ["与已有记录相比", "提交后哪些数字会变", "工作表“Sheet1”读成了什么"]
    faulty = uploaded(units((4, "市体育局", "两新组织", "否", "否", None)))
    assert headings(faulty) == ["错误 1 处", "工作表“Sheet1”读成了什么", "与已有记录相比"]


def headings(app: AppTest) -> list[str]:
    return re.findall('<h3 class="finding">(.*?)</h3>', seen(app))


def test_sheets_are_told_apart_by_their_names_and_the_faulty_one_is_open() -> None:
    faulty = (UNITS[0], (4, "市体育局", "两新组织", "否", "否", None))
    app = uploaded(workbook(*UNITS, __三县__=faulty))
    assert [each.label for each in app.tabs] == ["Sheet1", r"\_\_三县\_\_（1 处错误）"]
    assert app.get("tab_container")[0].proto.tab_container.default_tab_index == 1


def test_a_file_that_was_left_for_another_page_is_gone_on_with_or_put_away() -> None:
    app = uploaded(units((4, "市体育局", "两新组织", "否", "否", None)))
    box(app, "text_input", "reason").set_value("换届后重报").run()
    away_and_back(app)
    assert "接着核对刚才的“单位名册.xlsx”" in seen(app)
    assert "有错误，还不能提交" in seen(app)
    assert box(app, "text_input", "reason").value == "换届后重报"
    next(each for each in app.button if each.label == "不看这份了").click().run()
    assert "可以上传的台账" in seen(app)
    assert "还不能提交" not in seen(app)


def test_a_file_that_was_left_gives_way_to_the_next_and_one_of_which_nothing_was_read_is_not_kept() -> None:
    app = uploaded(units())
    away_and_back(app)
    app.file_uploader[0].upload("密级.csv", "机密★10年\n单位名称,领域\n".encode()).run()
    assert "密级标识" in seen(app)
    away_and_back(app)
    assert "接着核对" not in seen(app)
    assert "可以上传的台账" in seen(app)


def away_and_back(app: AppTest) -> None:
    app.switch_page("aliases.py").run()
    app.switch_page("upload.py").run()


def test_figures_that_would_move_are_shown_before_and_after() -> None:
    app = uploaded(units((4, "市体育局", "机关", "是", "否", None)))
    assert submit_button(app).disabled
    app = uploaded(units())
    moved = next(table.value for table in app.dataframe if "提交后" in table.value)
    assert any(name.startswith("K25") for name in moved["指标"])


def test_a_choice_that_ends_in_a_refusal_can_be_taken_back() -> None:
    app = uploaded(workbook(*UNITS, 说明=(("请按要求填写",),)))
    box(app, "selectbox", "sheet").select("说明").run()
    assert "这个文件没有读取" in seen(app)
    box(app, "selectbox", "sheet").select("全部可见的工作表").run()
    assert "可以提交" in seen(app)


def test_one_value_for_the_whole_sheet_stands_in_for_a_column() -> None:
    submit(uploaded(units()))
    lines = (("责任单位", "存在问题", "整改时限"), ("市财政局", "党费台账不全", "2023-06-30"))
    app = uploaded(workbook(("2023年第一轮党建督查反馈问题整改台账",), *lines), "整改.xlsx")
    assert "没有反馈日期" in seen(app)
    box(app, "text_input", "given.fed_back_on").set_value("2023-03-01").run()
    assert "督查问题整改台账：新增 1" in seen(app)
    assert not submit_button(app).disabled


def test_a_reason_lets_a_deadline_move() -> None:
    submit(uploaded(units()))
    header = ("督查批次", "问题编号", "责任单位", "存在问题", "反馈日期", "整改时限")
    finding = ("第一轮", "1", "市财政局", "党费台账不全", "2023-03-01")
    submit(uploaded(workbook(header, (*finding, "2023-06-30")), "整改.xlsx"))
    app = uploaded(workbook(header, (*finding, "2023-09-30")), "整改2.xlsx")
    assert submit_button(app).disabled
    box(app, "text_input", "reason").set_value("工程延期，已报批").run()
    submit(app)
    assert history(store())[0].reason == "工程延期，已报批"


def test_a_click_that_comes_twice_commits_once() -> None:
    into, desk = store(), Desk()
    desk.read(into, "1", "单位名册.xlsx", units(), Options())
    desk.submit(into, "业务员甲")
    desk.submit(into, "业务员甲")
    assert into.version() == 1
    assert desk.receipt is not None
    assert desk.receipt.batch == 1


def test_a_preview_that_was_overtaken_in_the_last_moment_is_not_written() -> None:
    into, desk = store(), Desk()
    desk.read(into, "1", "单位名册.xlsx", units(), Options())
    brought(into, units((4, "市体育局", "机关", "否", "否", None)))
    desk.submit(into, "业务员甲")
    assert into.version() == 1
    assert desk.receipt is None
    assert "重新预览" in (desk.fault or "")


def test_a_file_kept_from_being_written_by_other_ledgers_says_so() -> None:
    submit(uploaded(units()))
    header = ("督查批次", "问题编号", "责任单位", "存在问题", "反馈日期", "整改时限")
    finding = ("第一轮", "1", "市档案馆", "党费台账不全", "2023-03-01", "2023-06-30")
    submit(uploaded(workbook(header, finding), "整改.xlsx"))
    app = uploaded(workbook(*UNITS[:3]))
    box(app, "checkbox", "drop_missing").check().run()
    assert "没有写入任何内容" in seen(app)
    assert submit_button(app).disabled
    assert store().version() == 2
