"""A garden's rubric without a fault, and lint run on it after some words were replaced."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from grader.authoring import Finding, Library, Report
from grader.authoring import lint as check

ASKED = "- How to keep roses healthy? prune in winter, feed with compost, avoid wet leaves"
SEED = f"{ASKED}\n- How to grow tomatoes? choose a sunny place, tie the stems to poles\n"
RUBRIC = f"""id: garden/how-to-keep-roses-healthy
question: How to keep roses healthy?
source: {{seed: garden, line: 1, sha256: {sha256(ASKED.encode()).hexdigest()}}}
lexicon: garden
concepts:
  - id: prune
    source: prune in winter
    weight: 1
    expect: >-
      prune | cut branches |
      shorten shoots
    feedback:
      met: You care for its shape.
      partial: Say more about its shape.
      missed: Say something about its shape.
      contradicted: Think again about its shape.
    hint: It has grown too tall. What do you do?
  - id: feed
    source: feed with compost
    weight: 1
    expect: compost | manure
    feedback:
      met: You think of the soil.
      partial: Say more about the soil.
      missed: Say something about the soil.
      contradicted: Think again about the soil.
    hint: The ground is poor. What do you do?
  - id: dry-leaves
    source: avoid wet leaves
    weight: 1
    expect:
      avoid: wet foliage
    feedback:
      met: You know where water harms.
      partial: Say more about where water harms.
      missed: Say something about where water harms.
      contradicted: Think again about where water harms.
    hint: How do you water?
"""
LEXICON = """id: garden
terms:
  fertilizer:
    instances: compost
  foliage:
    same: leaves
  prune:
    same: cut back
    opposite: let grow
"""
Lint = Callable[..., list[Finding]]


class Garden:
    """A folder with a seed, a lexicon and a rubric."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.rubric = self.write("rubrics/garden/how-to-keep-roses-healthy.yaml", RUBRIC)
        self.lexicon = self.write("rubrics/lexicon/garden.yaml", LEXICON)
        self.seed = self.write("seeds/garden.md", SEED)

    def write(self, name: str, text: str) -> Path:
        """Write a file of the folder."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    def change(self, path: Path, *changes: tuple[str, str]) -> None:
        """Replace words, each of which must be there."""
        text = path.read_text("utf-8")
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new, 1)
        path.write_text(text, "utf-8")

    def report(self, *paths: Path) -> Report:
        """Lint some files, or the rubric."""
        return check(paths or (self.rubric,), Library((self.folder / "rubrics",)))


@pytest.fixture
def garden(tmp_path: Path) -> Garden:
    """Return a garden without a fault."""
    return Garden(tmp_path)


@pytest.fixture
def lint(garden: Garden) -> Lint:
    """Return what lint finds after some words of the rubric were replaced."""

    def findings(*changes: tuple[str, str]) -> list[Finding]:
        garden.change(garden.rubric, *changes)
        return list(garden.report().findings)

    return findings


def codes(findings: list[Finding]) -> list[str]:
    """Return the codes of some findings."""
    return [finding.code for finding in findings]


def one(findings: list[Finding], code: str) -> Finding:
    """Return the only finding with a code."""
    (found,) = (finding for finding in findings if finding.code == code)
    return found
