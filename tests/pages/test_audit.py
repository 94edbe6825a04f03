"""审计: what was done and refused, filtered, in pages, taken away and verified."""

import pytest

from services.access import permit
from services.access.origin import address
from services.trail import PAGE
from tests.pages.analyst import opened, seen, store


@pytest.fixture
def told() -> None:
    into = store()
    address.set("10.0.0.9")
    for n in range(PAGE + 2):
        permit(into, "业务员甲", "ledger.export", f"<b>台账{n}</b>", rows=n)
    address.set(None)
    permit(into, "业务员乙", "package.write", "默认")


def test_a_store_nobody_used_says_so() -> None:
    assert "没有符合条件的记录" in seen(opened("audit"))


@pytest.mark.usefixtures("told")
def test_rows_are_told_the_newest_first_and_markup_is_words() -> None:
    said = seen(opened("audit"))
    assert f"共 {PAGE + 3} 条，第 1 页，共 2 页。" in said
    assert said.index("导出断网会议包") < said.index("导出台账")
    assert f"&lt;b&gt;台账{PAGE + 1}&lt;/b&gt;" in said
    assert "<b>台账" not in said
    assert "10.0.0.9" in said


@pytest.mark.usefixtures("told")
def test_they_are_turned_over_and_a_filter_begins_anew() -> None:
    app = opened("audit")
    next(each for each in app.button if each.label == "较早的").click().run()
    assert "第 2 页" in seen(app)
    assert "台账0&lt;" in seen(app)
    app.selectbox(key="audit_actor").select("业务员乙").run()
    assert "共 1 条，第 1 页" in seen(app)
    assert "台账" not in seen(app).split("<tbody>")[1]


@pytest.mark.usefixtures("told")
def test_it_is_verified_at_a_click() -> None:
    app = opened("audit")
    next(each for each in app.button if each.label == "核验").click().run()
    assert f"✓ 核验通过：共{PAGE + 3}条" in seen(app)
    with store().write() as connection:
        connection.exec_driver_sql("DROP TRIGGER audit_no_update")
        connection.exec_driver_sql("UPDATE audit SET thing = 'x' WHERE id = 7")
    next(each for each in app.button if each.label == "核验").click().run()
    assert "▲ 核验没有通过" in seen(app)
    assert "审计第7条内容和校验码对不上" in seen(app)
