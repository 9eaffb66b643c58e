"""A form with a file in it: no longer than it may be, and a text in any case."""

import asyncio
from typing import Any

import pytest
from fastapi import Request

from grader.errors import SeedError
from grader.web.sent_form import OVERHEAD, SentForm, read_form

HEAD = b'--x\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n%s\r\n'
END = b"--x--\r\n"


def request(body: bytes, kind: str = "multipart/form-data; boundary=x") -> Request:
    pieces = [body[at : at + 1000] for at in range(0, len(body), 1000)] or [b""]
    messages = [{"type": "http.request", "body": piece, "more_body": piece is not pieces[-1]} for piece in pieces]

    async def receive() -> Any:
        return messages.pop(0)

    return Request({"type": "http", "method": "POST", "headers": [(b"content-type", kind.encode())]}, receive)


def read(body: bytes, largest: int = 1000, **more: str) -> SentForm:
    return asyncio.run(read_form(request(body, **more), largest, SeedError))


def test_texts_and_a_file_are_read() -> None:
    body = HEAD % (b"a", b"", b"one\r\ntwo") + HEAD % (b"file", b'; filename="C:\\x\\mine.md"', b"- Q? a") + END
    form = read(body)
    assert (form.text("a"), form.text("none")) == ("one\ntwo", "")
    assert (form.name, form.data) == ("mine.md", b"- Q? a")


def test_a_file_that_was_not_chosen_is_none() -> None:
    for name in (b"file", b"other"):
        form = read(HEAD % (name, b'; filename=""', b"") + END)
        assert (form.name, form.data) == ("", b"")


def test_what_is_too_large_is_refused_while_it_comes() -> None:
    with pytest.raises(SeedError, match="larger than 1 MiB"):
        read(HEAD % (b"a", b"", b"x" * (1024 * 1024 + OVERHEAD)) + END, 1024 * 1024)


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "", "multipart/form-data"])
def test_what_is_no_such_form_is_refused(kind: str) -> None:
    with pytest.raises(SeedError, match="cannot be read"):
        read(b"a=b", kind=kind)


def test_too_many_fields_are_refused() -> None:
    with pytest.raises(SeedError, match="cannot be read"):
        read(HEAD % (b"a", b"", b"") * 30 + END)
