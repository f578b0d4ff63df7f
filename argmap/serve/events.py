"""Tells open pages that something is new: server-sent events."""

import asyncio
from collections.abc import AsyncIterator

ALIVE = 15.0
"""Seconds after which a line is sent for nothing, so that a connection that broke is noticed."""


class Events:
    """Hands news from any thread to all pages that listen."""

    def __init__(self) -> None:
        self._listeners: dict[asyncio.Queue[str | None], asyncio.AbstractEventLoop] = {}
        self._is_closed = False

    def __len__(self) -> int:
        return len(self._listeners)

    def tell(self, news: str) -> None:
        """Tell all listeners; may be called from any thread."""
        self._put(news)

    def close(self) -> None:
        """Send all listeners home, and let no more in."""
        self._is_closed = True
        self._put(None)

    def _put(self, news: str | None) -> None:
        for queue, loop in list(self._listeners.items()):
            if not loop.is_closed():
                loop.call_soon_threadsafe(queue.put_nowait, news)

    async def listen(self, first: str) -> AsyncIterator[str]:
        """Give news as they come, in the form of server-sent events.

        Args:
            first: What is told at once.
        """
        queue: asyncio.Queue[str | None] = asyncio.Queue()
        self._listeners[queue] = asyncio.get_running_loop()
        try:
            yield f"retry: 1000\ndata: {first}\n\n"
            while not self._is_closed:
                try:
                    news = await asyncio.wait_for(queue.get(), ALIVE)
                except TimeoutError:
                    yield ": still here\n\n"
                    continue
                if news is None:
                    return
                yield f"data: {news}\n\n"
        finally:
            del self._listeners[queue]
