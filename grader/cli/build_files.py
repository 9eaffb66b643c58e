"""The files of built rubrics: what is there, what is written, what is proposed."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from grader.rubric import Lexicon, Rubric, Seed, SeedQuestion


@dataclass(frozen=True, slots=True)
class Built:
    """What came of one question; `text` is the file's text, `proposal` the difference that a person may take over."""

    id: str
    state: Literal["built", "unchanged", "kept", "stale", "failed"]
    rubric: "Rubric | None" = None
    path: Path | None = None
    text: str = ""
    left_out: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    proposed: str = ""
    proposal: str = ""
    error: str = ""


def build_one(question: "SeedQuestion", seed: "Seed", lexicon: "Lexicon", path: Path, out: Path | None) -> Built:
    """Return what a question's rubric is and how it stands to the file that is there; nothing is written."""
    from grader.authoring import build_rubric, left_out
    from grader.errors import RubricError
    from grader.rubric import rubric_text

    rubric = build_rubric(question, seed_id=seed.id, lexicon=lexicon, path=str(path))
    file = None if out is None else out / seed.id / f"{question.slug}.yaml"
    spare = left_out(question.question, question.reference, lexicon)
    made = Built(rubric.id, "built", rubric, file, rubric_text(rubric), spare)
    try:
        return _beside(made, rubric)
    except RubricError as fault:
        return replace(made, state="failed", error=f"{str(fault).rstrip('.')}. The file is left as it is.")


def save(item: Built) -> None:
    """Write the file of a built rubric, or the proposal beside a stale one. Raises FileFault."""
    from grader.rubric import PROPOSED, save_text

    if item.path is not None and item.state == "built":
        save_text(item.path, item.text)
    elif item.path is not None and item.proposed:
        save_text(item.path.with_name(f"{item.path.stem}{PROPOSED}"), item.proposed)


def _beside(made: Built, rubric: "Rubric") -> Built:
    from grader.authoring import compare, propose
    from grader.rubric import read_rubric, rubric_text

    if made.path is None or not made.path.exists():
        return made
    there = read_rubric(made.path)
    found = compare(rubric, there)
    item = replace(made, state=found.state, gone=found.gone, new=found.new)
    if found.state != "stale":
        return item
    proposed = rubric_text(propose(rubric, there))
    return replace(item, proposed=proposed, proposal=_difference(made.path, proposed))


def _difference(path: Path, proposed: str) -> str:
    from difflib import unified_diff

    from grader.rubric import PROPOSED

    old = path.read_text(encoding="utf-8").splitlines()
    names = path.name, f"{path.stem}{PROPOSED}"
    return "\n".join(unified_diff(old, proposed.splitlines(), *names, lineterm=""))
