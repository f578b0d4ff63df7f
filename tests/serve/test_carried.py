"""What holds over a save: all that rests on no words, where nothing but words was changed."""

import pytest

from argmap.files.project import read_project
from argmap.serve.carried import differs_in_words_only
from argmap.serve.editors import editor_link
from argmap.serve.engine import Engine

FILES = {
    "argmap.toml": 'title = "Mill"\n',
    "claims/a.yaml": """\
claims:
  fire-was-set: {text: The fire was set., for: [oil, {from: debt, because: Who owes burns.}]}
  miller-owed: {text: The miller owed money., for: [debt]}
schools:
  old: {name: Old school}
""",
    "evidence/e.yaml": """\
evidence:
  oil: {shows: Oil was found., form: record, available: "1990"}
  debt: {shows: He was in debt., form: testimony, available: "1950"}
""",
}


def changed(project, **edits: str) -> bool:
    """Tell whether a project, with some words of its files replaced, is still the same but for words."""
    before = read_project(project(FILES))
    files = dict(FILES)
    for old, new in edits.values():
        name = next(name for name, text in files.items() if old in text)
        files[name] = files[name].replace(old, new)
    return differs_in_words_only(before, read_project(project(files)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The fire was set.", "Somebody set the fire."),
        ("Oil was found.", "Lamp oil was found."),
        ("The miller owed money.,", "The miller owed money., remark: As everybody knew.,"),
        ("claims:\n", "# a remark\nclaims:\n"),
    ],
)
def test_other_words_change_nothing_else(project, old, new):
    assert changed(project, edit=(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("for: [debt]", "for: [oil]"),
        ("for: [debt]", "against: [debt]"),
        ("form: record", "form: derived"),
        ('"1990"', '"1991"'),
        ("miller-owed", "baker-owed"),
        ("Old school", "New school"),
        ('"Mill"', '"Mill"\nthesis = "fire-was-set"'),
        ("  oil: {shows: Oil was found.", "  ash: {shows: Ash was found.}\n  oil: {shows: Oil was found."),
        ("because: Who owes burns.", "strength: weak"),
    ],
)
def test_anything_else_is_a_change(project, old, new):
    assert not changed(project, edit=(old, new))


def test_a_page_after_a_save_is_that_of_a_server_that_is_started_then(project):
    root = project(FILES)
    engine = Engine(root, editor_link(root, "none"))
    engine.audit()
    pages = ("claims/fire-was-set.html", "evidence/oil.html", "index.html", "history.html", "outline.html")
    for page in pages:
        engine.pages.get(page)
    file = root / "claims" / "a.yaml"
    for old, new in [("The fire was set.", "Somebody set it."), ("for: [oil, ", "for: ["), ("money", "gold")]:
        file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
        engine.reread()
        engine.audit()
        anew = Engine(root, editor_link(root, "none"))
        anew.audit()
        for page in pages:
            assert engine.pages.get(page) == anew.pages.get(page), (page, new)


def test_pages_tell_how_long_nothing_was_asked(project):
    root = project(FILES)
    pages = Engine(root, editor_link(root, "none")).pages
    pages.get("index.html")
    assert 0 <= pages.idle() < 60
