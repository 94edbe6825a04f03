"""An analyst's way, in a real browser: a good file, a faulty one, hostile ones, unknown names, a wrong guess."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
import sqlalchemy as sa
from playwright.sync_api import Locator, Page, expect

from services.batches import Options, commit, history, preview
from services.store import Store
from tests.browser.conftest import DONE, choose, served
from tests.ingest import hostile
from tests.pages.workbooks import Line, workbook

pytestmark = pytest.mark.browser

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
UNITS: tuple[Line, ...] = (
    ("单位名册",),
    ("序号", "单位名称", "单位简称", "领域", "是否涉改", "是否新组建"),
    (1, "市财政局", None, "机关", "否", "否"),
    (2, "市市场监督管理局", "市市场监管局", "机关", "否", "否"),
    (3, "市数据资源和大数据发展促进管理局机关服务中心", None, "事业单位", "否", "否"),
)
HEADER = ("序号", "问题编号", "责任单位", "问题类别", "存在问题", "反馈日期", "整改时限", "整改状态", "销号日期")
OPEN = (1, "1", "市财政局", "党费", "党费收缴登记不及时", "2023.3.1", "2023.12.31", "整改中", None)
CLOSED = (2, "2", "市市场监督管理局", "组织生活", "一季度没开党员大会", "2023.3.1", "2023.6.30", "已销号", "2023.6.1")


def findings(number: str, *lines: Line) -> bytes:
    """Give a ledger of findings of the round with this number."""
    return workbook((f"2023年第{number}轮党建督查反馈问题整改台账",), HEADER, *lines, ("合计", f"{len(lines)}项"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("journey")


@pytest.fixture(scope="module")
def store(folder: Path) -> Iterator[Store]:
    """Give the server's store, with a register of three units and a round of two findings."""
    opened = Store.open(f"sqlite:///{folder / 'store.db'}")
    for name, content in (("单位名册.xlsx", workbook(*UNITS)), ("整改台账.xlsx", findings("一", OPEN, CLOSED))):
        commit(opened, preview(opened, name, content), "业务员甲")
    yield opened
    opened.engine.dispose()


@pytest.fixture(scope="module")
def address(folder: Path, store: Store) -> Iterator[str]:
    """Give the address of a server on a real store, in place of the demonstration's."""
    with served(folder, "-m", "streamlit", "run", "app.py") as url:
        yield url


def settled(page: Page) -> None:
    page.wait_for_selector(DONE)


def says(page: Page, text: str) -> None:
    expect(page.get_by_text(text).first).to_be_visible()


def opened(page: Page, path: str) -> None:
    page.goto(path)
    settled(page)
    expect(page.locator(".headline").first).to_be_visible()


def upload(page: Page, content: bytes, name: str = "台账.xlsx") -> None:
    """Choose a file and wait until the page says what came of it."""
    page.locator("input[type=file]").set_input_files({"name": name, "mimeType": XLSX, "buffer": content})
    expect(page.locator(".outcome .file").get_by_text(name)).to_be_visible()
    settled(page)


def tally(page: Page, said: str) -> Locator:
    return page.locator(f'.tally[aria-label="{said}"]')


def submit(page: Page, rows: int, clicks: int = 1) -> None:
    button = page.get_by_role("button", name=f"提交（写入 {rows} 条）")
    expect(button).to_be_enabled()
    button.click(click_count=clicks)
    says(page, "已提交，这是第")
    settled(page)


def closed(page: Page) -> str:
    """Give the figure of the leaders' page: n/N of the findings that are closed."""
    opened(page, "/rectification")
    found = re.search(r"已销号(\d+/\d+)项", page.locator(".headline").first.inner_text())
    assert found
    return found[1]


