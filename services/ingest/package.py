"""The zip package of an .xlsx: its parts, each unpacked within bounds."""

import io
import struct
import zipfile
import zlib

from services.errors import Refused
from services.ingest.limits import UNPACKED_BYTES
from services.ingest.sniff import not_a_table, truncated

MEMBERS = 2_000
# A package of ordinary XML shrinks 5- to 30-fold; a bomb thousandfold.
BOMB_RATIO = 100
FAULTS = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError,
)  # fmt: skip
OTHERS = (("word/", "Word 文档"), ("ppt/", "演示文稿"), ("ofd.xml", "OFD 版式文件"))
OPEN_DOCUMENTS = ((b"opendocument.text", "Word 文档"), (b"opendocument.presentation", "演示文稿"))
TABLES = ("xl/workbook.bin", "content.xml")


class Package:
    """The parts of a zip file by their path, in lower case and with forward slashes."""

    def __init__(self, content: bytes) -> None:
        """Open the package; raises Refused for one that is not a workbook, tampered with, or a bomb."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except FAULTS as error:
            raise (truncated() if _cut_short(content) else inconsistent()) from error
        self._unpacked: dict[str, bytes] = {}
        members = [info for info in self._zip.infolist() if not info.is_dir()]
        self._members = {_path(info): info for info in members}
        if len(members) > MEMBERS or len(self._members) < len(members):
            raise Refused("damaged", "文件的压缩包里有重名的部件，可能被改动过，请用 Excel 另存后再传。")
        if any(".." in path.split("/") or path.startswith("/") or ":" in path for path in self._members):
            raise inconsistent()
        if any(info.flag_bits & 1 for info in members):
            raise Refused("encrypted", "文件的压缩包有密码，请去掉密码后再传。")
        # No office program packs in another way, and of the others none is unpacked within bounds.
        if any(info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for info in members):
            raise inconsistent()
        _bounded(sum(info.file_size for info in members), len(content))
        self._workbook()

    def _workbook(self) -> None:
        if "xl/workbook.xml" in self._members:
            return
        for kind, name in OPEN_DOCUMENTS:
            if kind in self.part("mimetype"):
                raise not_a_table(name)
        if any(path in self._members for path in TABLES):
            raise Refused("not_a_table", "暂时不能读取 .xlsb 和 .ods 格式，请用 Excel 另存为 .xlsx 再传。")
        kinds = (kind for start, kind in OTHERS if any(path.startswith(start) for path in self._members))
        raise not_a_table(next(kinds, "压缩包"))

    @property
    def paths(self) -> tuple[str, ...]:
        """Every part there is."""
        return tuple(self._members)

    def part(self, path: str) -> bytes:
        """Give one part's bytes, b"" where there is none; raises Refused for one that cannot be unpacked."""
        path = path.lower()
        if path not in self._members:
            return b""
        if path not in self._unpacked:
            try:
                self._unpacked[path] = self._zip.read(self._members[path])
            except FAULTS as error:
                raise inconsistent() from error
        return self._unpacked[path]


def holds(part: bytes, *pieces: bytes) -> bool:
    """Say whether one of the pieces stands in a part: searched from the end, which takes half the time."""
    return any(part.rfind(piece) >= 0 for piece in pieces)


def _cut_short(content: bytes) -> bool:
    """Say whether the record that ends every zip file is missing or incomplete."""
    end = content.rfind(b"PK\x05\x06")
    return end < 0 or len(content) - end < 22


def _path(info: zipfile.ZipInfo) -> str:
    return info.filename.replace("\\", "/").lower()


def _bounded(unpacked: int, packed: int) -> None:
    if unpacked <= UNPACKED_BYTES:
        return
    if unpacked > packed * BOMB_RATIO:
        raise Refused("bomb", "文件解压后异常巨大，可能是压缩炸弹，不予读取。")
    raise Refused("too_large", f"文件解压后超过{UNPACKED_BYTES // 2**20} MB，请拆分后再传。")


def inconsistent() -> Refused:
    """The refusal of a package whose parts contradict each other."""
    return Refused("damaged", "文件的压缩包结构异常，读不出来，请用 Excel 打开后另存一份再传。")
