"""`grader serve`: the HTTP service."""

from typing import Annotated

import typer

from .listening import address, is_loopback, listen
from .output import write

SECONDS_TO_STOP = 10
FAILED = 3


def serve(
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")] = 8000,
    allow_public: Annotated[
        bool, typer.Option("--allow-public", help="Let other machines in: everyone who reaches the port may use it.")
    ] = False,
) -> None:
    """Serve the HTTP API.

    Prints one line with its address, then runs until Ctrl-C.
    """
    if not (allow_public or is_loopback(host)):
        message = f"{host} is open to other machines, and no keys protect the service. Add --allow-public to insist"
        raise typer.BadParameter(message, param_hint="--host")
    with listen(host, port) as bound:
        import uvicorn

        config = uvicorn.Config(
            "grader.asgi:create_app",
            factory=True,
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=SECONDS_TO_STOP,
        )
        config.load()
        server = uvicorn.Server(config)
        write(address(host, bound))
        server.run(sockets=[bound])
    if not server.started:
        raise typer.Exit(FAILED)