def test_a_good_file_from_its_rows_to_the_leaders_figure_to_its_cell_and_back(page: Page, store: Store) -> None:
    assert closed(page) == "1/2"
    before = store.version()
    now_closed = (*OPEN[:-2], "已销号", "2023.9.28")
    further = (3, "3", UNITS[4][1], "党费", "党费使用没有公示", "2023.3.1", "2023.12.31", "整改中", None)

    opened(page, "/upload")
    upload(page, findings("一", now_closed, CLOSED, further))
    says(page, "可以提交")
    says(page, "识别为 督查问题整改台账 · 表头在第 2 行")
    expect(tally(page, "督查问题整改台账：新增 1，变更 1，未变 1")).to_be_visible()
    expect(page.locator(".grid tr.is-header td").get_by_text("存在问题")).to_be_visible()
    expect(page.locator(".grid tr.is-data")).to_have_count(3)
    expect(page.locator(".grid tr.is-total")).to_have_count(1)
    says(page, "提交后哪些数字会变")
    assert store.version() == before

    page.get_by_text("读得不对？改表头位置和各列的意思").scroll_into_view_if_needed()
    submit(page, 2, clicks=2)
    expect(page.get_by_text("已提交，这是第")).to_be_in_viewport()
    assert store.version() == before + 1
    expect(page.get_by_test_id("stBaseButton-primary")).to_have_count(0)
    page.reload()
    settled(page)
    upload(page, findings("一", now_closed, CLOSED, further))
    says(page, "与已有记录一致")
    expect(page.get_by_role("button", name="提交", exact=True)).to_be_disabled()
    assert store.version() == before + 1

    assert closed(page) == "2/3"
    page.get_by_text("看名单（2）").first.click()
    says(page, "共2行")
    table = page.get_by_test_id("stDataFrame").first
    expect(table.locator("canvas").first).to_be_visible()
    settled(page)
    table.click(position={"x": 14, "y": 52})
    says(page, "这一行的出处")
    cells = page.locator("canvas tr", has_text="◀ 计数依据").locator("td")
    expect(cells).to_contain_text(["I3", "销号日期", "2023-09-28"])

    opened(page, f"/history?batch={before + 1}")
    page.get_by_role("button", name="撤销这一批").click()
    says(page, "把它改过的 1 条恢复成原来的内容")
    page.get_by_test_id("stDialog").get_by_role("button", name="撤销", exact=True).click()
    says(page, f"已撤销，记为第 {before + 2} 批")
    assert closed(page) == "1/2"


def test_a_faulty_file_comes_back_marked_and_goes_in_once_it_is_mended(page: Page, store: Store) -> None:
    before = store.version()
    faulty = [
        (1, "1", "市财政局", "党费", "党费收缴登记不及时", "2023.9.1", "2023.13.5", "整改中", None),
        (2, "2", "市财政局", "党费", "党费使用没有公示", "2023.9.1", "12月31日", "整改中", None),
        (3, "3", "市财政局", "党费", "党费台账不全", "2023.9.1", "12月31日", "整改中", None),
    ]
    opened(page, "/upload")
    upload(page, findings("二", *faulty))
    says(page, "有错误，还不能提交")
    expect(page.get_by_role("button", name="提交", exact=True)).to_be_disabled()
    first, second = page.locator(".problem").all()
    expect(first).to_contain_text("不是能确认的日期")
    expect(first).to_contain_text("怎么改：请写成")
    expect(first.locator(".chips")).to_have_text("G32023.13.5")
    expect(first.locator("td.mark.error")).to_have_text("2023.13.5")
    expect(second).to_contain_text("没有写明年份")
    expect(second.locator(".chips span")).to_have_text(["G4、G512月31日"])
    with page.expect_download() as download:
        page.get_by_role("link", name="下载标出错误的表").click()
    assert download.value.suggested_filename == "台账（标出错误）.xlsx"
    marked = openpyxl.load_workbook(io.BytesIO(Path(download.value.path()).read_bytes()))
    sheet = marked["Sheet1"]
    assert [sheet[at].comment is not None for at in ("G3", "G4", "G5", "G2")] == [True, True, True, False]

    for at in ("G3", "G4", "G5"):
        sheet[at] = "2023.12.31"
    mended = io.BytesIO()
    marked.save(mended)
    upload(page, mended.getvalue(), "台账（标出错误）.xlsx")
    says(page, "可以提交")
    expect(tally(page, "督查问题整改台账：新增 3，变更 0，未变 0")).to_be_visible()
    assert store.version() == before
    submit(page, 3)
    assert store.version() == before + 1


FAR = '<row r="1"><c r="A1048576"><v>1</v></c></row>'
HOSTILE = {
    "炸弹.xlsx": (lambda: hostile.xlsx({hostile.SHEET: " " * 101 * 2**20}), "文件解压后异常巨大"),
    "远处.xlsx": (lambda: hostile.xlsx({hostile.SHEET: hostile.sheet(FAR)}), "一张工作表最多100,000行"),
    "密级.xlsx": (lambda: workbook(("机密★10年",), *UNITS), "文件带有密级标识，不得上传到本系统，文件没有保存。"),
    "加密.xlsx": (lambda: hostile.ole({"EncryptionInfo": b"x", "EncryptedPackage": b"x"}), "文件有打开密码"),
    "改名.xlsx": (lambda: b"%PDF-1.7\n1 0 obj\n", "这不是电子表格，而是PDF 文件"),
}


