"""The seal of a file that leaves the house."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.errors import Refused
from services.screen.seal import key, opened, sealed
from services.store import Store

KEY = bytes(range(32))
FILE = sealed("<p>截至</p>\n".encode(), KEY)


@given(st.binary(max_size=200))
def test_what_was_sealed_opens(content: bytes) -> None:
    assert opened(sealed(content, KEY), KEY) == content


@pytest.mark.parametrize("place", range(len(FILE)))
def test_one_flipped_bit_anywhere_fails(place: int) -> None:
    broken = bytearray(FILE)
    broken[place] ^= 1
    with pytest.raises(Refused, match="核对不通过"):
        opened(bytes(broken), KEY)


@pytest.mark.parametrize("file", [b"", b"<p></p>", FILE[:-1], FILE + b"\n", FILE + FILE, FILE[1:]])
def test_a_file_cut_or_added_to_fails(file: bytes) -> None:
    with pytest.raises(Refused):
        opened(file, KEY)


def test_another_store_cannot_seal(store: Store) -> None:
    own = key(store)
    assert key(store) == own
    assert len(own) == 32
    with pytest.raises(Refused):
        opened(FILE, own)
