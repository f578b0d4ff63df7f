"""What stands before every answer: who may ask, how, and what a browser may do with it."""

import ipaddress
import re
from collections.abc import Iterable

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""Content-Security-Policy of every answer."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

_HOST = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(?::\d{1,5})?", re.ASCII)


class Guard:
    """Lets through what this server is there for, and puts the headers of safety on every answer."""

    def __init__(self, app: ASGIApp, host: str) -> None:
        """Stand before an application.

        Args:
            app: The application.
            host: The address that the server listens on, as the user named it.
        """
        self._app = app
        self._host = host

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await (self._refusal(scope) or self._app)(scope, receive, send_guarded)

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        """Give the answer to a request that is not let through."""
        headers = scope["headers"]
        hosts = [value.decode("latin-1") for name, value in headers if name == b"host"]
        if len(hosts) != 1:
            return PlainTextResponse("one Host header is needed\n", 400)
        if not is_ours(hosts[0], self._host):
            return PlainTextResponse("this server does not answer to that name\n", 421)
        if scope["method"] not in ("GET", "HEAD"):
            return PlainTextResponse("only GET and HEAD\n", 405, {"Allow": "GET, HEAD"})
        path = scope.get("raw_path") or scope["path"].encode("utf-8", "replace")
        # ids of records, which stand in paths of the API, may hold any sign
        if not path.startswith(b"/api/") and not _is_plain(path):
            return PlainTextResponse("no such page\n", 404)
        if _is_foreign(headers):
            return PlainTextResponse("other sites may not ask for this\n", 403)
        return None


def is_ours(name: str, host: str) -> bool:
    """Tell whether a Host header names this server, and not a name that somebody else points here.

    Args:
        name: The header.
        host: The address that the server listens on. Beyond this machine any address in figures is
            ours, since only names can be pointed elsewhere.

    Examples:
        >>> is_ours("localhost:8000", "127.0.0.1"), is_ours("evil.example", "127.0.0.1")
        (True, False)
    """
    match = _HOST.fullmatch(name)
    if match is None:
        return False
    bare = match[1].strip("[]").lower()
    if bare in ("localhost", host.lower()):
        return True
    try:
        address = ipaddress.ip_address(bare)
    except ValueError:
        return False
    return address.is_loopback or not is_loopback(host)


def is_loopback(host: str) -> bool:
    """Tell whether an address reaches this machine only.

    Examples:
        >>> is_loopback("127.0.0.1"), is_loopback("::1"), is_loopback("0.0.0.0"), is_loopback("localhost")
        (True, True, False, True)
    """
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def _is_plain(path: bytes) -> bool:
    """Tell whether a path has none of the tricks by which one leaves a folder; nothing is read from one."""
    lowered = path.partition(b"?")[0].lower()
    tricks = (b"%2f", b"%5c", b"%00", b"%25", b"\\", b"//")
    pieces = lowered.replace(b"%2e", b".").split(b"/")
    return not any(trick in lowered for trick in tricks) and not {b".", b".."} & set(pieces)


def _is_foreign(headers: Iterable[tuple[bytes, bytes]]) -> bool:
    """Tell whether a page of another site wants this as a part of itself; following a link is no matter."""
    told = {name: value for name, value in headers if name.startswith(b"sec-fetch-")}
    is_other = told.get(b"sec-fetch-site") in (b"cross-site", b"same-site")
    return is_other and told.get(b"sec-fetch-mode") != b"navigate"
