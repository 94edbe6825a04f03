"""The uploaded files that Streamlit holds in memory for its pages."""

from streamlit.runtime import Runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager


def held() -> dict[str, int]:
    """Give the size in bytes of every file, by the address it was uploaded to."""
    manager = Runtime.instance().uploaded_file_mgr
    if not isinstance(manager, MemoryUploadedFileManager):
        raise TypeError(f"Streamlit keeps uploads elsewhere: {type(manager)}")
    return {
        f"{manager.endpoint}/{session}/{id}": len(file.data)
        for session, files in list(manager.file_storage.items())
        for id, file in list(files.items())
    }
