"""A process that grades batches with a slow judge: `python -m tests.batches.working FOLDER URL SECONDS`.

On SQLite it is the engine within the service, on PostgreSQL a worker. Each call of the judge is a line of the file
`calls`, written before it is made; an answer that holds the word `deadly` ends the process.
"""

import asyncio
import os
import signal
import sys
from pathlib import Path

from pydantic import SecretStr

from grader.bootstrap import database, serving
from grader.judge import Judgement, JudgeRequest, ScriptedJudge
from grader.settings import Settings
from grader.workshop import background, worker


class SlowJudge(ScriptedJudge):
    """Takes its time, and notes every call."""

    def __init__(self, calls: Path, seconds: float) -> None:
        super().__init__([{}])
        self._calls, self._takes = os.open(calls, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), seconds

    async def judge(self, request: JudgeRequest, *, deadline: float) -> Judgement:
        os.write(self._calls, f"{os.getpid()} {request.answer.rpartition(' ')[2]}\n".encode())
        if "deadly" in request.answer:
            os._exit(9)
        await asyncio.sleep(self._takes)
        return await super().judge(request, deadline=deadline)

    def most(self, request: JudgeRequest) -> int | None:
        return 10

    async def aclose(self) -> None: ...


def main(folder: Path, url: str, seconds: float) -> int:
    settings = Settings(data_dir=folder, database_url=SecretStr(url), key_pepper=SecretStr("p"), batch_cores=1)
    judge = SlowJudge(folder / "calls", seconds)
    if url.startswith("sqlite"):
        services = serving(settings)
        background(services, settings, [judge]).start()
        print("working", flush=True)  # noqa: T201
        signal.pause()
        return 0
    engine = worker(settings, database(settings), [judge])
    engine.start()
    print("working", flush=True)  # noqa: T201
    engine.ending.wait()
    engine.stop()
    return 75 if engine.lost.is_set() else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], float(sys.argv[3])))