def test_a_hostile_file_is_one_sentence_and_the_next_one_is_read(page: Page, store: Store) -> None:
    def kept() -> tuple[int, int]:
        with store.read() as connection:
            return store.version(), connection.scalar(sa.text("SELECT count(*) FROM upload")) or 0

    before = kept()
    opened(page, "/upload")
    for name, (content, sentence) in HOSTILE.items():
        upload(page, content(), name)
        expect(page.locator(".outcome")).to_contain_text(sentence)
        expect(page.locator(".outcome")).to_contain_text("没有写入任何内容")
        expect(page.get_by_test_id("stException")).to_have_count(0)
        expect(page.get_by_text("出错编号")).to_have_count(0)
        expect(page.get_by_role("button", name="提交")).to_have_count(0)
    assert kept() == before
    upload(page, workbook(*UNITS), "单位名册.xlsx")
    says(page, "与已有记录一致")


def test_an_unknown_name_is_confirmed_and_the_file_goes_on(page: Page, store: Store) -> None:
    written = (1, "1", "市场监督局", "党费", "党费收缴登记不及时", "2023.10.1", "2023.12.31", "整改中", None)
    opened(page, "/upload")
    upload(page, findings("三", written))
    says(page, "有 1 个单位名称，名册里没有")
    page.get_by_role("link", name="看全部别名").click()
    says(page, "单位别名")
    settled(page)
    page.get_by_role("link", name="上传", exact=True).click()
    says(page, "接着核对刚才的“台账.xlsx”")
    settled(page)
    meant = page.locator(".meant").first
    expect(meant).to_contain_text("市市场监督管理局")
    page.get_by_role("button", name="就是它").first.click()
    says(page, "已确认：“市场监督局”是“市市场监督管理局”")
    says(page, "可以提交")
    submit(page, 1)
    assert history(store)[0].counts["findings"]["new"] == 1
    opened(page, "/aliases")
    says(page, "市市场监督管理局 · ")


def test_a_wrong_guess_is_corrected_by_clicking_and_remembered(page: Page, store: Store) -> None:
    lines = (("报送单位一览",), ("排序", "机构", "归口", "改革单位", "新设单位"),
             (1, "市财政局", "机关", "否", "否"), (2, "市审计局", "机关", "否", "否"))  # fmt: skip
    opened(page, "/upload")
    upload(page, workbook(*lines), "一览.xlsx")
    says(page, "认不出这是哪种台账")
    choose(page, page.get_by_role("combobox", name=re.compile("这是哪种台账")), "单位名册")
    says(page, "的列标题与“单位名册”对不上")
    for letter, meaning in {"B": "单位名称", "C": "领域", "D": "是否涉改", "E": "是否新组建"}.items():
        choose(page, page.get_by_role("combobox", name=re.compile(f"{letter}列的意思")), meaning)
    page.get_by_role("button", name="照此重新读取").click()
    says(page, "可以提交")
    expect(tally(page, "单位名册：新增 1，变更 0，未变 1，上期有本期无 2（照样保留）")).to_be_visible()
    submit(page, 1)
    upload(page, workbook(*lines), "一览11月.xlsx")
    says(page, "改正过读法（一览.xlsx），这张表已照此读取")
    says(page, "与已有记录一致")
    assert preview(store, "一览.xlsx", workbook(*lines), Options()).outcome == "unchanged"


def test_header_rows_said_wrong_are_put_back_by_a_click(page: Page, store: Store) -> None:
    before = store.version()
    opened(page, "/upload")
    upload(page, workbook(*UNITS), "单位名册.xlsx")
    says(page, "表头在第 2 行")
    page.get_by_text("读得不对？改表头位置和各列的意思").click()
    settled(page)
    head = page.get_by_role("spinbutton", name="表头从第几行")
    expect(head).to_have_value("2")
    settled(page)
    head.fill("3")
    head.press("Tab")
    page.get_by_role("button", name="照此重新读取").click()
    says(page, "这个文件没有读取")
    expect(page.locator(".grid tr.is-header th")).to_have_text("3")
    page.get_by_role("button", name="恢复自动识别").click()
    says(page, "表头在第 2 行")
    assert store.version() == before
