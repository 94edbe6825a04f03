"""A page's WebSocket as the browser opens it, or as somebody does who is no browser."""

from collections.abc import Iterator
from contextlib import contextmanager

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from tests.access.gate.server import CANARIES, Server


class Page:
    """An open WebSocket; `said` is everything it was sent so far."""

    def __init__(self, wire: ClientConnection) -> None:
        self._wire = wire
        self.said: list[ForwardMsg] = []

    def send(self, message: bytes | BackMsg) -> None:
        """Send a message."""
        self._wire.send(message if isinstance(message, bytes) else message.SerializeToString())

    def open(self, name: str = "", hash_: str = "", query: str = "") -> list[ForwardMsg]:
        """Ask for a page by its name or by its hash, and give what came until it was finished."""
        message = BackMsg()
        message.rerun_script.page_name = name
        message.rerun_script.page_script_hash = hash_
        message.rerun_script.query_string = query
        self.send(message)
        return self.run()

    def run(self) -> list[ForwardMsg]:
        """Give what comes until a run is finished that no other follows."""
        came: list[ForwardMsg] = []
        while True:
            came.append(message := self.take())
            if message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY and message.HasField("script_finished"):
                return came

    def take(self) -> ForwardMsg:
        """Give the next message."""
        self.said.append(ForwardMsg.FromString(self._wire.recv(timeout=60)))
        return self.said[-1]

    @property
    def session(self) -> str:
        """Give the number of the session, once a run began."""
        return next(each.new_session.initialize.session_id for each in self.said if each.HasField("new_session"))

    def closed(self, within: float) -> int | None:
        """Wait for the end of the connection; give its code, None where it does not come within so many seconds."""
        try:
            while True:
                self._wire.recv(timeout=within)
        except TimeoutError:
            return None
        except ConnectionClosed as end:
            return end.rcvd.code if end.rcvd else 1006


@contextmanager
def opened(server: Server, origin: str | None = "own", session: str = "", **headers: str) -> Iterator[Page]:
    """Open a page; `session`: the number of the session it says it had. Raises Refused."""
    protocols = ["streamlit", "none", *([session] if session else [])]
    try:
        wire = connect(
            f"ws://127.0.0.1:{server.port}/_stcore/stream", origin=server.origin if origin == "own" else origin,
            subprotocols=protocols, additional_headers=[(n.replace("_", "-"), v) for n, v in headers.items()],
            max_size=None, open_timeout=60, proxy=None,
        )  # fmt: skip
    except InvalidStatus as refusal:
        raise Refused(refusal.response.status_code, refusal.response.body) from refusal
    with wire:
        yield Page(wire)


class Refused(Exception):
    """The handshake was refused: the HTTP status, and what was said."""

    def __init__(self, status: int, body: bytes) -> None:
        super().__init__(status)
        self.status, self.body = status, body


def tells(messages: list[ForwardMsg], canaries: tuple[str, ...] = CANARIES) -> bool:
    """Say whether anything of these cells is in what a page was sent."""
    sent = b"".join(message.SerializeToString() for message in messages)
    return any(canary.encode() in sent for canary in canaries)
