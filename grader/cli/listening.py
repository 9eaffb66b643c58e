"""The socket that the service listens on."""

import os
import socket
from ipaddress import ip_address

import typer

MOST_WAITING = 2048


def is_loopback(host: str) -> bool:
    """Return whether only this machine can reach a host name or address."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that takes connections; port 0 is any free port. Raises BadParameter."""
    try:
        family, _, _, _, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        return socket.create_server(where[:2], family=family, backlog=MOST_WAITING)
    except (OSError, UnicodeError) as cause:
        number = cause.errno if isinstance(cause, OSError) else None
        why = os.strerror(number) if number and number > 0 else "the host is not known"
        message = f"{host}:{port} cannot be listened on ({why}). Choose another --port or --host"
        raise typer.BadParameter(message, param_hint="--port") from cause


def address(host: str, bound: socket.socket) -> str:
    """Return the URL of a listening socket, with its real port."""
    name = f"[{host}]" if ":" in host else host
    return f"http://{name}:{bound.getsockname()[1]}"
