"""The rules on quotations, on small projects."""

import json

import pytest

from argmap.check import audit_project, check_project
from argmap.files.project import read_project
from argmap.manuscript import lookups

KIM = """The Border War

On 3 May the embassy wired that Moscow was not ready to send the army to the border. Peking, it went on, would
follow if asked in time and paid in good silver; the guards were told to hold the bridge until relieved,
and nobody was told to fire.
"""
MOOR = (
    "The River Towns\n\nThe towns sent forty boats down the river in May, and others paid for half of them.\n"
)
BOOKS = """
Bibliography

Kim, Su, *The Border War*, Seoul: Han, 1998.

Moor, Anna, *The River Towns*, Oslo: Fjord Press, 1961.
"""
KIM_CITED = "Su Kim, *The Border War*, Seoul: Han, 1998, p. 4"
MOOR_CITED = "Anna Moor, *The River Towns*, Oslo: Fjord Press, 1961, p. 9"
SOURCES = [
    {"id": "kim", "type": "book", "title": "The Border War", "author": [{"family": "Kim", "given": "Su"}]},
    {
        "id": "moor",
        "type": "book",
        "title": "The River Towns",
        "author": [{"family": "Moor", "given": "Anna"}],
    },
]


@pytest.fixture
def found(project):
    """Give rule and message of what the family finds in a text and records of quotations."""

    def find(sentence="", note=KIM_CITED, *, texts=("kim", "moor"), quotes=(), files=()):
        written = {"kim": KIM, "moor": MOOR}
        records = {
            f"e{number}": {"shows": "It is so.", "source": source, "quote": {"exact": exact}}
            for number, (source, exact) in enumerate(quotes, 1)
        }
        local = "".join(f'{key} = "{key}.txt"\n' for key in texts)
        made = {
            "argmap.toml": 'title = "War"\n[parts]\nI = "Chapter I. The War"\n',
            "evidence/sources.json": json.dumps(SOURCES),
            "evidence/mine.yaml": json.dumps({"evidence": records}),
            "argmap.local.toml": f'manuscripts = ["text.txt"]\n[texts]\n{local}',
            "text.txt": f"Chapter I. The War\n\n{sentence or 'It was so.'}¹\n\n¹ {note}.\n{BOOKS}",
            **{f"{key}.txt": written[key] for key in texts},
            **dict(files),
        }
        audit = check_project(project(made), select=["quotations"])
        find.not_checked = {each.rule: each.reason for each in audit.not_checked}
        return [(finding.rule, finding.message) for finding in audit if finding.rule.startswith("quot")]

    return find


def rules(found):
    return [rule for rule, _ in found]


def test_words_that_agree_are_no_finding(found):
    assert found("The wire says that “Moscow was not ready to send the army”.") == []


def test_where_nothing_is_quoted_nothing_is_checked_or_missed(found):
    assert found(texts=()) == []
    assert found.not_checked == {}


def test_without_any_text_the_rules_say_that_they_did_not_run(found):
    assert found("He says that “Moscow was ready to send the army”.", texts=()) == []
    checked_without = {"quotation-two-wordings"}
    assert len(found.not_checked) == 4
    assert not checked_without & found.not_checked.keys()
    assert all("no text of a source is here" in reason for reason in found.not_checked.values())


def test_a_project_without_a_folder_says_so_too(project, found):
    found(quotes=[("kim", "Moscow was ready to send the army")])
    read = read_project(project({}))
    assert "quotation-altered" in {each.rule for each in audit_project(read).not_checked}


def test_a_lost_negation_is_altered(found):
    ((rule, message),) = found("The wire says that “Moscow was ready to send the army”.")
    assert rule == "quotation-altered"
    assert message.endswith("it stands otherwise in 'kim': Moscow was [-not-] ready to send the army")


def test_a_negation_cut_from_the_front_is_altered(found):
    ((rule, message),) = found("The wire calls Moscow “ready to send the army to the border”.")
    assert rule == "quotation-altered"
    assert message.endswith("it stands otherwise in 'kim': cut off before it: not")


def test_a_negation_that_the_sentence_says_itself_is_not_cut(found):
    assert found("The wire calls Moscow not “ready to send the army to the border”.") == []


def test_a_contracted_negation_of_the_sentence_counts(found):
    files = {"kim.txt": KIM.replace("was not ready", "didn’t wish")}
    assert found("Moscow didn’t “wish to send the army to the border”.", files=files) == []
    assert rules(found("Moscow would “wish to send the army to the border”.", files=files)) == [
        "quotation-altered"
    ]


def test_a_word_cut_in_two_is_altered(found):
    ((rule, message),) = found("The wire says that “the guard were told to hold the bridge”.")
    assert rule == "quotation-altered"
    ((rule, message),) = found("The wire says that Peking “would follow if ask”.")
    assert message.endswith("cuts a word of 'kim' in two: asked")


def test_words_of_nobody_are_absent(found):
    ((rule, message),) = found("He says that “the cavalry had already burned every village”.")
    assert (rule, message.endswith("is not in 'kim'")) == ("quotation-absent", True)


def test_words_of_another_work_are_absent_from_the_cited_one(found):
    ((rule, message),) = found("He says that “the towns sent forty boats down the river in May”.")
    assert rule == "quotation-absent"
    assert message.endswith("is not in 'kim'; it stands in 'moor'")


def test_words_of_either_work_of_a_note_are_not_absent(found):
    quoting = "He says that “the towns sent forty boats down the river in May”."
    assert found(quoting, f"{KIM_CITED}; {MOOR_CITED}") == []


