"""What is installed: the locks, the container and the wheel."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
EXTRAS = PROJECT["project"]["optional-dependencies"]
NEEDS = {
    "serve": PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["build"],
    "dev": [
        *(need for need in EXTRAS["dev"] if not need.startswith("grader[")),
        *(need for extra in ("llm", "otel", "postgres") for need in EXTRAS[extra]),
    ],
    "llm": EXTRAS["llm"],
    "full": EXTRAS["llm"] + EXTRAS["otel"],
}
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")


def lock(name: str) -> str:
    return (ROOT / "locks" / f"{name}.txt").read_text("utf-8")


def pins(name: str) -> dict[str, str]:
    """Return the version of every package in a lock."""
    return dict(re.findall(r"^([\w.-]+(?:\[.*?\])?)==([^\s;]+)", lock(name), re.MULTILINE))


@pytest.mark.parametrize("name", NEEDS)
def test_a_lock_has_all_that_is_asked_for_within_its_bounds(name: str) -> None:
    pinned = {canonicalize_name(package): version for package, version in pins(name).items()}
    for need in map(Requirement, NEEDS[name]):
        assert need.specifier.contains(pinned[canonicalize_name(need.name)]), f"{need}: run `make lock`"


@pytest.mark.parametrize("name", ["dev", "llm", "full"])
def test_a_larger_lock_has_the_very_packages_of_the_service(name: str) -> None:
    assert pins("serve").items() <= pins(name).items()


@pytest.mark.parametrize("name", ["llm", "full"])
def test_extras_are_tested_with_the_packages_they_ship_with(name: str) -> None:
    assert pins(name).items() <= pins("dev").items()


@pytest.mark.parametrize("name", NEEDS)
def test_a_lock_has_a_hash_for_every_package_and_no_host(name: str) -> None:
    pinned = r"\S+==\S+( ;.*?)?( \\\n    --hash=sha256:[0-9a-f]{64})+\n?"
    assert [text for text in re.split(r"\n(?=\S)", lock(name)) if not re.fullmatch(pinned, text)] == []


def test_the_container_installs_the_lock_with_hashes_before_it_copies_the_source() -> None:
    assert DOCKERFILE.index("COPY locks/") < DOCKERFILE.index("--require-hashes") < DOCKERFILE.index("COPY . .")


def test_the_container_does_not_run_as_root() -> None:
    last = DOCKERFILE.rpartition("\nFROM ")[2]
    assert re.search(r"^USER [1-9]\d*$", last, re.MULTILINE)


def test_the_container_asks_itself_whether_it_lives() -> None:
    found = re.search(r'^HEALTHCHECK .*CMD \["python", "-c", \\\n *"(.*)"\]$', DOCKERFILE, re.MULTILINE)
    assert found
    assert "/livez" in found[1]
    compile(found[1], "HEALTHCHECK", "exec")


def test_the_container_starts_from_a_named_release() -> None:
    images = re.findall(r"^FROM (\S+)", DOCKERFILE, re.MULTILINE)
    assert all(re.fullmatch(r"python:3\.\d+-slim-\w+", image) for image in images)


@pytest.mark.long
def test_the_wheel_brings_the_rubrics_and_the_seeds(tmp_path: Path) -> None:
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    build = [*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(tmp_path), str(ROOT)]
    subprocess.run(build, check=True)
    wheel = next(tmp_path.glob("grader-*.whl"))
    subprocess.run([*pip, "install", "--no-deps", "--target", tmp_path / "site", wheel], check=True)
    for kind in ("rubrics", "seeds"):
        folder = tmp_path / "site" / "grader" / f"_{kind}"
        there = {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}
        assert there == {path.relative_to(ROOT / kind) for path in (ROOT / kind).rglob("*") if path.is_file()}
        assert there
