"""Runs the server until the user stops it."""

import asyncio
import errno
import socket
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import uvicorn

from argmap.model.errors import ArgmapError, shown
from argmap.serve.application import make_application
from argmap.serve.editors import editor_link
from argmap.serve.engine import Engine
from argmap.serve.guard import is_loopback

PATIENCE = 2
"""Seconds that answers under way have when the server stops."""


def run(
    root: Path,
    host: str,
    port: int,
    editor: str,
    *,
    watch: bool = True,
    ready: Callable[[str], None] = lambda address: None,
) -> None:
    """Serve a project until the user stops it.

    Args:
        root: The project's folder.
        host: Address to listen on.
        port: Port; 0 for one that is free.
        editor: Where findings open; nowhere where others than this machine can ask.
        watch: Whether saves are shown.
        ready: Told the address once it is listened on.

    Raises:
        ArgmapError: If the project cannot be opened, or the address not be listened on.
    """
    link = editor_link(root, editor if is_loopback(host) else "none")
    listening = listen(host, port)
    try:
        engine = Engine(root, link)
        server = _Server(engine, host)
        engine.start(watch=watch)
        try:
            ready(address_of(host, listening.getsockname()[1]))
            asyncio.run(server.serve(sockets=[listening]))
        except KeyboardInterrupt:
            pass  # this is how it is stopped
        finally:
            engine.stop()
    finally:
        listening.close()


def listen(host: str, port: int) -> socket.socket:
    """Listen on an address.

    Raises:
        ArgmapError: If that cannot be done.
    """
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind)
    except (OSError, UnicodeError) as error:
        raise ArgmapError(f"'{shown(host)}' is no address of this machine: {_reason(error)}") from error
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(128)
    except OSError as error:
        listening.close()
        if error.errno == errno.EADDRINUSE:
            message = (
                f"port {port} of {shown(host)} is in use; --port names another, --port 0 takes a free one"
            )
            raise ArgmapError(message) from error
        raise ArgmapError(f"cannot listen on port {port} of '{shown(host)}': {_reason(error)}") from error
    return listening


def address_of(host: str, port: int) -> str:
    """Give the address of the first page.

    Examples:
        >>> address_of("127.0.0.1", 8000), address_of("::1", 80)
        ('http://127.0.0.1:8000/', 'http://[::1]:80/')
    """
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


class _Server(uvicorn.Server):
    """A server that sends its listeners home when it is told to stop."""

    def __init__(self, engine: Engine, host: str) -> None:
        settings = uvicorn.Config(
            make_application(engine, host),
            log_level="error",
            access_log=False,
            server_header=False,
            lifespan="off",
            timeout_graceful_shutdown=PATIENCE,
        )
        super().__init__(settings)
        self._engine = engine

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Stop, once the user or the system says so."""
        self._engine.events.close()
        super().handle_exit(sig, frame)


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
