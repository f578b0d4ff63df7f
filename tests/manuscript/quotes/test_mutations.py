"""A bank of falsified quotations: none of them may ever be called clean."""

import random
import re

import pytest

from argmap.manuscript.quotes.check import check_quotations
from argmap.manuscript.quotes.records import Quotation, SourceText
from manuscript.quotes.source_words import vocabulary

SENTENCES = """The council did not approve the plan of 12 June, and the minister never signed it.
Only three of the 450 ships reached the northern harbour before the storm of 1871.
Some witnesses said that the bridge was held by 10.5 thousand men; most of them were wounded.
The governor might have refused the offer if the letters had arrived in time.
No treaty was concluded in the winter, although the envoys met every week until March.
All the officers agreed that the attack was possible, unless the river rose by more than 2 metres.
The king accepted the terms and withdrew his army from the eastern provinces after the battle.
Nobody could say whether the increase of 15 % was due to the harvest or to the new tax.
The archive holds few letters of the chancellor, and none of them mentions the secret meeting.
Without the consent of the assembly the general would not advance beyond the 38th parallel."""
TEXT = " ".join(SENTENCES.split("\n"))
SWAPS = {
    "approve": "reject",
    "northern": "southern",
    "before": "after",
    "Some": "All",
    "most": "few",
    "might": "must",
    "refused": "accepted",
    "every": "some",
    "possible": "impossible",
    "more": "less",
    "accepted": "refused",
    "eastern": "western",
    "after": "before",
    "increase": "decrease",
    "few": "many",
    "never": "always",
    "three": "four",
    "Without": "With",
    "beyond": "behind",
    "would": "could",
    "minister": "ministry",
    "letters": "letter",
}


def falsified() -> list[str]:
    """Make every falsified quotation of the bank."""
    chance, known = random.Random(5), vocabulary(2)
    bank = []
    for sentence in SENTENCES.split("\n"):
        words = sentence.split()
        for place, word in enumerate(words):
            bare = word.strip(",;.")
            rest = [*words[:place], *words[place + 1 :]]
            bank.append(
                " ".join([*words[:place], SWAPS[bare], *words[place + 1 :]])
            ) if bare in SWAPS else None
            if 0 < place < len(words) - 1:
                bank.append(" ".join(rest))
            bank.append(
                " ".join([*words[:place], chance.choice(known), *words[place:]]) if place else known[3]
            )
            if digit := re.search(r"\d", word):
                changed = word.replace(digit[0], str((int(digit[0]) + 1) % 10), 1)
                bank.append(" ".join([*words[:place], changed, *words[place + 1 :]]))
                bank.append(" ".join([*words[:place], word.replace(".5", "5"), *words[place + 1 :]]))
                bank.append(" ".join([*words[:place], word + "0", *words[place + 1 :]]))
            if place + 2 < len(words):
                swapped = [*words[:place], words[place + 1], words[place], *words[place + 2 :]]
                bank.append(" ".join(swapped))
    return [quote for quote in bank if quote not in TEXT]


def cut() -> list[str]:
    """Cut negations, quantifiers and modals from the front, or hide them behind an ellipsis or a bracket."""
    return [
        "approve the plan of 12 June",
        "signed it",
        "three of the 450 ships reached the northern harbour",
        "witnesses said that the bridge was held",
        "have refused the offer",
        "treaty was concluded in the winter",
        "the officers agreed that the attack was possible",
        "could say whether the increase of 15 % was due to the harvest",
        "letters of the chancellor",
        "the consent of the assembly",
        "advance beyond the 38th parallel",
        "The council did … approve the plan",
        "The council … approve the plan",
        "the minister … signed it",
        "The council did [clearly] approve the plan",
        "The council [agreed to] approve the plan",
        "the general would [then] advance beyond the 38th parallel",
        "Only three of the [45] ships reached the northern harbour",
        "[Many] witnesses said that the bridge was held",
        "the attack was [im]possible",
        "was held by 10",
        "5 thousand men",
        "the storm of 187",
        "8th parallel",
    ]


@pytest.mark.parametrize("bank", [falsified, cut])
def test_no_falsified_quotation_is_called_clean(bank):
    asked = [Quotation(id=quote, exact=quote) for quote in bank()]
    checks = check_quotations(asked, [SourceText("text", TEXT)]).checks
    assert [check.id for check in checks if check.verdict.is_clean] == []


def test_the_bank_is_no_small_one():
    assert len(falsified()) > 350


def test_the_true_sentences_are_clean():
    asked = [Quotation(id=sentence, exact=sentence) for sentence in SENTENCES.split("\n")]
    checks = check_quotations(asked, [SourceText("text", TEXT)]).checks
    assert {check.verdict.value for check in checks} == {"exact"}
