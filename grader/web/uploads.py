"""Files that people uploaded, held until they have said what is in them: of their own tenant only, for an hour."""

import hashlib
import re
from pathlib import Path
from typing import BinaryIO

from grader.access import Principal
from grader.batches import Intake
from grader.errors import AnswersError, NoSuchPlace

LARGEST = 64 * 1024 * 1024
ENDINGS = (".csv", ".tsv", ".jsonl", ".ndjson", ".json", ".xlsx", ".txt")
PART = 1 << 20
_NAME = re.compile(r"spl_[a-z2-7]{26}\.(?P<owner>[0-9a-f]{16})(?P<ending>\.[a-z]{3,6})")


def hold(intake: Intake, who: Principal, name: str, file: BinaryIO) -> str:
    """Keep a file and return what it is called here. Raises AnswersError for a kind that is not read, StorageFull."""
    ending = Path(name).suffix.lower()
    if ending not in ENDINGS:
        raise AnswersError(f"A file of answers ends in one of {', '.join(ENDINGS)}.")
    intake.sweep()
    with intake.spool(f".{_owner(who)}{ending}") as spool:
        while part := file.read(PART):
            spool.write(part)
        spool.finish()
    return spool.path.name


def held(intake: Intake, who: Principal, upload: str) -> Path:
    """Return the path of a file. Raises NoSuchPlace, for another tenant's too."""
    found = _NAME.fullmatch(upload)
    if found is None or found["owner"] != _owner(who):
        raise NoSuchPlace("The file is not here any more. Send it again.")
    return intake.held(upload)


def _owner(who: Principal) -> str:
    return hashlib.sha256(who.tenant.encode("utf-8")).hexdigest()[:16]
