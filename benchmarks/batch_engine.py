"""What durability costs, and what a second worker brings: `python -m benchmarks.batch_engine [ROWS]`.

One run, ratios within it: a durable batch on SQLite against the plain loop over the same answers in one process; the
same judge-like work on PostgreSQL by one worker and by two.
"""

import json
import subprocess
import sys
import time
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory

from sqlalchemy import create_engine, make_url, text

from grader.access import LOCAL
from grader.batches import Batching, Order, Submission
from grader.bootstrap import services, serving
from grader.grading import Claim, GradeRequest, Keyed, utc_now
from grader.settings import Settings
from grader.workshop import background
from tests.batches.crew import Crew, until
from tests.storage.conftest import SERVER

LABELLED = Path(__file__).parents[1] / "tests" / "labels" / "backend-hiring-questions.jsonl"
JUDGED = ((600, 0.5), (1200, 0.1))
"""Calls of a judge, and how long each takes: as a quick model does, and so short that writing weighs as much."""


def answers(number: int) -> list[dict[str, str]]:
    """Return answers of people's, repeated with a number so that no two are the same."""
    known = [json.loads(line) for line in LABELLED.read_text("utf-8").splitlines()]
    rubrics = [found.id for found in services(Settings()).grading.listing()]
    each = (known[at % len(known)] for at in range(number))
    return [
        {"id": str(at), "rubric": rubrics[at % len(rubrics)], "answer": f"{found['answer']} {at}"}
        for at, found in enumerate(each)
    ]


def loop(rows: list[dict[str, str]]) -> float:
    """Return how many seconds a plain loop takes, each grade written as JSON."""
    grading = services(Settings()).grading
    grading.warm()
    start = time.perf_counter()
    for row in rows:
        grading.grade(GradeRequest(row["rubric"], row["answer"], external_id=row["id"])).model_dump_json()
    return time.perf_counter() - start


def durable(rows: list[dict[str, str]], folder: Path, cores: int | None) -> float:
    """Return how many seconds the service's own engine takes, from the upload to `completed`."""
    settings = Settings(data_dir=folder, batch_cores=cores)
    wired = serving(settings)
    engine = background(wired, settings)
    engine.start()
    submitted(wired.batches, rows[:50])  # children started, rubrics compiled: a service is up for days
    start = time.perf_counter()
    submitted(wired.batches, rows)
    took = time.perf_counter() - start
    engine.stop()
    wired.close()
    return took


def submitted(batches: Batching, rows: list[dict[str, str]], seconds: float = 600) -> None:
    """Send a batch and wait for its end."""
    with batches.intake.spool() as spool:
        for row in rows:
            spool.write(json.dumps(row).encode() + b"\n")
        digest = spool.finish()
    keyed = Keyed(LOCAL.tenant, "POST /v1/batches", token_hex(8), digest, utc_now())
    claim = batches.store.write(lambda unit: unit.idempotency.claim(keyed))
    assert isinstance(claim, Claim)
    sent = batches.submit(LOCAL, Submission(spool.path.name, digest, Order()), claim, 202)
    until(lambda: batches.standing(LOCAL, sent.batch.id).batch.ended, seconds, 0.1)
    assert batches.standing(LOCAL, sent.batch.id).counts.failed == 0


def workers(number: int, calls: int, seconds: float) -> float:
    """Return how long so many workers take for judge-like work on a PostgreSQL database of its own."""
    name = f"grader_bench_{token_hex(6)}"
    server = create_engine(make_url(SERVER).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with server.connect() as connection, TemporaryDirectory() as folder:
        connection.execute(text(f"CREATE DATABASE {name}"))
        url = make_url(SERVER).set(database=name).render_as_string(hide_password=False)
        crew = Crew(Path(folder), url, seconds)
        try:
            found: list[subprocess.Popen[str]] = [crew.start() for _ in range(number)]
            warm = crew.judged(100 * number)
            until(lambda: crew.ended(warm), 60)
            start = time.perf_counter()
            batch = crew.judged(calls, 10_000)
            until(lambda: crew.ended(batch), 120)
            assert all(crew.holds_work(process) for process in found)
            return time.perf_counter() - start
        finally:
            crew.close()
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
            server.dispose()


def main(number: int) -> None:
    """Print the ratios."""
    rows = answers(number)
    plain = loop(rows)
    with TemporaryDirectory() as one, TemporaryDirectory() as all_cores:
        single, spread = durable(rows, Path(one), 1), durable(rows, Path(all_cores), None)
    print(f"{number:,} answers, a plain loop in one process: {plain:.1f} s")
    print(f"durable on SQLite, one core: {single:.1f} s, {single / plain:.2f} times the loop (bar: 2.5)")
    print(f"durable on SQLite, all cores: {spread:.1f} s, {spread / plain:.2f} times the loop (bar: 2.5)")
    for calls, seconds in JUDGED:
        alone, both = workers(1, calls, seconds), workers(2, calls, seconds)
        took = f"one worker {alone:.1f} s, two {both:.1f} s, {alone / both:.2f} times as fast (bar: 1.8)"
        print(f"{calls:,} judge-like calls of {seconds} s on PostgreSQL: {took}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
