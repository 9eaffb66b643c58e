"""`grader rubric suggest`: phrases from labelled answers that the matcher missed, as a patch."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from grader.errors import FileFault

from .glyphs import one_line, visible
from .options import AsJson
from .output import write, write_json
from .rubric_named import rubric_named

if TYPE_CHECKING:
    from grader.authoring import Found

SOME_FAILED = 3

Name = Annotated[str, typer.Argument(metavar="RUBRIC", help="A rubric's file, id, slug or unambiguous part of it.")]
Labels = Annotated[
    Path,
    typer.Argument(metavar="LABELS", help="JSON lines: `rubric` or `q`, `answer`, and `units` with a verdict each."),
]
PatchFile = Annotated[Path | None, typer.Option("--patch", metavar="FILE", help="Write the patch to a file.")]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found in a number of labelled answers, as a patch; what to add by hand; errors of lines."""

    rubric: str
    answers: int
    found: "Found"
    patch: str
    by_hand: tuple[str, ...]
    errors: tuple[str, ...]


def propose(rubric: Name, labels: Labels, as_json: AsJson = False, patch: PatchFile = None) -> None:
    """Suggest phrases from labelled answers.

    Prints phrases that turn more verdicts right than wrong and break no self-test, and a patch that adds them. Nothing
    is changed: read it, then `git apply` it.
    """
    outcome = _outcome(rubric, labels)
    for error in outcome.errors:
        typer.echo(f"Error: {one_line(error)}", err=True)
    if patch is not None:
        _save(patch, outcome.patch)
    if as_json:
        write_json(_document(outcome))
    else:
        write("\n".join(_lines(outcome, with_patch=patch is None)))
    if outcome.errors:
        raise typer.Exit(SOME_FAILED)


def _outcome(name: str, labels: Path) -> Outcome:
    from grader.authoring import patch, read_labels, suggest
    from grader.bootstrap import bench, services

    found, tester = services(), bench()
    rubric = rubric_named(name, found)
    questions = [question.slug for seed in tester.seeds(rubric.seed) for question in seed.questions]
    ours, others, errors = read_labels(labels, rubric, questions)
    lexicon = found.rubrics.lexicon(rubric.lexicon)
    proposed = suggest(rubric, lexicon, ours, [row.answer for row in others], tester)
    path = Path(name) if Path(name).is_file() else found.rubrics.path(rubric.id)
    text = path.read_text("utf-8")
    changes, by_hand = patch(text, rubric, proposed.suggestions, name=_short(path))
    return Outcome(rubric.id, len(ours), proposed, changes, by_hand, errors)


def _short(path: Path) -> str:
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix().lstrip("/")


def _save(path: Path, text: str) -> None:
    try:
        path.write_text(f"{text}\n" if text else "", "utf-8")
    except OSError as cause:
        raise FileFault(f"The patch cannot be written ({cause.strerror}).", path=str(path)) from cause


def _lines(outcome: Outcome, *, with_patch: bool) -> Iterator[str]:
    found = outcome.found
    phrases = f"{len(found.suggestions)} phrase{'' if len(found.suggestions) == 1 else 's'}"
    yield f"{outcome.rubric}: {phrases} from {outcome.answers} labelled answers"
    for one in found.suggestions:
        yield f'  {one.concept}  "{one_line(one.phrase)}"  right {len(one.right)}, wrong {len(one.wrong)}'
        yield f"    {one_line(', '.join((*one.right, *one.wrong)))}"
    for dropped in found.dropped:
        yield f'  dropped  {dropped.concept}  "{one_line(dropped.phrase)}"'
        yield f"    breaks the self-test: {one_line(dropped.breaks)}"
    yield from (f"  {one_line(advice)}" for advice in outcome.by_hand)
    if with_patch and outcome.patch:
        yield ""
        yield visible(outcome.patch)


def _document(outcome: Outcome) -> dict[str, Any]:
    return {
        "rubric": outcome.rubric,
        "answers": outcome.answers,
        "suggestions": [asdict(one) for one in outcome.found.suggestions],
        "dropped": [asdict(dropped) for dropped in outcome.found.dropped],
        "patch": outcome.patch,
        "by_hand": list(outcome.by_hand),
        "errors": list(outcome.errors),
    }
