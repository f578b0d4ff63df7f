"""``argmap manuscript quotes`` and ``digest``, as they are run."""

import json

import jsonschema
import pytest
import yaml

MILLS = """The Mills of the Valley

In the dry summer of 1643 the six millers were not paid for the flour they had ground, and the lord of the
valley would open the sluice unless the town sent him forty sacks of meal before the feast of Saint Anne.
"""
FLOUR = "Flour and Water\n\nThe weir was mended twice in that year, by masons from over the hill.\n"
TEXT = """Chapter I. The River

The town owed much, for “the six millers were not paid for the flour”.¹ The lord promised that he “would
open the sluice”.² The weir, for its part, “was mended thrice in that year, by masons from over the hill”.³

¹ Ann Baker, *The Mills of the Valley*, London: Field Press, 1987, p. 12.

² Ibid., p. 13.

³ Mary Dunn, *Flour and Water*, Leeds: Mill House, 2005, p. 4.

Bibliography

Baker, Ann, *The Mills of the Valley*, London: Field Press, 1987.

Dunn, Mary, *Flour and Water*, Leeds: Mill House, 2005.
"""
SOURCES = [
    {"id": "mills", "type": "book", "title": "The Mills of the Valley", "author": [{"family": "Baker"}]},
    {"id": "flour", "type": "book", "title": "Flour and Water", "author": [{"family": "Dunn"}]},
]
QUOTED = "the six millers were not paid for the flour they had ground"


def records(exact=QUOTED, **quote):
    quote = quote or {"exact": exact}
    unpaid = {"shows": "Nobody paid the millers.", "source": "mills", "form": "record", "quote": quote}
    return yaml.safe_dump({"evidence": {"unpaid": unpaid}})


@pytest.fixture
def root(project):
    """The map, its manuscript, and two texts beside it that are not named anywhere."""
    return project(
        {
            "argmap.toml": 'title = "Mills"\n[parts]\nI = "Chapter I. The River"\n',
            "evidence/sources.json": json.dumps(SOURCES),
            "evidence/mine.yaml": records(),
            "text.txt": TEXT,
            "mills.txt": MILLS,
            "flour.txt": FLOUR,
        }
    )


@pytest.fixture
def quotes(command, root):
    """Run the command in the project."""

    def run(*words):
        return command("manuscript", "quotes", "--project", root, *words)

    return run


@pytest.fixture
def checked(quotes, command):
    """Run it, hold its JSON against the schema, and give the exit code and the checks by id."""

    def run(*words):
        printed = quotes("--format", "json", *words)
        data = json.loads(printed.out)
        schema = json.loads(command("schema", "manuscript-quote-checks").out)
        jsonschema.validate(data, schema, cls=jsonschema.Draft202012Validator)
        return printed.code, {check["id"]: check for check in data["checks"]}

    return run


def here(root, **texts):
    return [word for key, name in texts.items() for word in ("--text", f"{key}={root / name}")]


def verdicts(checks):
    return [check["verdict"] for check in checks.values()]


def test_without_texts_the_quotations_are_listed(quotes, root, command):
    printed = quotes(root / "text.txt", "--format", "json")
    listed = json.loads(printed.out)
    jsonschema.validate(listed, json.loads(command("schema", "manuscript-quotes").out))
    assert printed.code == 0
    assert [each["note"] for each in listed] == ["I.1", "I.2", "I.3"]


def test_a_text_is_looked_in_and_the_others_are_said_to_be_missing(checked, root):
    code, checks = checked(root / "text.txt", *here(root, mills="mills.txt"))
    assert (code, verdicts(checks)) == (1, ["exact", "exact", "exact", "unreadable"])
    assert checks["I.2.2#2"]["goes_on"].startswith("unless the town sent him")
    assert checks["I.2.3#3"]["notes"] == ["'flour' is not here"]


def test_several_texts_are_looked_in(checked, root):
    code, checks = checked(root / "text.txt", *here(root, mills="mills.txt", flour="flour.txt"))
    assert (code, verdicts(checks)[-1]) == (1, "altered")
    assert checks["I.2.3#3"]["text"] == "flour"
    assert "[-twice-]" in checks["I.2.3#3"]["diff"]


def test_without_a_file_the_evidence_alone_is_checked(checked, root):
    code, checks = checked(*here(root, mills="mills.txt"))
    assert (code, list(checks), verdicts(checks)) == (0, ["unpaid"], ["exact"])
    assert checks["unpaid"]["end"] - checks["unpaid"]["start"] == len(QUOTED)


def test_texts_named_in_the_local_file_are_looked_in(checked, root):
    (root / "argmap.local.toml").write_text('[texts]\nmills = "mills.txt"\n')
    assert checked()[0] == 0


def test_without_a_file_and_without_texts_there_is_nothing_to_do(quotes):
    printed = quotes()
    assert (printed.code, printed.out) == (2, "")
    assert "--text KEY=FILE" in printed.err


