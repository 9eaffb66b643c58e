"""`grader rubric lint`: what is likely wrong with rubrics, a line a finding."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from .glyphs import one_line
from .options import AsJson
from .output import write, write_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import NoReturn

    from grader.authoring import Finding, Library, Report

Names = Annotated[
    list[str] | None,
    typer.Argument(metavar="[RUBRIC ...]", help="Rubrics by name, or files, or folders; without any, all rubrics."),
]
Format = Literal["text", "json", "github"]
FOUND = 1
LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def lint(
    names: Names = None,
    everything: Annotated[bool, typer.Option("--all", help="Check every rubric.")] = False,
    as_json: AsJson = False,
    shape: Annotated[Format, typer.Option("--format", help="`github` prints annotations.")] = "text",
    notes: Annotated[bool, typer.Option("--notes", help="Print notes and waived findings too.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Notes fail too.")] = False,
) -> None:
    """Check rubrics for what is likely wrong.

    Prints file, line, code and what to do. The exit code is 1 if an error or a warning is left.
    """
    from grader.authoring import lint as check
    from grader.bootstrap import library

    found = library()
    report = check(_files([] if everything else names or [], found), found)
    if as_json or shape == "json":
        write_json(_data(report))
    else:
        write("\n".join(_lines(report, github=shape == "github", notes=notes or strict)) or "no findings")
    if report.count("error") + report.count("warning") + strict * report.count("note"):
        raise typer.Exit(FOUND)


def _files(names: list[str], library: "Library") -> "Iterator[Path]":
    from grader.rubric import FileRubrics, resolve

    for name in names or library.rubrics.ids():
        path = Path(name)
        if path.is_dir():
            inside = FileRubrics((path,))
            yield from sorted({*path.glob("*.yaml"), *map(inside.path, inside.ids())}) or _nothing(name)
        elif path.suffix in (".yaml", ".yml"):
            yield path
        else:
            yield _near(library.rubrics.path(resolve(name, library.rubrics)))


def _nothing(name: str) -> "NoReturn":
    raise typer.BadParameter(f"{name} holds no rubric: name a folder of `<seed>/<slug>.yaml`", param_hint="RUBRIC")


def _near(path: Path) -> Path:
    """The path as a person would write it: from the working directory, if it lies within."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _data(report: "Report") -> dict[str, object]:
    counts = {f"{severity}s": report.count(severity) for severity in LEVELS}
    findings = [{"severity": finding.severity, **asdict(finding)} for finding in (*report.findings, *report.waived)]
    return {"files": report.files, **counts, "waived": len(report.waived), "findings": findings}


def _lines(report: "Report", *, github: bool, notes: bool) -> "Iterator[str]":
    shown = [finding for finding in report.findings if notes or finding.severity != "note"]
    yield from map(_annotation if github else _line, shown)
    if github:
        return
    if notes:
        yield from (f"{_line(finding)} waived: {one_line(finding.waived or '')}" for finding in report.waived)
    yield _summary(report, notes=notes)


def _line(finding: "Finding") -> str:
    fix = f" (fix: {one_line(finding.fix)})" if finding.fix else ""
    place = f"{one_line(finding.path)}:{finding.line}"
    return f"{place}: {finding.code} {finding.severity} {one_line(finding.message)}{fix}"


def _annotation(finding: "Finding") -> str:
    text = f"{finding.message} (fix: {finding.fix})" if finding.fix else finding.message
    place = f"file={_escaped(finding.path, ',:')},line={finding.line},title={finding.code}"
    return f"::{LEVELS[finding.severity]} {place}::{_escaped(text)}"


def _escaped(text: str, more: str = "") -> str:
    """A workflow command escapes `%`, line breaks and, in its properties, `,` and `:`."""
    return "".join(f"%{ord(c):02X}" if c in f"%\r\n{more}" else c for c in text)


def _summary(report: "Report", *, notes: bool) -> str:
    counts = [_count(report.count(severity), severity) for severity in LEVELS]
    hidden = " (--notes prints them)" if not notes and report.count("note") + len(report.waived) else ""
    return f"{_count(report.files, 'file')}: {', '.join(counts)}, {len(report.waived)} waived{hidden}"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
