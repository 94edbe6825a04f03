"""Nothing a request holds makes the server ask the network for anything, so a swallowed packet holds nobody up."""

from contextlib import suppress
from pathlib import Path

from tests.access.gate.page import Refused, opened
from tests.access.gate.server import UNGATED, Server, filled, served

# Python runs this at its start: whoever asks for another host is noted, and gets no answer.
SWALLOW = """
import os, socket
def swallow(real):
    def asked(*given, **named):
        where = str(given)
        if not any(each in where for each in ("127.0.0.1", "localhost", "::1", "'::'", "0.0.0.0", "/tmp", "None")):
            with open(os.environ["ASKED"], "a") as file:
                file.write(where + chr(10))
            raise OSError("swallowed")
        return real(*given, **named)
    return asked
socket.getaddrinfo = swallow(socket.getaddrinfo)
socket.gethostbyname = swallow(socket.gethostbyname)
class Swallowed(socket.socket):
    connect = swallow(socket.socket.connect)
socket.socket = Swallowed
"""
FOREIGN = "http://evil.example"
WHERE = ("/", "/_stcore/health", "/_stcore/host-config", "/sign-in", "/static/js/x.js", "/media/x.png", "/screen")


def asked(folder: Path, program: tuple[str, ...]) -> str:
    """Give what a server asked the network for while pages of another site called it."""
    (folder / "sitecustomize.py").write_text(SWALLOW)
    notes = folder / "asked"
    notes.touch()
    environment = {"PYTHONPATH": f"{folder}:.", "ASKED": str(notes)}
    with served(filled(folder / "store.db"), folder, program, **environment) as server:
        notes.write_text("")
        _call(server)
    return notes.read_text()


def _call(server: Server) -> None:
    for _ in range(20):
        with suppress(Refused), opened(server, FOREIGN):
            pass
    for path in WHERE:
        server.ask(path, Origin=FOREIGN)
        server.ask(path, "OPTIONS", Origin=FOREIGN, Access_Control_Request_Method="PUT")


def test_pages_of_other_sites_make_us_ask_for_nothing(tmp_path: Path) -> None:
    assert asked(tmp_path, ("-m", "streamlit", "run", "app.py")) == ""


def test_the_check_sees_what_streamlit_asks_without_the_gate(tmp_path: Path) -> None:
    assert "evil" not in (found := asked(tmp_path, UNGATED))
    assert found
