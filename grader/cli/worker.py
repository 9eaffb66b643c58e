"""`grader worker`: grade batches beside others that share a PostgreSQL database."""

import typer

from .output import write

LOST = 75
"""What a supervisor should start again: EX_TEMPFAIL."""


def worker() -> None:
    """Grade the batches of a PostgreSQL database, beside other workers on any number of machines.

    Runs until it is told to stop (Ctrl-C, SIGTERM). If it was silent for too long, others take its work over and it
    ends with exit code 75: start it again.
    """
    import signal

    from grader.bootstrap import database
    from grader.settings import read_settings
    from grader.telemetry import configure
    from grader.workshop import worker as compose

    settings = read_settings()
    opened = database(settings)
    try:
        engine = compose(settings, opened)
        configure()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: engine.ending.set())
        engine.start()
        write("working")
        engine.ending.wait()
        engine.stop()
    finally:
        opened.close()
    if engine.lost.is_set():
        raise typer.Exit(LOST)
