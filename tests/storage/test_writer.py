"""One thread that writes for all."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import sleep

import pytest
from sqlalchemy import Connection, Engine, text

from grader.errors import GraderError, StorageBusy, StorageFault, UnknownGrade
from grader.storage.engine import make_engine
from grader.storage.writer import Writer
from tests.storage.holding import held


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    made = make_engine(f"sqlite:///{tmp_path}/a.db")
    with made.begin() as connection:
        connection.execute(text("CREATE TABLE t (a INTEGER PRIMARY KEY, tx INTEGER)"))
    yield made
    made.dispose()


@pytest.fixture
def writer(engine: Engine) -> Iterator[Writer]:
    made = Writer(engine)
    yield made
    made.close()


def insert(number: int) -> Callable[[Connection], int]:
    def work(connection: Connection) -> int:
        connection.execute(text("INSERT INTO t (a) VALUES (:a)"), {"a": number})
        return number

    return work


def test_nobody_waits_for_what_is_written_aside(writer: Writer, engine: Engine) -> None:
    with held(writer.write):
        writer.write_aside(insert(1))
        writer.write_aside(refuse)
        assert writer.waiting() == 2
    writer.write(insert(2))
    assert numbers(engine) == [1, 2]


def numbers(engine: Engine) -> list[int]:
    with engine.connect() as connection:
        return list(connection.execute(text("SELECT a FROM t ORDER BY a")).scalars())


def refuse(connection: Connection) -> None:
    insert(99)(connection)
    raise UnknownGrade


def together(writer: Writer, jobs: list[Callable[[Connection], object]]) -> list[object]:
    """Run jobs in one transaction: they wait while the writer is held up."""
    with ThreadPoolExecutor(len(jobs)) as pool:
        with held(writer.write):
            running = []
            for job in jobs:
                running.append(pool.submit(writer.write, job))
                while writer.waiting() < len(running):
                    sleep(0.001)
        return [done.exception() or done.result() for done in running]


def test_what_many_write_at_once_is_all_there(engine: Engine, writer: Writer) -> None:
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(writer.write, map(insert, range(200)))) == list(range(200))
    assert numbers(engine) == list(range(200))


def test_an_error_undoes_only_its_own_part(engine: Engine, writer: Writer) -> None:
    results = together(writer, [insert(1), refuse, insert(2)])
    assert results[0] == 1
    assert results[2] == 2
    assert isinstance(results[1], UnknownGrade)
    assert numbers(engine) == [1, 2]


def test_a_fault_of_the_database_in_one_job_does_not_take_the_others_along(engine: Engine, writer: Writer) -> None:
    results = together(writer, [insert(1), lambda c: c.execute(text("INSERT INTO nowhere VALUES (1)")), insert(2)])
    assert isinstance(results[1], StorageFault)
    assert numbers(engine) == [1, 2]


def test_the_thread_outlives_every_error(writer: Writer) -> None:
    for work in (refuse, lambda _: 1 / 0):
        with pytest.raises((GraderError, ZeroDivisionError)):
            writer.write(work)
    assert writer.alive()
    assert writer.write(insert(1)) == 1


def test_an_event_loop_goes_on_while_work_is_written(engine: Engine, writer: Writer) -> None:
    async def many() -> list[int]:
        return await asyncio.gather(*(writer.write_soon(insert(number)) for number in range(50)))

    assert asyncio.run(many()) == numbers(engine) == list(range(50))
    with pytest.raises(UnknownGrade):
        asyncio.run(writer.write_soon(refuse))


def test_what_has_not_begun_after_some_seconds_never_will(
    engine: Engine, writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("grader.storage.writer.BUSY_SECONDS", 0.02)
    with held(writer.write):
        with pytest.raises(StorageBusy):
            writer.write(insert(1))
        with pytest.raises(StorageBusy):
            asyncio.run(writer.write_soon(insert(2)))
    assert writer.write(insert(3)) == 3
    assert numbers(engine) == [3]


def test_who_waits_no_longer_takes_nothing_from_the_others(engine: Engine, writer: Writer) -> None:
    async def leave() -> int:
        tasks = [asyncio.create_task(writer.write_soon(insert(number))) for number in (1, 2)]
        with held(writer.write):
            await asyncio.sleep(0)
            tasks[0].cancel()
            with pytest.raises(asyncio.CancelledError):
                await tasks[0]
        return await tasks[1]

    assert asyncio.run(leave()) == 2
    assert numbers(engine) == [1, 2], "what was begun is done"


def test_an_event_loop_that_ended_does_not_stop_the_writer(engine: Engine, writer: Writer) -> None:
    loop = asyncio.new_event_loop()
    with held(writer.write):
        task = loop.create_task(writer.write_soon(insert(1)))
        loop.run_until_complete(asyncio.sleep(0))
        task.cancel()
        loop.run_until_complete(asyncio.gather(task, return_exceptions=True))
        loop.close()
    assert writer.write(insert(2)) == 2
    assert numbers(engine) == [1, 2]


def test_a_queue_that_is_full_takes_no_more(writer: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("grader.storage.writer.MOST_WAITING", 0)
    with pytest.raises(StorageBusy):
        writer.write(insert(1))


def test_closing_finishes_what_waits_and_then_stops(engine: Engine) -> None:
    made = Writer(engine)
    assert together(made, [insert(1), insert(2)]) == [1, 2]
    made.close()
    assert not made.alive()


def test_parts_of_the_same_work_that_wait_are_worked_on_at_once(engine: Engine, writer: Writer) -> None:
    seen: list[list[int]] = []

    def work(connection: Connection, parts: Sequence[int]) -> list[int]:
        seen.append(list(parts))
        return [insert(part)(connection) * 10 for part in parts]

    async def many() -> list[int]:
        with held(writer.write):
            tasks = [asyncio.create_task(writer.write_together(work, part)) for part in (1, 2)]
            tasks.append(asyncio.create_task(writer.write_soon(insert(3))))
            tasks += [asyncio.create_task(writer.write_together(work, part)) for part in (4, 5)]
            await asyncio.sleep(0)
        return await asyncio.gather(*tasks)

    assert asyncio.run(many()) == [10, 20, 3, 40, 50]
    assert seen == [[1, 2], [4, 5]]
    assert numbers(engine) == [1, 2, 3, 4, 5]


def test_a_part_that_fails_undoes_only_itself(engine: Engine, writer: Writer) -> None:
    def work(connection: Connection, parts: Sequence[int]) -> list[int]:
        found = [insert(part)(connection) for part in parts]
        if 2 in parts:
            raise UnknownGrade
        return found

    async def many() -> list[object]:
        with held(writer.write):
            tasks = [asyncio.create_task(writer.write_together(work, part)) for part in (1, 2, 3)]
            await asyncio.sleep(0)
        return await asyncio.gather(*tasks, return_exceptions=True)

    first, second, third = asyncio.run(many())
    assert (first, type(second), third) == (1, UnknownGrade, 3)
    assert numbers(engine) == [1, 3]


def test_work_that_forgets_a_part_is_an_error_and_keeps_nothing(engine: Engine, writer: Writer) -> None:
    def work(connection: Connection, parts: Sequence[int]) -> list[int]:
        return [insert(part)(connection) for part in parts][1:]

    with pytest.raises(RuntimeError, match="too few"):
        asyncio.run(writer.write_together(work, 1))
    assert writer.write(insert(2)) == 2
    assert numbers(engine) == [2]
