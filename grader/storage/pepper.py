"""The file `pepper` beside an embedded database: what the digests of keys are made with."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

NAME = "pepper"


def read_pepper(folder: Path) -> bytes:
    """Return the pepper of a folder, made if it is not there; only its owner may read the file."""
    path = folder / NAME
    with suppress(FileExistsError):
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(number, "wb") as file:
            file.write(secrets.token_hex(32).encode())
    return path.read_bytes()
