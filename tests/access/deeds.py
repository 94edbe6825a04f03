"""How each service function that writes is called: made ready by people who may, then done by whoever is given."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import sqlalchemy as sa

from services import aliases, batches, snapshots
from services.access import accounts, sessions, sign_in
from services.access.accounts import Rights
from services.access.sessions import Session
from services.batches import Options, Remembered
from services.screen import pairing, playlist, screens
from services.store import Store
from services.store.tables import Note
from tests.access.people import ADMIN, AGENT, ANALYST, PASSWORD
from tests.sheets import UNITS, xlsx

NOW = datetime(2026, 1, 1, tzinfo=UTC)
Deed = Callable[[str], object]


def previewed(store: Store, n: int) -> batches.Preview:
    rows = (*UNITS, (9, f"第{n}新单位", None, None, "机关", "否", None, None, "否"))
    return batches.preview(store, "单位名册.xlsx", xlsx(*rows), Options("units"))


def commit(store: Store, n: int) -> Deed:
    seen = previewed(store, n)
    return lambda by: batches.commit(store, seen, by)


def undo(store: Store, n: int) -> Deed:
    number = batches.commit(store, previewed(store, n), ANALYST)
    return lambda by: batches.undo(store, number, by)


def remember(store: Store, n: int) -> Deed:
    seen = previewed(store, n)
    return lambda by: batches.remember(store, seen, by)


def forget(store: Store, n: int) -> Deed:
    known = Remembered("f" * 8, "units", "单位名册.xlsx", NOW, ANALYST)
    return lambda by: batches.forget(store, known, by)


def empty(store: Store, n: int) -> Deed:
    with store.write() as connection:
        if connection.scalar(sa.select(Note.value).where(Note.name == "demonstration")) is None:
            connection.execute(sa.insert(Note).values(name="demonstration", value="2023-10-31"))
    return lambda by: batches.empty_demonstration(store, by)


def add_alias(store: Store, n: int) -> Deed:
    return lambda by: aliases.add(store, f"教育局{n}", "市教育局", "简称", by)


def remove_alias(store: Store, n: int) -> Deed:
    aliases.add(store, f"财政局{n}", "市财政局", "简称", ANALYST)
    return lambda by: aliases.remove(store, f"财政局{n}", by)


def publish(store: Store, n: int) -> Deed:
    return lambda by: snapshots.snapshot(store, f"{n}月", date(2023, 5, 31), by)


def save(store: Store, n: int) -> Deed:
    return lambda by: playlist.save(store, playlist.Playlist(f"单{n}", (("summary", 20),)), by)


def delete(store: Store, n: int) -> Deed:
    save(store, n)(ANALYST)
    return lambda by: playlist.delete(store, f"单{n}", by)


def add_screen(store: Store, n: int) -> Deed:
    return lambda by: screens.add(store, f"屏{n}", "默认", by)


def show(store: Store, n: int) -> Deed:
    add_screen(store, n)(ANALYST)
    return lambda by: screens.show(store, f"屏{n}", "默认", by)


def revoke(store: Store, n: int) -> Deed:
    add_screen(store, n)(ANALYST)
    return lambda by: screens.revoke(store, f"屏{n}", by)


def code(store: Store, n: int) -> Deed:
    add_screen(store, n)(ANALYST)
    return lambda by: pairing.code(store, f"屏{n}", "screen", NOW, by=by)


def redeem(store: Store, n: int) -> Deed:
    add_screen(store, n)(ANALYST)
    made = pairing.code(store, f"屏{n}", "screen", NOW, by=ANALYST)
    return lambda by: pairing.redeem(store, "screen", made.written, NOW)


def unpair(store: Store, n: int) -> Deed:
    code(store, n)(ANALYST)
    return lambda by: pairing.unpair(store, f"屏{n}", "screen", by)


def add_account(store: Store, n: int) -> Deed:
    return lambda by: accounts.add(store, f"ren{n}", Rights(("领导",)), by)


def with_account(do: Callable[[Store, str, str], object]) -> Callable[[Store, int], Deed]:
    def ready(store: Store, n: int) -> Deed:
        accounts.add(store, f"ren{n}", Rights(("领导",)), ADMIN)
        return lambda by: do(store, f"ren{n}", by)

    return ready


def change_password(store: Store, n: int) -> Deed:
    def do(by: str) -> object:
        who = Session(by, by, False, NOW, NOW, "", AGENT, "")
        new = f"{n} 号楼下的银杏叶全都黄了"
        return sign_in.change_password(store, who, PASSWORD, new, new, datetime.now(UTC))

    return do


def admit(store: Store, n: int) -> Deed:
    return lambda by: sign_in.admit(store, ANALYST, "10.0.0.1", AGENT, NOW)


def end(store: Store, n: int) -> Deed:
    with store.read() as connection:
        there = [row.name for row in connection.execute(sa.text("SELECT name FROM account WHERE NOT disabled"))]
    begun: dict[str, str] = {}
    with store.write() as connection:
        for name in there:
            begun[name] = sessions.begin(connection, name, "10.0.0.1", AGENT, NOW)
    return lambda by: sessions.end(store, by, sessions.digest(begun.get(by, "")), NOW)


def end_other(store: Store, n: int) -> Deed:
    return lambda by: sessions.end_other(store, by, "", NOW)


# The operation each function that writes is, and how it is called.
DEEDS: dict[str, tuple[str, Callable[[Store, int], Deed]]] = {
    "services.batches.write.commit": ("batch.commit", commit),
    "services.batches.undo.undo": ("batch.undo", undo),
    "services.batches.layouts.remember": ("layout.remember", remember),
    "services.batches.layouts.forget": ("layout.forget", forget),
    "services.batches.empty.empty_demonstration": ("demonstration.empty", empty),
    "services.aliases.add": ("alias.add", add_alias),
    "services.aliases.remove": ("alias.remove", remove_alias),
    "services.snapshots.snapshot": ("snapshot.publish", publish),
    "services.screen.playlist.save": ("playlist.save", save),
    "services.screen.playlist.delete": ("playlist.remove", delete),
    "services.screen.screens.add": ("screen.add", add_screen),
    "services.screen.screens.show": ("screen.show", show),
    "services.screen.screens.revoke": ("screen.revoke", revoke),
    "services.screen.pairing.code": ("screen.code", code),
    "services.screen.pairing.redeem": ("screen.pair", redeem),
    "services.screen.pairing.unpair": ("screen.unpair", unpair),
    "services.access.accounts.add": ("account.add", add_account),
    "services.access.accounts.change": (
        "account.change", with_account(lambda store, name, by: accounts.change(store, name, Rights(("业务员",)), by)),
    ),
    "services.access.accounts.disable": ("account.disable", with_account(accounts.disable)),
    "services.access.accounts.new_password": ("account.password", with_account(accounts.new_password)),
    "services.access.accounts.end_sessions": ("account.sessions", with_account(accounts.end_sessions)),
    "services.access.sign_in.change_password": ("password.change", change_password),
    "services.access.sign_in.admit": ("session.begin", admit),
    "services.access.sessions.end": ("session.end", end),
    "services.access.sessions.end_other": ("session.end", end_other),
}  # fmt: skip
