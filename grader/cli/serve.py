"""`grader serve`: the HTTP service."""

from typing import TYPE_CHECKING, Annotated

import typer

from .collecting import leave_out_what_stays, nothing_collected
from .listening import address, listen, raise_file_limit
from .output import write

if TYPE_CHECKING:
    import uvicorn

    from grader.batches import Engine
    from grader.bootstrap import Serving

SECONDS_TO_STOP = 25
FAILED = 3


def serve(
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")] = 8000,
) -> None:
    """Serve the HTTP API.

    Prints one line with its address, then runs until Ctrl-C; what it has to say goes to standard error. Other
    machines are let in only if there is a key: `grader admin key create` makes one.
    """
    with nothing_collected():
        from grader.access import is_loopback
        from grader.bootstrap import serving
        from grader.telemetry import configure
        from grader.workshop import background

        services = serving()
    try:
        if not (is_loopback(host) or services.keys.any()):
            message = f"{host} is open to other machines. Make a key first: grader admin key create NAME --role admin"
            raise typer.BadParameter(message, param_hint="--host")
        with listen(host, port) as bound:
            configure()
            raise_file_limit()
            with nothing_collected():
                services.grading.warm()
                server = _server(services, background(services))
            leave_out_what_stays()
            write(address(host, bound))
            server.run(sockets=[bound])
    finally:
        services.close()
    if not server.started:
        raise typer.Exit(FAILED)
    if server.should_exit:  # by a signal that the event loop took for its own
        raise KeyboardInterrupt


def _server(services: "Serving", engine: "Engine") -> "uvicorn.Server":
    import uvicorn

    from grader.api import build_app, deadlines
    from grader.telemetry import forward
    from grader.web import ROUTERS

    forward("uvicorn.error")
    config = uvicorn.Config(
        build_app(services, ROUTERS, engine=engine),
        http=deadlines(services.metrics),
        log_config=None,
        log_level="warning",
        access_log=False,
        server_header=False,
        ws="none",
        timeout_graceful_shutdown=SECONDS_TO_STOP,
    )
    config.load()
    return uvicorn.Server(config)
