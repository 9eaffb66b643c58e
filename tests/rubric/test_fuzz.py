"""Whatever a file holds, its reader returns a value or an error of its kind, within a bounded time."""

import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from time import process_time
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.errors import AssessmentError, FileFault, LexiconError, RubricError, SeedError
from grader.rubric import SHAPES, Assessment, Lexicon, Rubric, parse_seed
from grader.rubric.validation import validated
from grader.rubric.yaml import read_yaml

ROOT = Path(__file__).parents[2]
RUNS = 200_000
OPENING, PART = 2_500, 800
SECONDS = 0.25
MARKS = [
    *(
        "- ",
        "* ",
        "1. ",
        "# ",
        "## ",
        "? ",
        "?\n",
        "|",
        "\n|-|-|\n",
        "---\n",
        "```\n",
        "~~~",
        "> ",
        "    ",
        "\t",
        "\n\n",
    ),
    *(
        '"',
        '""',
        "'",
        ",",
        ";",
        "{",
        "}",
        "[",
        "]",
        ": ",
        "\\",
        "\\u0000",
        "\\ud800",
        "&a ",
        "*a",
        "!x ",
        "<<: ",
        "<!--",
    ),
    *("question,answer\n", "question\tanswer\n", '{"question": "', '", "answer": "', "weight", "1e999", "null", "=\n"),
    *(
        "\0",
        "\r",
        "\x85",
        "\u2028",
        "\ufeff",
        "\u0301" * 40,
        "é",
        "\U0001f600",
        "any",
        "all",
        "avoid",
        "prefer",
        "bind",
    ),
]


class Target(NamedTuple):
    """A reader of bytes, real files for it, and the only error it may raise."""

    name: str
    read: Callable[[bytes, Random], Any]
    files: tuple[bytes, ...]
    error: type[FileFault]


def seed(data: bytes, random: Random) -> Any:
    shape = random.choice((None, None, None, *SHAPES)) if random.random() < 0.5 else None
    return parse_seed(data, path=f"x.{random.choice(('md', 'md', 'md', 'csv', 'tsv', 'jsonl'))}", shape=shape)


def model(kind: type[Rubric | Lexicon | Assessment], error: type[FileFault]) -> Callable[[bytes, Random], Any]:
    return lambda data, _: validated(kind, read_yaml(data, path="x.yaml", error=error), Path("x.yaml"), error)


def files(pattern: str) -> tuple[bytes, ...]:
    return tuple(path.read_bytes() for path in sorted(ROOT.glob(pattern)))


TARGETS = (
    Target("seed", seed, files("tests/seeds/*.*") + files("seeds/*.md"), SeedError),
    Target("rubric", model(Rubric, RubricError), files("rubrics/back*/*.yaml"), RubricError),
    Target("lexicon", model(Lexicon, LexiconError), files("rubrics/lexicon/*.yaml"), LexiconError),
    Target("assessment", model(Assessment, AssessmentError), files("rubrics/assessments/*.yaml"), AssessmentError),
)


def part(data: bytes, random: Random) -> bytes:
    start = random.randrange(len(data) + 1)
    return data[start : start + random.randrange(PART)]


def mutated(target: Target, random: Random) -> bytes:
    """Return a real file, or its opening or a part, with some changes, or random bytes or text."""
    kind = random.random()
    if kind < 0.05:
        return random.randbytes(random.randrange(200))
    if kind < 0.15:
        return "".join(random.choices(MARKS, k=random.randrange(40))).encode()
    data = random.choice(target.files)
    if kind > 0.2:
        data = data[:OPENING] if kind < 0.5 else part(data, random)
    for _ in range(random.choice((0, 1, 1, 2, 4, 8))):
        data = changed(data, target, random)
    return data


def changed(data: bytes, target: Target, random: Random) -> bytes:
    place = random.randrange(len(data) + 1)
    end = place + random.randrange(30)
    new = (
        b"",
        random.choice(MARKS).encode(),
        random.choice(MARKS).encode() * random.randrange(60),
        random.randbytes(1),
        data[place:end] * 3,
        part(random.choice(target.files), random)[:100],
    )
    return data[:place] + random.choice(new) + data[random.choice((place, end)) :]


def outcome(target: Target, data: bytes, random: Random) -> str:
    """Return what came of an input; any error but the target's own goes through, and one without its file too."""
    try:
        target.read(data, random)
    except target.error as fault:
        return "refused" if fault.path.startswith("x.") and fault.line >= 0 else str(fault)
    return "read"


def seconds(target: Target, data: bytes, run: int) -> float:
    """Return the processor's time for an input: other programs do not count."""
    start = process_time()
    assert outcome(target, data, Random(run)) in ("read", "refused")
    return process_time() - start


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
@settings(deadline=None)
@given(run=st.integers(0, 2**64), other=st.none() | st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_input_is_read_or_refused(target: Target, run: int, other: bytes | None) -> None:
    random = Random(run)
    assert outcome(target, mutated(target, random) if other is None else other, random) in ("read", "refused")


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_changed_files_are_now_and_then_still_read(target: Target) -> None:
    randoms = [Random(run) for run in range(400)]
    found = [outcome(target, mutated(target, random), random) for random in randoms]
    assert set(found) == {"read", "refused"}


@pytest.mark.long
@pytest.mark.timeout(900)
def test_200_000_inputs_are_read_or_refused_each_within_250_ms() -> None:
    slowest, total = 0.0, 0.0
    for run in range(RUNS):
        target = TARGETS[0] if run % 2 else TARGETS[1 + run // 2 % 3]
        data = mutated(target, Random(run))
        took = seconds(target, data, run)
        if took > SECONDS:
            took = min(took, seconds(target, data, run))
        assert took <= SECONDS, f"{target.name}, run {run}: {took:.3f} s for {len(data)} bytes"
        slowest, total = max(slowest, took), total + took
    sys.stdout.write(f"{RUNS:,} inputs in {total:.0f} s, the slowest took {slowest * 1000:.0f} ms\n")
