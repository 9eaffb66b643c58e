"""The shape of the code, where neither the linter nor the import contracts can see it."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "grader"
SOURCES = sorted(PACKAGE.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
MODULES = [path for path in SOURCES if path.stem.strip("_") == path.stem and path.read_text("utf-8").count("\n") > 15]
CONFIG: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LAYERS, CORE, _ = CONFIG["tool"]["importlinter"]["contracts"]
COMPOSING = ("bootstrap.py", "workshop.py")
CORE_PACKAGES = {"text", "rubric", "matching", "judge", "grading", "batches", "authoring", "evaluation"}
MACHINE = re.compile(r"(?<![\w.])/(?:work|root|home|Users|opt)/[a-z.]|[A-Z]:\\Users")
INDEX = re.compile(r"(https?|file)://[^ ]*/simple|/packages/[0-9a-f]{2}/[0-9a-f]{2}/")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> set[str]:
    """Return the modules that a file imports from, with the dots of a relative import."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names = [node.module] if node.module else [alias.name for alias in node.names]
            found.update("." * node.level + name for name in names)
    return found


def code_of(path: Path) -> str:
    """Return a file's code without comments, layout and the text of its literals."""
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = ""
    return ast.unparse(tree)


def packages(path: Path) -> list[str]:
    """Return the packages that a file of the grader lies in, without `grader` itself."""
    parts = path.relative_to(ROOT).parts[:-1]
    return [".".join(parts[: end + 1]) for end in range(1, len(parts))]


def loaded_by(code: str) -> set[str]:
    """Return the top-level modules loaded after `code` ran in a new Python."""
    report = "\nimport sys; print('\\nloaded:', *{name.partition('.')[0] for name in sys.modules})"
    run = subprocess.run([sys.executable, "-c", code + report], capture_output=True, text=True, check=False, cwd=ROOT)
    assert run.returncode == 0, run.stderr
    return set(run.stdout.rpartition("loaded:")[2].split())


def tracked() -> list[Path]:
    """Return the files that are, or would be, under version control."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    if run.returncode:
        pytest.skip("not a git checkout")
    return [path for name in run.stdout.split("\0") if name and (path := ROOT / name).is_file()]


@pytest.mark.parametrize("path", SOURCES + TESTS, ids=name_of)
def test_every_file_says_what_it_is_for(path: Path) -> None:
    text = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    sentence = text.partition("\n\n")[0]
    assert re.match(r"[`\"A-Z0-9].*[.:]$", sentence, re.DOTALL), "open the file with a sentence"


@pytest.mark.parametrize("path", SOURCES + TESTS, ids=name_of)
def test_every_file_is_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_a_file_imports_its_siblings_by_a_dot(path: Path) -> None:
    own = packages(path)
    assert not imports(path) & set(own), "import from the sibling, not from the package"
    assert not [name for name in imports(path) if own and name.startswith(f"{own[-1]}.")], "import siblings as `.name`"


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_what_a_dot_imports_is_a_sibling(path: Path) -> None:
    siblings = [path.parent / name[1:].replace(".", "/") for name in imports(path) if name.startswith(".")]
    assert [twin for twin in siblings if not (twin.with_suffix(".py").exists() or twin.is_dir())] == []


@pytest.mark.parametrize("path", [path for path in SOURCES if path.name not in COMPOSING], ids=name_of)
def test_a_file_imports_other_packages_by_their_root(path: Path) -> None:
    own = tuple(f"{name}." for name in packages(path)[:1])
    deep = [name for name in imports(path) if re.match(r"grader\.\w+\.", name) and not name.startswith(own)]
    assert not deep, "import from the other package's `__init__`"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_every_module_has_a_test_file_of_its_name(path: Path) -> None:
    assert (ROOT / "tests" / path.relative_to(PACKAGE).with_name(f"test_{path.name}")).exists()


def test_every_folder_has_a_place_in_the_layers() -> None:
    placed = set(re.findall(r"\w+", " ".join(LAYERS["layers"])))
    there = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or any(path.glob("*.py"))}
    assert there - {"__init__"} <= placed


def test_every_core_package_promises_to_do_no_io() -> None:
    there = {f"grader.{name}" for name in CORE_PACKAGES if (PACKAGE / name / "__init__.py").exists()}
    assert there == set(CORE["source_modules"])


def test_importing_the_core_loads_no_vendor() -> None:
    code = "import grader, grader.errors\n" + "\n".join(f"import {name}" for name in CORE["source_modules"])
    assert not loaded_by(code) & set(CORE["forbidden_modules"])


def test_help_loads_nothing_heavy() -> None:
    start = "import sys; sys.argv = ['grader', '--help']\nfrom grader.cli.main import main\n"
    loaded = loaded_by(start + "try: main()\nexcept SystemExit: pass")
    assert "typer" in loaded
    assert not loaded & {"pydantic", "fastapi", "starlette", "sqlalchemy", "litellm", "rapidfuzz", "yaml"}


def test_grading_without_a_model_loads_nothing_of_the_judges_vendor() -> None:
    start = (
        "import sys; sys.argv = ['grader', 'grade', 'when-to-use-cache', 'never']; from grader.cli.main import main\n"
    )
    loaded = loaded_by(start + "try: main()\nexcept SystemExit: pass")
    assert "rapidfuzz" in loaded
    assert not loaded & {"litellm", "openai", "httpx", "aiohttp"}


@pytest.mark.parametrize("path", TESTS, ids=name_of)
def test_no_test_uses_a_mock(path: Path) -> None:
    assert not re.search(r"\b(Magic|Async)?Mock\(|\bimport mock\b|\bmocker\b|unittest\.mock", code_of(path))


def test_no_file_holds_a_path_of_a_machine_or_the_host_of_an_index() -> None:
    faults = []
    for path in tracked():
        text = path.read_bytes().decode("utf-8", "replace")
        faults += [f"{name_of(path)}: {found[0]}" for rule in (MACHINE, INDEX) if (found := rule.search(text))]
    assert not faults
