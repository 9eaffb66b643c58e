"""The command line starts light, fails in one line, and ends with the right code."""

import subprocess
import sys

import pytest

import grader as package

from .conftest import Run

HEAVY = {"fastapi", "starlette", "sqlalchemy", "litellm", "rapidfuzz", "yaml", "uvicorn", "rich"}


def loaded_by(*arguments: str) -> set[str]:
    code = f"import sys; from grader.cli.main import run; run({list(arguments)}); print('loaded:', *sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in done.stdout.rpartition("loaded:")[2].split()}


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_loads_nothing_heavy(option: str) -> None:
    loaded = loaded_by(option)
    assert "typer" in loaded
    assert not loaded & (HEAVY | {"pydantic"})


@pytest.mark.parametrize("command", ["grade", "hints", "explain", "rubric", "serve"])
def test_the_help_of_a_command_loads_nothing_but_what_typer_reads_options_with(command: str) -> None:
    assert not loaded_by(command, "--help") & HEAVY


def test_the_version_is_the_packages(grader: Run) -> None:
    assert grader("--version") == (0, f"grader {package.__version__}\n", "")


def test_help_names_every_command(grader: Run) -> None:
    out = grader("--help").out
    assert all(f"\n  {name} " in out for name in ("grade", "hints", "explain", "serve", "rubric"))


@pytest.mark.parametrize(
    "arguments",
    [[], ["nope"], ["rubric"], ["grade"], ["grade", "how-to-scale", "x", "--nope"], ["grade", "unheard-of", "x"]],
)
def test_wrong_use_is_one_line_and_exit_code_2(grader: Run, arguments: list[str]) -> None:
    code, out, err = grader(*arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("Error: ")


def test_an_unknown_rubric_is_answered_with_near_names(grader: Run) -> None:
    assert "toy/how-to-scale" in grader("grade", "how-to-scael", "x").err


def test_an_error_shows_no_escape_codes_of_what_was_typed(grader: Run) -> None:
    assert "\x1b" not in grader("grade", "how-to-scale", "x", "--mode", "\x1b[2J").err
    assert "\x1b" not in grader("grade", "\x1b[2J", "x").err


def test_a_closed_output_is_no_fault() -> None:
    start = "import sys; sys.stdout = None; sys.argv = ['grader', 'rubric', 'schema']; "
    code = start + "from grader.cli.main import main; main()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
