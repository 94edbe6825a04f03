"""How much is let through: uploads held in memory, messages a second, addresses that were given."""

from services.access.gate import given as kept
from services.access.gate.given import Given
from services.access.gate.socket import A_SECOND, AT_ONCE, Pace
from services.access.gate.uploads import Quota, Uploads


def test_an_account_has_its_own_room_and_all_have_theirs() -> None:
    held: dict[str, int] = {}
    uploads = Uploads(lambda: dict(held), Quota(2, 100), Quota(3, 150))

    def bring(account: str, path: str, size: int) -> bool:
        with uploads.room(account, path, size) as free:
            if free:
                held[path] = size
            return free

    assert bring("甲", "/1", 60)
    assert not bring("甲", "/2", 41)
    assert bring("甲", "/2", 40)
    assert not bring("甲", "/3", 0)  # two files
    assert not bring("乙", "/4", 51)  # of all
    assert bring("乙", "/4", 50)
    assert not bring("丙", "/5", 0)  # three files
    del held["/1"]
    assert bring("甲", "/3", 60)


def test_what_is_on_its_way_counts() -> None:
    uploads = Uploads(dict, Quota(5, 100), Quota(5, 100))
    with uploads.room("甲", "/1", 90) as first, uploads.room("甲", "/2", 20) as second:
        assert (first, second) == (True, False)
    with uploads.room("甲", "/2", 20) as third:
        assert third


def test_so_many_messages_at_once_then_so_many_a_second() -> None:
    pace = Pace(0)
    assert all(pace.takes(0) for _ in range(AT_ONCE))
    assert not pace.takes(0)
    pace = Pace(0)
    assert all(pace.takes(each / A_SECOND) for each in range(10 * AT_ONCE))


def test_an_address_is_his_whom_it_was_given(monkeypatch) -> None:
    monkeypatch.setattr(kept, "KEPT", 2)
    given = Given()
    given.note("甲", b"\x0a\x10/media/ab12.png\x00 and /_stcore/upload_file/s-1/f-2\x12")
    assert given.holds("甲", "/media/ab12.png")
    assert given.holds("甲", "/_stcore/upload_file/s-1/f-2")
    assert not given.holds("乙", "/media/ab12.png")
    given.note("乙", b"/media/cd34.png")
    assert not given.holds("甲", "/media/ab12.png")
    assert given.holds("乙", "/media/cd34.png")
