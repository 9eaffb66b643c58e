"""`grader rubric test`: what rubrics do with texts made from themselves."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from grader.errors import AmbiguousRubric, GraderError, UnknownRubric

from .glyphs import one_line
from .options import AsJson
from .output import write, write_json
from .rubric_named import rubric_named

if TYPE_CHECKING:
    from grader.authoring import Case, SelfTestReport

A_FINDING, SOME_FAILED = 1, 3

Names = Annotated[
    list[str] | None,
    typer.Argument(metavar="RUBRIC", help="Rubrics: files, ids, slugs, or unambiguous parts of these."),
]
All = Annotated[bool, typer.Option("--all", help="Test every rubric.")]
Verbose = Annotated[bool, typer.Option("--verbose", help="Show every text that is tried.")]


def try_rubrics(rubrics: Names = None, every: All = False, as_json: AsJson = False, verbose: Verbose = False) -> None:
    """Test rubrics without labels.

    Tries each on texts made from itself: the reference, nothing, the question, other references, each concept said,
    denied, left out, swapped, misspelt. Ends with 1 if one does not behave and nobody has accepted it.
    """
    if bool(rubrics) == every:
        raise typer.BadParameter("name the rubrics to test, or give --all", param_hint="RUBRIC")

    reports, errors = _tested(rubrics)
    for error in errors:
        typer.echo(f"Error: {one_line(error)}", err=True)
    if as_json:
        write_json(_document(reports, errors))
    else:
        write("\n".join(_lines(reports, verbose=verbose)))
    if errors or any(report.failures for report in reports):
        raise typer.Exit(SOME_FAILED if errors else A_FINDING)


def _tested(names: list[str] | None) -> tuple[list["SelfTestReport"], list[str]]:
    """The reports, and the errors of rubrics that cannot be tested: one bad file does not hide the others."""
    from grader.bootstrap import bench, services

    found, tester = services(), bench()
    reports, errors = [], []
    for name in names or found.rubrics.ids():
        try:
            reports.append(tester.test(rubric_named(name, found)))
        except (UnknownRubric, AmbiguousRubric):
            raise
        except GraderError as error:
            errors.append(str(error))
    return reports, errors


def _lines(reports: list["SelfTestReport"], *, verbose: bool) -> Iterator[str]:
    for report in reports:
        good = sum(case.behaves for case in report.cases)
        noted = f", {len(report.accepted)} accepted" if report.accepted else ""
        yield f"{report.rubric}  {good} of {len(report.cases)} behave{noted}"
        for case in report.cases if verbose else report.failures:
            yield from _case(case)
        yield from (f"  needless: nothing to accept in {one_line(name)!r}" for name in report.needless)
    if len(reports) > 1:
        yield from _total(reports)


def _case(case: "Case") -> Iterator[str]:
    mutant = case.mutant
    about = f" {mutant.about}" if mutant.about else ""
    yield f'  {mutant.kind}{about}  "{one_line(mutant.text)}"'
    if case.behaves:
        yield f"    as expected: {mutant.expected}"
        return
    yield f"    expected {mutant.expected}"
    yield f"    got {', '.join(case.got)}"
    if case.accepted is not None:
        yield f"    accepted: {one_line(case.accepted)}"


def _total(reports: list["SelfTestReport"]) -> Iterator[str]:
    from grader.authoring import kinds

    yield ""
    counts = kinds(reports)
    yield from (f"{kind:12}{good:5} of {of:5}" for kind, (good, of) in counts.items())
    good, of = (sum(pair[i] for pair in counts.values()) for i in (0, 1))
    failed = sum(len(report.failures) for report in reports)
    accepted = sum(len(report.accepted) for report in reports)
    yield f"{'in all':12}{good:5} of {of:5} behave: {good / of:.1%}; {accepted} accepted, {failed} not"


def _document(reports: list["SelfTestReport"], errors: list[str]) -> dict[str, Any]:
    from grader.authoring import kinds

    counts = {kind: {"behave": good, "mutants": of} for kind, (good, of) in kinds(reports).items()}
    return {"rubrics": [_report(report) for report in reports], "kinds": counts, "errors": errors}


def _report(report: "SelfTestReport") -> dict[str, Any]:
    return {
        "rubric": report.rubric,
        "mutants": len(report.cases),
        "behave": sum(case.behaves for case in report.cases),
        "failures": [_failure(case) for case in (*report.failures, *report.accepted)],
        "needless": list(report.needless),
    }


def _failure(case: "Case") -> dict[str, Any]:
    mutant = case.mutant
    return {
        "kind": mutant.kind,
        "about": mutant.about,
        "name": mutant.name,
        "text": mutant.text,
        "expected": mutant.expected,
        "got": list(case.got),
        "accepted": case.accepted,
    }
