"""Bodies on their way to the disk."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import HTTPException, Request
from starlette.types import Message

from grader.api import upload
from grader.batches import Intake
from grader.bootstrap import serving
from grader.settings import Settings


@pytest.fixture
def intake(tmp_path: Path) -> Iterator[Intake]:
    services = serving(Settings(data_dir=tmp_path))
    yield services.batches.intake
    services.close()


def request(*parts: bytes) -> Request:
    messages = iter([{"type": "http.request", "body": part, "more_body": True} for part in parts])

    async def receive() -> Message:
        return next(messages, {"type": "http.request", "body": b"", "more_body": False})

    headers = [(b"content-type", b"application/jsonl")]
    return Request({"type": "http", "method": "POST", "path": "/", "headers": headers}, receive)


def test_a_body_is_written_as_it_comes(intake: Intake) -> None:
    spool, digest = asyncio.run(upload.spooled(request(b"ab", b"", b"c"), intake))
    assert spool.path.read_bytes() == b"abc"
    assert digest.startswith("sha256:ba7816bf")


def test_a_body_over_the_limit_is_cut_off_and_not_kept(
    intake: Intake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upload, "LARGEST", 3)
    with pytest.raises(HTTPException) as refused:
        asyncio.run(upload.spooled(request(b"ab", b"cd"), intake))
    assert refused.value.status_code == 413
    assert list((tmp_path / "spool").iterdir()) == []
