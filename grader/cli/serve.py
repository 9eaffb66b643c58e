"""`grader serve`: the HTTP service."""

import socket
from ipaddress import ip_address
from typing import Annotated

import typer

from grader.errors import SettingsError


def serve(
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes a free port.")] = 8000,
    allow_public: Annotated[bool, typer.Option("--allow-public", help="Listen beyond this machine.")] = False,
) -> None:
    """Serve the HTTP API; prints one line with its address."""
    if not allow_public and not _is_loopback(host):
        raise SettingsError(f"{host} is not loopback and no keys protect the service. Add --allow-public to insist.")
    import uvicorn

    from grader.asgi import create_app

    bound = _bind(host, port)
    app = create_app()
    shown = f"[{host}]" if ":" in host else host
    print(f"http://{shown}:{bound.getsockname()[1]}", flush=True)  # noqa: T201 - the one line
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
    uvicorn.Server(config).run(sockets=[bound])


def _bind(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
        bound.listen(2048)
    except OSError as cause:
        raise SettingsError(f"{host}:{port} cannot be listened on ({cause.strerror}). Choose another --port.") from cause
    return bound


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
