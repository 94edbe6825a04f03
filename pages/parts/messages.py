"""What a page sends on its WebSocket: of Streamlit's kinds of message, those these pages use."""

from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackMsg

from services.access.gate.socket import Kind

OWN = frozenset({"app_heartbeat", "file_urls_request", "stop_script"})


def kind(message: bytes) -> Kind:
    """Give what a message is: clearing what is cached, touching the server's files and all else is dropped."""
    read = BackMsg()
    try:
        read.ParseFromString(message)
    except DecodeError:
        return "wrong"
    what = read.WhichOneof("type")
    if what == "rerun_script":
        return "own" if read.rerun_script.is_auto_rerun else "done"
    return "own" if what in OWN else "dropped"
