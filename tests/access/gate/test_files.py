"""Files on their way in and out: whose they are, how much, and what the audit says."""

from urllib.parse import quote

import pytest
import sqlalchemy as sa
from streamlit.proto.BackMsg_pb2 import BackMsg

from services.store.access import AUDIT
from tests.access.gate.page import opened
from tests.access.gate.server import CANARIES, Server

TAKEN = ("/export/ledger/findings.csv", "/export/ledger/findings.xlsx")


def audited(server: Server) -> list[tuple[str, str, str, str]]:
    with server.store.read() as connection:
        named = (AUDIT.c.actor, AUDIT.c.operation, AUDIT.c.thing, AUDIT.c.outcome)
        return [tuple(row) for row in connection.execute(sa.select(*named).order_by(AUDIT.c.id))]


def test_an_export_is_named_in_chinese_never_kept_and_audited(gated: Server) -> None:
    before = len(audited(gated))
    answer = gated.ask(TAKEN[0], **gated.cookie("clerk"))
    assert answer.status == 200
    assert CANARIES[1].encode() in answer.body
    assert answer.headers["content-disposition"].endswith(f"filename*=UTF-8''{quote('督查问题整改台账.csv')}")
    assert answer.headers["content-disposition"].startswith("attachment; ")
    assert answer.headers["cache-control"] == "no-store"
    assert audited(gated)[before:] == [("clerk", "ledger.export", "督查问题整改台账", "done")]


@pytest.mark.parametrize("name", ["lead", "boss", "root", "audit"])
def test_who_may_not_export_is_refused_and_audited(gated: Server, name: str) -> None:
    before = len(audited(gated))
    answer = gated.ask(TAKEN[1], **gated.cookie(name))
    assert (answer.status, answer.tells) == (403, False)
    assert audited(gated)[before:] == [(name, "ledger.export", "督查问题整改台账", "refused")]


@pytest.mark.parametrize(
    "path", ["/export/ledger/nothing.csv", "/export/ledger/units.exe", "/export/ledger/units", "/export/made/0"]
)
def test_what_there_is_not_cannot_be_taken(gated: Server, path: str) -> None:
    answer = gated.ask(path, **gated.cookie("clerk"))
    assert (answer.status, answer.tells) == (404, False)


def place(server: Server, name: str) -> str:
    """Give the address an account's page is given for an upload."""
    with opened(server, **server.cookie(name)) as page:
        page.open()
        message = BackMsg()
        message.file_urls_request.request_id = "1"
        message.file_urls_request.file_names.append("a.csv")
        message.file_urls_request.session_id = page.session
        page.send(message)
        while not page.said[-1].HasField("file_urls_response"):
            page.take()
        return str(page.said[-1].file_urls_response.file_urls[0].upload_url)


def uploaded(server: Server, path: str, name: str) -> int:
    token = server.ask("/_stcore/health").headers["set-cookie"].partition(";")[0]
    cookies = {"Cookie": f"{server.cookie(name)['Cookie']}; {token}"}
    body = b'--x\r\nContent-Disposition: form-data; name="f"; filename="a.csv"\r\n\r\n1\r\n--x--\r\n'
    return server.ask(
        path, "PUT", body, Origin=server.origin, Content_Type="multipart/form-data; boundary=x",
        X_Xsrftoken=token.partition("=")[2], **cookies,
    ).status  # fmt: skip


def test_only_who_was_given_an_address_uploads_there(gated: Server) -> None:
    path = place(gated, "clerk")
    assert uploaded(gated, path, "lead") == 404
    assert uploaded(gated, path, "clerk") in (204, 400)  # 400: Streamlit has put the session away meanwhile
    assert uploaded(gated, place(gated, "lead"), "lead") == 403


def test_the_check_uploads_for_another_without_the_gate(ungated: Server) -> None:
    with opened(ungated, X_Dashboard_Account="clerk") as page:
        page.open()
        assert uploaded(ungated, f"/_stcore/upload_file/{page.session}/1", "lead") == 204
