"""A PostgreSQL server that is restarted, and whose connections are killed, under load: nothing acknowledged is lost."""

import asyncio
import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import pytest

from grader.access import LOCAL
from grader.bootstrap import serving
from grader.grading import Wanted
from grader.settings import Settings
from grader.storage import Database, upgrade
from tests.batches.cluster import Cluster, cluster
from tests.cli.test_serving import BODY, service

CLIENTS, ROUNDS, BETWEEN, KILLS = 16, 4, 50, 5
KILL = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = %s"
pytestmark = [pytest.mark.faults, pytest.mark.timeout(240)]


@dataclass
class Load:
    """Clients that send one request after the other, each again until it is acknowledged, and what they were told."""

    port: int
    stopped: bool = False
    statuses: Counter[int] = field(default_factory=Counter)
    unhelpful: list[bytes] = field(default_factory=list)
    acknowledged: dict[str, set[str]] = field(default_factory=dict)
    sent: set[str] = field(default_factory=set)

    async def client(self, number: int) -> None:
        count = 0
        while not self.stopped:
            key, count = f"k-{number}-{count}", count + 1
            while await self.ask(key) == 503 and not self.stopped:
                await asyncio.sleep(0.05)

    async def ask(self, key: str) -> int:
        """Send a request once and return its status; 0 for a connection that ended without a reply."""
        self.sent.add(key)
        body = json.dumps({**BODY, "external_id": key}).encode()
        head = f"POST /v1/grades HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nIdempotency-Key: {key}\r\n"
        kind = f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write((head + kind).encode() + body)
        top, _, rest = (await reader.read()).partition(b"\r\n\r\n")
        writer.close()
        status = int(top.split()[1]) if top else 0
        self.statuses[status] += 1
        if status == 201:
            self.acknowledged.setdefault(key, set()).add(json.loads(rest)["id"])
        elif b"retry-after: " not in top.lower():
            self.unhelpful.append(top)
        return status

    async def more(self) -> None:
        """Wait until the service has acknowledged more."""
        wanted = self.statuses[201] + BETWEEN
        while self.statuses[201] < wanted:
            await asyncio.sleep(0.02)


async def under_load(server: Cluster, load: Load) -> None:
    """Hurt the server while clients ask; whatever was acknowledged is then asked for again."""
    clients = [asyncio.create_task(load.client(number)) for number in range(CLIENTS)]
    for _ in range(ROUNDS):
        for hurt in (restarted, *[killed] * KILLS):
            await load.more()
            await asyncio.to_thread(hurt, server)
    await load.more()
    load.stopped = True
    await asyncio.gather(*clients)
    again = list(load.acknowledged)[::25]
    assert {await load.ask(key) for key in again} == {201}


def restarted(server: Cluster) -> None:
    server.stop()
    server.start()


def killed(server: Cluster) -> None:
    with psycopg.connect(server.url) as connection:
        connection.execute(KILL, ("client backend",))


def test_nothing_acknowledged_is_lost_and_errors_say_when_to_come_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with cluster(tmp_path) as server:
        opened = Database(server.url)
        upgrade(opened)
        opened.close()
        monkeypatch.setenv("GRADER_DATABASE_URL", server.url)
        with service(tmp_path) as (process, port):
            load = Load(port)
            asyncio.run(under_load(server, load))
            assert process.poll() is None
        check(load, Settings.model_validate({"database_url": server.url, "data_dir": tmp_path}))


def check(load: Load, settings: Settings) -> None:
    """Compare what is kept with what was acknowledged; a 409 is a key that a fault kept from being let go."""
    assert set(load.statuses) <= {201, 503, 409}, load.statuses
    assert load.statuses[503] > 0, "no fault was felt"
    assert load.unhelpful == []
    services = serving(settings)
    try:
        found = [(each.grade.external_id, each.grade.id) for each in services.kept.keeping.all(LOCAL, Wanted())]
    finally:
        services.close()
    kept = {name: made for name, made in found if name is not None}
    assert len(kept) == len(found), "nothing is done twice"
    assert {key: {kept.get(key)} for key in load.acknowledged} == load.acknowledged
    assert load.sent.issuperset(kept)
