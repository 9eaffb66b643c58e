"""The composition in compose.yaml: settings that exist, nothing open to other machines, no secret written down."""

import re
from pathlib import Path

from grader.cli.serve import SECONDS_TO_STOP
from grader.settings import Settings

TEXT = (Path(__file__).parent.parent / "compose.yaml").read_text("utf-8")


def test_every_setting_it_names_exists() -> None:
    named = set(re.findall(r"^ +GRADER_(\w+):", TEXT, re.MULTILINE))
    assert named
    assert named <= {name.upper() for name in Settings.model_fields}


def test_it_publishes_to_this_machine_only() -> None:
    assert re.findall(r"ports: \[(.*)\]", TEXT) == ['"127.0.0.1:8000:8000"']


def test_its_secrets_must_be_given() -> None:
    assert set(re.findall(r"\$\{(\w+):\?", TEXT)) == {"POSTGRES_PASSWORD", "GRADER_KEY_PEPPER"}
    assert not re.search(r"PASSWORD: [^$]", TEXT)


def test_it_gives_the_service_the_time_to_finish_what_runs() -> None:

    found = re.search(r"stop_grace_period: (\d+)s", TEXT)
    assert found
    assert int(found[1]) > SECONDS_TO_STOP
