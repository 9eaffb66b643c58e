"""Run the commands in a page's `console` blocks and compare, or (`python tests/console.py`) rewrite, their outputs."""

import json
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from starlette.testclient import TestClient

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
RANDOM_ID = re.compile(r"(?<=grd_)[a-z2-7]{26}|(?<=\"|:)[0-9a-f]{32}(?=\")")
SET_UP = ("git clone", "cd ", "make ")


def transcripts(page: str) -> Iterator[tuple[str, str]]:
    """Yield each command of a page with the output below it; `...` lines at the end of an output cut it short."""
    for block in BLOCK.findall(page):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            lines = part.splitlines()
            more = next((i for i, line in enumerate(lines) if not line.endswith("\\")), 0)
            command = "\n".join(lines[: more + 1])
            if not command.startswith(SET_UP):
                yield command, "\n".join(lines[more + 1 :]).rstrip()


def run(command: str) -> str:
    """Return what a command prints: `grader ...` as a process of its own, `curl ...` against the application."""
    words = shlex.split(command.replace("\\\n", " "))
    return _request(words) if words[0] == "curl" else _process(words)


def _process(words: list[str]) -> str:
    assert words[0] == "grader", words
    done = subprocess.run(
        [sys.executable, "-m", *words], cwd=ROOT, capture_output=True, text=True, input="", check=False
    )
    return _lines(done.stdout + done.stderr)


def _request(words: list[str]) -> str:
    from grader.asgi import create_app  # noqa: PLC0415 - only pages with a curl need the application

    url = next(word for word in words if word.startswith("http://127.0.0.1"))
    data = words[words.index("-d") + 1] if "-d" in words else None
    with TestClient(create_app(), "http://127.0.0.1", client=("127.0.0.1", 50_000)) as client:
        path = re.sub(r"^http://[^/]+", "", url)
        headers = {"content-type": "application/json"}
        reply = client.post(path, content=data, headers=headers) if data else client.get(path)
    return json.dumps(reply.json(), indent=2, ensure_ascii=False)


def _lines(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.rstrip().splitlines())


def same(shown: str, printed: str) -> bool:
    """Return whether a page shows what was printed: ids are random, and `...` stands for lines left out."""
    shown, printed = RANDOM_ID.sub("", shown), RANDOM_ID.sub("", printed)
    pieces = [re.escape(piece.strip("\n")) for piece in re.split(r"^ *\.\.\.$", shown, flags=re.MULTILINE)]
    return re.fullmatch(r"(?s)" + r"(?:\n.*?)?\n?".join(pieces), printed) is not None


def rewrite(path: Path) -> None:
    """Write a page anew with the outputs its commands print now; outputs that still hold are left alone."""
    page = path.read_text("utf-8")
    for command, shown in transcripts(page):
        printed = run(command)
        if not same(shown, printed):
            page = page.replace(f"$ {command}\n{shown}\n" if shown else f"$ {command}\n", f"$ {command}\n{printed}\n")
    path.write_text(page, "utf-8")


if __name__ == "__main__":
    for name in sys.argv[1:]:
        rewrite(Path(name))
