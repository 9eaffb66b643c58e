"""The committed OpenAPI document: `python -m tests.openapi` writes it anew."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from grader.api import build_app
from grader.bootstrap import serving
from grader.settings import Settings

PATH = Path(__file__).parent.parent / "docs" / "openapi.json"


def document() -> dict[str, Any]:
    """Return the document of the application, without its version."""
    with TemporaryDirectory() as folder:
        services = serving(Settings(data_dir=Path(folder)))
        found = build_app(services).openapi()
        services.close()
    del found["info"]["version"]
    return found


if __name__ == "__main__":
    PATH.write_text(json.dumps(document(), indent=1) + "\n", "utf-8")
