"""Whatever is done to a project, a check answered from what was kept says what a check made anew says."""

import contextlib
import io
import os
import shutil
import tempfile
from pathlib import Path
from unittest import mock

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from argmap.cli import quick
from argmap.cli.app import run

NAMES = st.sampled_from(
    "claims/a.yaml claims/b.yaml claims/deep/c.yml claims/notes.txt evidence/e.yaml evidence/s.json "
    "argmap.toml argmap.local.toml argmap.baseline.json reviews.yaml book.md".split()
)
CONTENTS = st.sampled_from(
    [
        "",
        "claims: {a: {text: The store burnt down in the night., for: [ash]}}\n",
        "claims: {a: {text: The store burnt down in the light., for: [ash]}}\n",
        "claims: {b: {text: It was arson., for: [a, nobody], kind: causl}}\n",
        "claims: {b: [\n",
        "evidence: {ash: {shows: Ash lay where the store had been., source: kim}}\n",
        '[{"id": "kim", "type": "book", "title": "Ash"}]',
        "title = 'A'\nmanuscripts = ['book.md']\n",
        "[rules]\nignore = ['support']\n",
        '{"version": 1, "counts": {}}',
    ]
)
FORMATS = st.sampled_from(["full", "json", "concise"])


class _LeftError(BaseException):
    pass


def _leave(code: int) -> None:
    raise _LeftError(code)


class Edits(RuleBasedStateMachine):
    """A person at work on a project, who checks it now and then in one form or another."""

    @initialize()
    def begin(self):
        self.home = Path(tempfile.mkdtemp())
        self.root = self.home / "project"
        (self.root / "claims").mkdir(parents=True)
        self.patches = contextlib.ExitStack()
        self.patches.enter_context(
            mock.patch.dict(os.environ, {"ARGMAP_CACHE_DIR": str(self.home / "cache")})
        )
        self.patches.enter_context(mock.patch.multiple(quick, leave=_leave, _SETTLED=-(10**18)))

    @rule(name=NAMES, content=CONTENTS)
    def write(self, name, content):
        (self.root / name).parent.mkdir(parents=True, exist_ok=True)
        (self.root / name).write_text(content)

    @rule(name=NAMES, content=CONTENTS)
    def write_and_put_the_clock_back(self, name, content):
        self.write(name, content)
        os.utime(self.root / name, (10**9, 10**9))

    @rule(name=NAMES)
    def delete(self, name):
        (self.root / name).unlink(missing_ok=True)

    @rule(old=NAMES, new=NAMES)
    def rename(self, old, new):
        if (self.root / old).is_file():
            (self.root / new).parent.mkdir(parents=True, exist_ok=True)
            (self.root / old).replace(self.root / new)

    @rule(name=NAMES)
    def touch(self, name):
        if (self.root / name).is_file():
            os.utime(self.root / name)

    @rule(form=FORMATS)
    def check_in_a_form(self, form):
        self._compare("--format", form)

    @invariant()
    def an_answer_is_what_a_new_check_says(self):
        if hasattr(self, "root"):
            self._compare("--format", "json")

    def _compare(self, *words: str) -> None:
        words = ("check", str(self.root), *words)
        assert _said(lambda: quick.quick_check(words)) == _said(lambda: run([*words, "--no-cache"]))

    def teardown(self):
        if hasattr(self, "root"):
            self.patches.close()
            shutil.rmtree(self.home)


def _said(call) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = call()
        except _LeftError as left:
            code = left.args[0]
    return code, out.getvalue(), err.getvalue()


TestEdits = Edits.TestCase
TestEdits.settings = settings(max_examples=12, stateful_step_count=12, deadline=None)
