"""The socket that the service listens on."""

import os
import socket
from contextlib import suppress

import typer

MOST_WAITING = 2048


def raise_file_limit() -> None:
    """Let this process hold as many connections as the system allows: each is an open file."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that takes connections; port 0 is any free port. Raises BadParameter."""
    try:
        family, _, _, _, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        bound = socket.create_server(where[:2], family=family, backlog=MOST_WAITING)
    except (OSError, UnicodeError) as cause:
        number = cause.errno if isinstance(cause, OSError) else None
        why = os.strerror(number) if number and number > 0 else "the host is not known"
        message = f"{host}:{port} cannot be listened on ({why}). Choose another --port or --host"
        raise typer.BadParameter(message, param_hint="--port") from cause
    # What it accepts inherits this. Without it a reply's second part waits 40 ms for the client to confirm the first.
    bound.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return bound


def address(host: str, bound: socket.socket) -> str:
    """Return the URL of a listening socket, with its real port."""
    name = f"[{host}]" if ":" in host else host
    return f"http://{name}:{bound.getsockname()[1]}"
