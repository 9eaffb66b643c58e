"""Which encoding a file has."""

from io import BytesIO

import pytest

from grader.batches.files.encoding import PIECE, encoding_of


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b"", "utf-8"),
        (b"plain", "utf-8"),
        ("größer".encode(), "utf-8"),
        ("größer".encode("utf-8-sig"), "utf-8-sig"),
        ("größer".encode("cp1252"), "cp1252"),
        ("größer".encode("utf-16"), "utf-16"),
        ("a,b\r\n1,2".encode("utf-16-le"), "utf-16-le"),
        ("a,b\r\n1,2".encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_an_encoding_is_found(data: bytes, encoding: str) -> None:
    stream = BytesIO(data)
    assert encoding_of(stream) == encoding
    assert stream.tell() == 0


def test_the_last_byte_of_a_long_file_counts() -> None:
    assert encoding_of(BytesIO(b"x" * (2 * PIECE) + b"\xfc")) == "cp1252"


def test_a_character_across_two_pieces_is_whole() -> None:
    assert encoding_of(BytesIO(b"x" * (4096 + PIECE - 1) + "ü".encode())) == "utf-8"
