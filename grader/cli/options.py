"""The arguments and options that several commands share."""

from pathlib import Path
from typing import Annotated, Literal

import typer

Mode = Literal["answer", "notes", "transcript"]
# As in grader.access, which `grader --help` need not load; a test holds them together.
RoleName = Literal["admin", "interviewer", "grader", "candidate"]
HOME = "default"
View = Literal["full", "candidate"]

RubricName = Annotated[
    str,
    typer.Argument(metavar="RUBRIC", help="A rubric's id, slug, any unambiguous part of it, or its question."),
]
Text = Annotated[
    str | None,
    typer.Argument(metavar="TEXT|-", help="The answer; `-`, or nothing on a pipe, reads standard input."),
]
File = Annotated[Path | None, typer.Option("--file", metavar="FILE", help="Read the answer from a UTF-8 file.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON and nothing else.")]
AnswerMode = Annotated[Mode, typer.Option("--mode", help="How to read the answer: `notes` takes bare terms as claims.")]
When = Literal["never", "unsure", "always"]
JudgeWhen = Annotated[
    When | None,
    typer.Option(
        "--judge", help="When to ask the judge; without it, `unsure` if GRADER_JUDGE_MODELS is set, else `never`."
    ),
]
ShapeName = Literal["bullets", "numbered", "headings", "table", "csv", "tsv", "jsonl"]
SeedShape = Annotated[
    ShapeName | None, typer.Option("--shape", help="The shape of the questions; without it, it is found.")
]
