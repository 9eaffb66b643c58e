"""Workbooks that would unpack to too much."""

import zipfile
from io import BytesIO

import pytest

from grader.batches.files.archive import MOST_FILES, check_archive
from grader.errors import AnswersError


def packed(files: dict[str, bytes]) -> BytesIO:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream


def test_a_bomb_of_zeros_is_refused() -> None:
    with pytest.raises(AnswersError, match="100 times"):
        check_archive(packed({"xl/worksheets/sheet1.xml": b"0" * 20_000_000}))


def test_a_bomb_of_many_files_is_refused() -> None:
    with pytest.raises(AnswersError, match="files"):
        check_archive(packed({f"{n}": b"" for n in range(MOST_FILES + 1)}))


def test_half_a_workbook_is_refused() -> None:
    with pytest.raises(AnswersError, match="whole"):
        check_archive(BytesIO(packed({"a": b"text"}).getvalue()[:20]))


def test_a_plain_archive_passes_and_is_rewound() -> None:
    stream = packed({"a": b"text"})
    check_archive(stream)
    assert stream.tell() == 0
