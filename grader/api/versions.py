"""ETag and If-Match: a change names the version of the grade that it is of."""

import re
from typing import Annotated

from fastapi import Depends, Header

from grader.errors import StaleGrade, VersionMissing

_TAG = re.compile(r'"([1-9][0-9]{0,8})"')


def etag(version: int) -> str:
    """Return the ETag of a version."""
    return f'"{version}"'


async def _expected(
    if_match: Annotated[str | None, Header(description='The ETag of the grade that you read, like `"1"`.')] = None,
) -> int:
    """Return the version that a client means. Raises VersionMissing; StaleGrade for what is no ETag of ours."""
    if if_match is None:
        raise VersionMissing
    found = _TAG.fullmatch(if_match.strip())
    if found is None:
        raise StaleGrade
    return int(found[1])


Expected = Annotated[int, Depends(_expected)]
