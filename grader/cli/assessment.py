"""`grader assessment`: list assessments, show one, lint them, print the schema of their files."""

from typing import TYPE_CHECKING, Annotated

import typer

from .glyphs import one_line
from .options import AsJson
from .output import write, write_json

if TYPE_CHECKING:
    from grader.rubric import Assessment, Policy

FINDING = 1

assessment = typer.Typer(help="List, show and check assessments.", rich_markup_mode=None)
AssessmentId = Annotated[str, typer.Argument(metavar="ID", help="An assessment's id: the name of its file.")]
SomeId = Annotated[str | None, typer.Argument(metavar="[ID]", help="An assessment's id; without it, all are checked.")]


@assessment.command("list")
def list_assessments(as_json: AsJson = False) -> None:
    """List the assessments: id, number of questions, title."""
    from grader.bootstrap import services

    stored = services().assessments
    found = [stored.get(name) for name in stored.ids()]
    if as_json:
        write_json({"assessments": [_summary(item) for item in found]})
    else:
        write("\n".join(f"{item.id}  ({len(item.questions)})  {one_line(item.title)}" for item in found))


@assessment.command("show")
def show(assessment: AssessmentId, as_json: AsJson = False) -> None:
    """Show an assessment.

    Prints its policy, and each question with its weight and rubric.
    """
    from grader.bootstrap import services
    from grader.rubric import content_hash

    served = services()
    found = served.assessments.get(assessment)
    if as_json:
        write_json({**found.model_dump(mode="json"), "hash": content_hash(found)})
        return
    lines = [one_line(found.title), found.id, content_hash(found), _policy(found.policy)]
    for place, question in enumerate(found.questions, 1):
        asked = one_line(served.rubrics.get(question.rubric).question)
        lines += ["", f"{place:>3}  {asked}  (weight {question.weight:g})", f"     {question.rubric}"]
    write("\n".join(lines))


@assessment.command("lint")
def lint(assessment: SomeId = None) -> None:
    """Check assessments.

    Prints a line for each finding, with file and line, and then ends with exit code 1.
    """
    from grader.bootstrap import services
    from grader.rubric import lint_assessment

    served = services()
    names = served.assessments.ids() if assessment is None else (assessment,)
    rubrics = frozenset(served.rubrics.ids())
    found = [str(fault) for name in names for fault in lint_assessment(served.assessments.path(name), rubrics)]
    write("\n".join(map(one_line, found)) or f"No findings in {len(names)} assessment{'s' * (len(names) != 1)}.")
    if found:
        raise typer.Exit(FINDING)


@assessment.command("schema")
def schema() -> None:
    """Print the JSON Schema of an assessment file."""
    from grader.rubric import assessment_schema

    write_json(assessment_schema())


def _summary(found: "Assessment") -> dict[str, object]:
    return {"id": found.id, "title": found.title, "questions": len(found.questions)}


def _policy(policy: "Policy | None") -> str:
    if policy is None:
        return "policy: none, so no band is given"
    return (
        f"policy: advance from {policy.cutoff:g} ({one_line(policy.method)}; {one_line(policy.author)}, {policy.date})"
    )
