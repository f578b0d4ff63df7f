"""Keeps up with a project: reads it again after every save, audits it after that, and says so."""

import gc
import json
import threading
import time
from pathlib import Path

from argmap.audit.watching import saves
from argmap.serve.editors import EditorLink
from argmap.serve.events import Events
from argmap.serve.pages import Pages
from argmap.serve.snapshot import Snapshot, recompute, with_findings

PAUSE = 0.25
"""Seconds without a save or an answer before the audit begins: pages that are looked at come first …"""
LONGEST = 2.0
"""… and seconds after a save in which it begins all the same."""
TIDIED = 50
"""Snapshots after which the templates of pages long gone are put away: they go in circles."""


class Engine:
    """The newest snapshot of a project and its pages."""

    def __init__(self, root: Path, link: EditorLink) -> None:
        """Open a project.

        Args:
            root: The project's folder.
            link: Gives the address that opens a finding's place in an editor.

        Raises:
            ArgmapError: If the project cannot be opened.
        """
        self.root = root
        self.events = Events()
        self._link = link
        self._lock, self._audits = threading.Lock(), threading.Lock()
        self._stop = threading.Event()
        self._stale = threading.Event()
        self._threads: list[threading.Thread] = []
        self.pages = Pages(recompute(root, None), link)
        self._stale.set()

    @property
    def snapshot(self) -> Snapshot:
        """What is known of the project now."""
        return self.pages.snapshot

    def start(self, *, watch: bool = True) -> None:
        """Begin to audit, and to watch the project's files if asked to."""
        work = [self._audit, self._watch] if watch else [self._audit]
        self._threads = [threading.Thread(target=each, daemon=True) for each in work]
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Stop watching and auditing, and send home whoever listens."""
        self._stop.set()
        self._stale.set()
        self.events.close()
        for thread in self._threads:
            thread.join()
        self._threads = []

    def reread(self) -> None:
        """Read the project again, as after a save."""
        with self._lock:
            self._show(Pages(recompute(self.root, self.snapshot), self._link, self.pages))
        self._stale.set()

    def news(self) -> str:
        """Tell what pages have to know: the number of the snapshot, and whether it is audited."""
        return json.dumps({"number": self.snapshot.number, "checked": self.snapshot.is_checked})

    def audit(self) -> None:
        """Audit the newest snapshot, unless a save overtakes it."""
        with self._audits:
            seen = self.snapshot
            if seen.is_checked:
                return
            done = with_findings(seen)
            pages = Pages(done, self._link, self.pages)
            with self._lock:
                if self.snapshot is seen:
                    self._show(pages)
            done.live.prepare()
            if seen.number % TIDIED == 0:
                gc.collect()

    def _show(self, pages: Pages) -> None:
        self.pages = pages
        self.events.tell(self.news())

    def _watch(self) -> None:
        for _ in saves(self.root, self._stop):
            self.reread()

    def _audit(self) -> None:
        while True:
            self._stale.wait()
            self._stale.clear()
            begun = time.monotonic()
            while (left := PAUSE - self.pages.idle()) > 0 and time.monotonic() - begun < LONGEST:
                if self._stop.wait(left):
                    return
            if self._stop.is_set():
                return
            if not self._stale.is_set():
                self.audit()
