"""`grader rubric build`: a seed's questions to rubric files, with respect for those that people have edited."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .build_files import Built, build_one, save
from .glyphs import one_line, visible
from .options import AsJson, SeedShape
from .output import write, write_json

if TYPE_CHECKING:
    from grader.rubric import Lexicon, Seed, SeedQuestion

FINDING, SOME_FAILED = 1, 3

SeedFile = Annotated[Path, typer.Argument(metavar="SEED", help="The document with the questions and their answers.")]
Out = Annotated[
    Path | None, typer.Option("--out", metavar="DIR", help="Write the files to DIR/<seed>/; without it, none.")
]
LexiconName = Annotated[
    str | None, typer.Option("--lexicon", metavar="NAME", help="The lexicon whose synonyms the rubrics take.")
]
Only = Annotated[str | None, typer.Option("--only", metavar="SLUG", help="Build this question and show its file.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="With --out: say what would be written, and write nothing.")]


def build(
    seed: SeedFile,
    out: Out = None,
    lexicon: LexiconName = None,
    only: Only = None,
    shape: SeedShape = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Build rubrics from a seed.

    A file that a person has edited is never overwritten: where the seed has changed since, it is called stale, and
    what could be merged is shown and written beside it as `<slug>.proposed.yaml`.
    """
    from grader.rubric import read_seed

    document = read_seed(seed, shape=shape)
    words = _lexicon(lexicon, out)
    chosen = _chosen(document, only)
    built = [build_one(question, document, words, seed, out) for question in chosen]
    if out is not None and not dry_run:
        for item in built:
            save(item)
        _save_assessment(document, out)
    if as_json:
        write_json({"seed": document.id, "lexicon": lexicon, "rubrics": [_data(item) for item in built]})
    else:
        write("\n".join(_page(built, in_full=only is not None)))
    _end(built)


def _save_assessment(seed: "Seed", out: Path) -> None:
    """A seed with weights becomes an assessment too, unless there is one that a person may have changed."""
    from grader.authoring import assessment_of
    from grader.rubric import assessment_text, save_text

    found, path = assessment_of(seed), out / "assessments" / f"{seed.id}.yaml"
    if found is not None and not path.exists():
        save_text(path, assessment_text(found))


def _lexicon(name: str | None, out: Path | None) -> "Lexicon":
    from grader.bootstrap import rubric_folders
    from grader.errors import LexiconError
    from grader.rubric import FileRubrics, slugify
    from grader.settings import read_settings

    if name is not None and slugify(name) != name:
        raise LexiconError(f"{name[:100]!r} cannot be a lexicon's name: it is words of a-z and 0-9 joined by `-`.")
    own = () if out is None else (out,)
    return FileRubrics((*own, *rubric_folders(read_settings()))).lexicon(name)


def _chosen(seed: "Seed", only: str | None) -> tuple["SeedQuestion", ...]:
    found = tuple(question for question in seed.questions if only is None or question.slug == only)
    if not found:
        known = ", ".join(question.slug for question in seed.questions[:5])
        raise typer.BadParameter(f"the seed has no question {only!r}; it begins with {known}", param_hint="--only")
    return found


def _page(built: list[Built], *, in_full: bool) -> Iterator[str]:
    for item in built:
        yield f"{item.state:9}  {item.id}" + (f"  ({len(item.rubric.concepts)})" if item.rubric else "")
        yield from (f"           left out: {one_line(text)} (only repeats the question)" for text in item.left_out)
        if item.state == "failed":
            yield f"           {one_line(item.error)}"
        if item.state == "stale":
            yield from (f"         - {one_line(text)}" for text in item.gone)
            yield from (f"         + {one_line(text)}" for text in item.new)
        if item.proposal:
            yield visible(item.proposal)
        elif in_full and item.text:
            yield visible(item.text)
    yield _total(built)


def _total(built: list[Built]) -> str:
    counts = Counter(item.state for item in built)
    return ", ".join(f"{count} {state}" for state, count in counts.items())


def _data(item: Built) -> dict[str, Any]:
    concepts = item.rubric.concepts if item.rubric else ()
    return {
        "id": item.id,
        "state": item.state,
        "concepts": [{"id": concept.id, "source": concept.source} for concept in concepts],
        "left_out": list(item.left_out),
        "gone": list(item.gone),
        "new": list(item.new),
        "proposal": item.proposal or None,
        "error": item.error or None,
    }


def _end(built: list[Built]) -> None:
    states = {item.state for item in built}
    if "failed" in states:
        raise typer.Exit(SOME_FAILED)
    if "stale" in states:
        raise typer.Exit(FINDING)