@pytest.mark.parametrize("near", [0, 5])
def test_what_digest_prints_is_found_again(near, command, checked, root):
    made = yaml.safe_load(command("manuscript", "digest", QUOTED, "--near", near).out)["quote"]
    (root / "evidence/mine.yaml").write_text(records(**made))
    code, checks = checked(*here(root, mills="mills.txt"))
    assert (code, checks["unpaid"]["notes"]) == (0, ["by its digest"])


def test_a_digest_of_other_words_is_not_found(command, checked, root):
    made = json.loads(command("manuscript", "digest", QUOTED.replace("six", "ten"), "--format", "json").out)
    (root / "evidence/mine.yaml").write_text(records(**made))
    code, checks = checked(*here(root, mills="mills.txt"))
    assert (code, verdicts(checks)) == (1, ["absent"])


def test_with_a_receipt_the_text_may_be_missing(quotes, checked, root):
    kept = quotes("--keep-receipts", *here(root, mills="mills.txt"))
    assert kept.code == 0
    assert "1 quotations verified, noted in quotation-receipts.json" in kept.err
    assert QUOTED not in (root / "quotation-receipts.json").read_text()
    code, checks = checked()
    assert (code, verdicts(checks)) == (0, ["verified earlier, text not here"])


def test_a_quotation_edited_after_its_receipt_is_no_longer_vouched_for(quotes, checked, root):
    quotes("--keep-receipts", *here(root, mills="mills.txt"))
    (root / "evidence/mine.yaml").write_text(records(QUOTED.replace("not ", "")))
    code, checks = checked()
    assert (code, verdicts(checks)) == (1, ["unreadable"])
    assert checks["unpaid"]["notes"][-1] == "its receipt does not help: the quotation was edited since"


def test_a_quotation_that_moved_takes_its_receipt_along(quotes, checked, root):
    file = root / "text.txt"
    texts = here(root, mills="mills.txt")
    quotes(file, "--keep-receipts", *texts)
    file.write_text(
        TEXT.replace("The town owed", "The poet says that “rivers never run uphill”. The town owed")
    )
    assert verdicts(checked(file, *texts)[1])[2:4] == ["exact", "exact"]
    moved = ["unreadable", "verified earlier, text not here", "verified earlier, text not here"]
    assert verdicts(checked(file, *here(root, flour="flour.txt"))[1])[1:4] == moved
    quotes(file, "--keep-receipts", *here(root, flour="flour.txt"))
    assert verdicts(checked(file, *here(root, flour="flour.txt"))[1])[1:4] == moved


def test_a_note_with_two_works_may_quote_either(checked, root):
    file = root / "text.txt"
    both = "p. 12; Mary Dunn, *Flour and Water*, Leeds: Mill House, 2005, p. 4."
    file.write_text(
        TEXT.replace("p. 12.", both).replace("six millers were not paid", "weir was mended twice")
    )
    file.write_text(file.read_text().replace(" for the flour”", " in that year”"))
    checks = checked(file, *here(root, mills="mills.txt", flour="flour.txt"))[1]
    found = checks["I.2.1#1"]
    assert (found["text"], found["verdict"], found["elsewhere"]) == ("flour", "typographic", False)


@pytest.mark.parametrize("said", ["mills", "=mills.txt", "mills="])
def test_a_text_without_its_key_or_its_file_is_refused(said, quotes):
    printed = quotes("--text", said)
    assert (printed.code, printed.out) == (2, "")
    assert f"--text is KEY=FILE, not '{said}'" in printed.err


def test_a_text_that_cannot_be_read_is_told(quotes, root):
    printed = quotes("--text", f"mills={root / 'nowhere.pdf'}")
    assert (printed.code, printed.out) == (2, "")
    assert "No such file" in printed.err


@pytest.mark.parametrize("broken", ["{}", "[{}]", "no", '[{"quotation": []}]', "\x00"])
def test_broken_receipts_are_told(broken, quotes, root):
    (root / "quotation-receipts.json").write_text(broken)
    printed = quotes()
    assert printed.code == 2
    assert "'quotation-receipts.json' holds no receipts" in printed.err


def test_receipts_need_a_project(command, root, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    words = ("manuscript", "quotes", root / "text.txt", "--keep-receipts", *here(root, mills="mills.txt"))
    printed = command(*words)
    assert printed.code == 2
    assert "there is none here" in printed.err


def test_the_table_shows_what_differs_and_what_follows(quotes, root):
    printed = quotes(root / "text.txt", *here(root, mills="mills.txt", flour="flour.txt"))
    assert printed.code == 1
    assert "4 quotations: 3 exact, 1 altered" in printed.out
    assert "differs: was mended [-twice-] {+thrice+} in that year" in printed.out
    assert "the source goes on: unless the town sent him" in printed.out
    assert max(map(len, printed.out.splitlines())) <= 110


def test_quotations_whose_text_is_not_here_are_counted_by_work(quotes, root):
    printed = quotes(root / "text.txt", *here(root, flour="flour.txt"))
    assert "sentence I.2.1" not in printed.out
    assert "not looked up, their text is not here: mills (3)" in printed.out
