"""An application whose batches are worked off when a test says so."""

from pathlib import Path
from threading import Event

from starlette.testclient import TestClient

from grader.api import build_app
from grader.batches import Here, InlineEngine, InlineQueue, Keeper, Worker
from grader.bootstrap import serving
from grader.settings import Settings

from .conftest import here

LINES = b'{"id":"a-1","candidate":"c-1","rubric":"when-to-use-cache","answer":"For slow queries."}\nno json\n'
KIND = {"content-type": "application/jsonl"}


class Shop:
    """The application, a client of it, and an engine."""

    def __init__(self, folder: Path) -> None:
        self.services = serving(Settings(data_dir=folder))
        self.client: TestClient = here(build_app(self.services))
        batches = self.services.batches
        worker = Worker("w-1", batches.store, Here(self.services.kept.shelves.grading), None, Event())
        self.engine = InlineEngine(
            Keeper(batches.store, "w-1", InlineQueue(worker), batches.intake, alone=True), worker
        )
        self.engine.start()

    def send(self, body: bytes = LINES, key: str = "k-1", **headers: str) -> str:
        """Send a batch and return its id."""
        reply = self.client.post("/v1/batches", content=body, headers={**KIND, "idempotency-key": key, **headers})
        assert reply.status_code == 202, reply.text
        return str(reply.json()["id"])

    def close(self) -> None:
        self.engine.stop()
        self.services.close()
