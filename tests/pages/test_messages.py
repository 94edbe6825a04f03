"""Of all that Streamlit's front end can send, what pages use goes on; and what it uploaded is counted."""

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.runtime import Runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec

from pages.parts.held import held
from pages.parts.messages import OWN, kind

KINDS = [field.name for field in BackMsg.DESCRIPTOR.oneofs_by_name["type"].fields]


def message(name: str) -> bytes:
    sent = BackMsg()
    field = BackMsg.DESCRIPTOR.fields_by_name[name]
    if field.message_type:
        getattr(sent, name).SetInParent()
    else:
        setattr(sent, name, True)
    return sent.SerializeToString()


@pytest.mark.parametrize("name", KINDS)
def test_only_what_pages_use_goes_on(name: str) -> None:
    assert kind(message(name)) == ("done" if name == "rerun_script" else "own" if name in OWN else "dropped")


def test_there_is_still_something_to_drop() -> None:
    assert {"clear_cache", "debug_shutdown_runtime", "backend_operation_request"} <= set(KINDS) - OWN


def test_a_run_a_page_begins_by_itself_is_no_persons_doing() -> None:
    sent = BackMsg()
    sent.rerun_script.is_auto_rerun = True
    assert kind(sent.SerializeToString()) == "own"


@pytest.mark.parametrize(("data", "what"), [(b"", "dropped"), (b"\xff\xff", "wrong"), (b"text", "wrong")])
def test_what_is_no_message_is_none(data: bytes, what: str) -> None:
    assert kind(data) == what


def test_uploads_are_counted_by_their_address(monkeypatch: pytest.MonkeyPatch) -> None:
    manager = MemoryUploadedFileManager("/_stcore/upload_file")
    manager.add_file("s-1", UploadedFileRec("f-2", "a.csv", "text/csv", b"12345"))
    monkeypatch.setattr(Runtime, "instance", lambda: type("_", (), {"uploaded_file_mgr": manager}))
    assert held() == {"/_stcore/upload_file/s-1/f-2": 5}
