"""A form with a file in it: read into memory, and no longer than it may be."""

from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass

from fastapi import Request
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from grader.errors import GraderError

MOST_FIELDS = 20
OVERHEAD = 64 * 1024
"""What the other fields of a form may take."""


@dataclass(frozen=True, slots=True)
class SentForm:
    """A form's texts with plain line breaks, and its file's name and bytes; both are empty if none was chosen."""

    texts: Mapping[str, str]
    name: str = ""
    data: bytes = b""

    def text(self, name: str) -> str:
        """Return a field's text; empty if there is none."""
        return self.texts.get(name, "")


async def read_form(request: Request, largest: int, refused: type[GraderError]) -> SentForm:
    """Return a form whose file, `file`, has at most `largest` bytes. Raises `refused` for a larger one, and no form."""
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise refused("The form cannot be read. Open the page here and send it again.")
    limit = largest + OVERHEAD
    parser = MultiPartParser(
        request.headers, _counted(request, limit, refused), max_files=1, max_fields=MOST_FIELDS, max_part_size=limit
    )
    try:
        form = await parser.parse()
    except MultiPartException as error:
        raise refused(f"The form cannot be read ({error.message}).") from None
    try:
        return await _taken(form)
    finally:
        await form.close()


async def _taken(form: FormData) -> SentForm:
    texts = {name: value.replace("\r\n", "\n") for name, value in form.items() if isinstance(value, str)}
    file = form.get("file")
    if not isinstance(file, UploadFile) or not file.filename:
        return SentForm(texts)
    return SentForm(texts, file.filename.replace("\\", "/").rpartition("/")[2][-100:], await file.read())


async def _counted(request: Request, limit: int, refused: type[GraderError]) -> AsyncGenerator[bytes, None]:
    size = 0
    async for data in request.stream():
        size += len(data)
        if size > limit:
            raise refused(f"This is larger than {(limit - OVERHEAD) // 1024**2} MiB. Split it.")
        yield data
