"""The application: pages, news for open pages, and the same objects as JSON."""

from collections.abc import Callable
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp

from argmap.serve.engine import Engine
from argmap.serve.guard import Guard
from argmap.serve.json_api import OPERATIONS, answer_text
from argmap.serve.openapi import openapi_text

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
}
JSON = "application/json; charset=utf-8"


def make_application(engine: Engine, host: str) -> ASGIApp:
    """Put the application together.

    Args:
        engine: What is known of the project.
        host: The address that the server listens on.
    """

    async def page(request: Request) -> Response:
        name = request.path_params["name"] or "index.html"
        if name.endswith("/"):
            name += "index.html"
        pages = engine.pages
        data = await run_in_threadpool(pages.get, name)
        kind = _TYPES.get(name[name.rfind(".") :])
        if data is None or kind is None:
            return PlainTextResponse("no such page\n", 404)
        tag = pages.tag(name)
        if kind.startswith("text/html"):
            data = data.replace(b"<html ", b'<html data-tag="%s" ' % tag.encode(), 1)
        return _answer(request, data, kind, tag)

    async def events(request: Request) -> Response:
        if request.method == "HEAD":
            return Response(media_type="text/event-stream")
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        news = engine.events.listen(engine.news())
        return StreamingResponse(news, media_type="text/event-stream", headers=headers)

    async def described(request: Request) -> Response:
        return Response(openapi_text(), media_type=JSON)

    def answering(name: str) -> Callable[[Request], Any]:
        async def answer(request: Request) -> Response:
            asked = list(request.query_params.multi_items())
            if name == "check":
                await run_in_threadpool(engine.audit)
            code, text = await run_in_threadpool(answer_text, name, engine.pages, request.path_params, asked)
            return Response(text, code, {"Cache-Control": "no-cache"}, JSON)

        return answer

    routes = [
        Route("/events", events),
        Route("/api/openapi.json", described),
        *(
            Route(f"/api{operation.path}".replace("{id}", "{id:path}"), answering(name))
            for name, operation in OPERATIONS.items()
        ),
        Route("/{name:path}", page),
    ]
    return Guard(Starlette(routes=routes), host)


def _answer(request: Request, data: bytes, kind: str, tag: str) -> Response:
    """Answer with a file, or that the browser has it already."""
    headers = {"ETag": f'"{tag}"', "Cache-Control": "no-cache"}
    if f'"{tag}"' in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(data, headers=headers, media_type=kind)