@pytest.mark.parametrize(
    "note", [f"{KIM_CITED}; {MOOR_CITED}", f"{MOOR_CITED}; letter of 4 May, in my hands"]
)
def test_words_are_absent_only_where_every_work_of_the_note_is_here(found, note):
    assert found("He says that “the cavalry had already burned every village”.", note, texts=["kim"]) == []


def test_what_is_like_words_of_a_text_that_is_not_cited_is_chance(found):
    assert found("He says that “the towns sent fifty boats down the river in May”.", texts=["moor"]) == []


def test_a_condition_that_follows_is_noted(found):
    ((rule, message),) = found("The guards, it says, “were told to hold the bridge”.")
    assert rule == "quotation-cut-short"
    assert "“until relieved and nobody was told to fire” follows" in message


def test_a_condition_that_an_ellipsis_swallows_is_noted(found):
    ((rule, message),) = found(
        "Peking “would follow … the guards were told to hold the bridge until relieved”."
    )
    assert rule == "quotation-cut-short"
    assert "“if” is left out" in message


def test_a_new_sentence_that_begins_with_but_is_no_cut(found):
    files = {"kim.txt": KIM.replace("border. Peking", "border. But Peking")}
    assert found("He says that “Moscow was not ready to send the army to the border”.", files=files) == []


def receipt_files(project, found, command):
    found(quotes=[("kim", "Moscow was not ready to send the army")])
    root = project({})
    assert command("manuscript", "quotes", "--project", root, "--keep-receipts").code == 0
    return {"quotation-receipts.json": (root / "quotation-receipts.json").read_bytes()}


def test_a_quotation_is_noted_where_only_a_receipt_vouches_for_it(project, found, command):
    files = receipt_files(project, found, command)
    ((rule, message),) = found(
        quotes=[("kim", "Moscow was not ready to send the army")], texts=(), files=files
    )
    assert rule == "quotation-by-receipt"
    assert "verified earlier: exact on" in message


def test_a_quotation_edited_since_its_receipt_is_noted(project, found, command):
    files = receipt_files(project, found, command)
    ((rule, message),) = found(quotes=[("kim", "Moscow was ready to send the army")], texts=(), files=files)
    assert rule == "quotation-by-receipt"
    assert "the quotation was edited since" in message


@pytest.mark.parametrize("name", ["quotation-receipts.json", "kim.txt"])
def test_what_cannot_be_read_is_the_reason_why_nothing_was_checked(found, name):
    files = {name: "\x00\x01", "text.txt": "Nothing."}
    assert found(quotes=[("kim", "Moscow was ready to send the army")], files=files) == []
    assert set(found.not_checked) >= {"quotation-altered", "quotation-absent", "quotation-by-receipt"}


LONG = "the embassy wired that Moscow was ready to send forty boats down the river to the border in May"


def test_one_passage_in_two_wordings_is_shown_with_both_places(found, project):
    quotes = [("kim", LONG), ("kim", LONG.replace("was ready", "would be ready"))]
    (message,) = (m for r, m in found(quotes=quotes, texts=()) if r == "quotation-two-wordings")
    assert message.startswith("evidence 'e2' and evidence 'e1': one passage in two wordings:")
    (finding,) = check_project(project({}), select=["quotation-two-wordings"])
    assert [related.message for related in finding.related] == ["evidence 'e1'"]


def test_the_same_words_from_two_sources_are_noted(found):
    (message,) = (
        m for r, m in found(quotes=[("kim", LONG), ("moor", LONG)], texts=()) if r == "quotation-two-wordings"
    )
    assert "the same words cited from 'moor' and 'kim'" in message


def test_short_likenesses_are_no_two_wordings(found):
    quotes = [
        ("kim", "Peking became willing to feed the garrison"),
        ("moor", "Moscow was willing to feed the garrison"),
    ]
    assert "quotation-two-wordings" not in rules(found(quotes=quotes, texts=()))


def test_two_passages_that_the_source_itself_has_are_no_two_wordings(found):
    other = LONG.replace("Moscow", "Peking")
    assert found(quotes=[("kim", LONG), ("kim", other)], files={"kim.txt": f"{LONG}. Later {other}.\n"}) == []


def test_quotations_are_looked_up_once_for_all_rules(found, monkeypatch):
    calls = []

    def counting(*words):
        calls.append(words)
        return look_up(*words)

    look_up = lookups.look_up
    monkeypatch.setattr(lookups, "look_up", counting)
    found("The wire says that “Moscow was ready to send the army”.")
    assert len(calls) == 1


def test_short_words_that_are_nearly_the_same_are_two_sayings_in_two_sources(found):
    quotes = [
        ("kim", "the town and the villages supported a quiet settlement"),
        ("moor", "the town and the villages would support a quiet settlement"),
    ]
    assert "quotation-two-wordings" not in rules(found(quotes=quotes, texts=()))
    one = [("kim", words) for _, words in quotes]
    assert "quotation-two-wordings" in rules(found(quotes=one, texts=()))


def test_a_telegram_that_is_not_listed_is_one_source_all_the_same(found):
    first = "He wrote that “a quiet settlement in town becomes harder after the landing of the boats”.¹"
    second = "He wrote that “a quiet settlement became harder after the landing of boats”.²"
    note = "Telegram from Baker to Carter, {} May 1950"
    for day, told in ((3, True), (4, False)):
        text = (
            f"Chapter I. The War\n\n{first} {second}\n\n¹ {note.format(3)}.\n\n² {note.format(day)}.\n{BOOKS}"
        )
        assert ("quotation-two-wordings" in rules(found(texts=(), files={"text.txt": text}))) is told
