"""Claims that state nothing."""

import re
from collections.abc import Iterator
from functools import lru_cache

from argmap.model.errors import shown
from argmap.model.finding import Finding, Severity
from argmap.rules.case import Case
from argmap.rules.registry import project_rule

MOST_LETTERS = 2000
"""How much of a text is looked at."""

MOST_WORDS = 12
"""A longer text is no heading."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_VERB = re.compile(
    r"(?:is|are|was|were|be|been|being|am|has|have|had|do|does|did|can|could|may|might|must|shall|should|will|would"
    r"|[^\W\d_]{2,}(?:ed|n['’]t)|['’](?:s|d|re|ve|ll)"
    r"|arose|ate|beat|became|began|bent|bound|bred|burst|cast|come|cost|die|foresaw|forbade|go|grow|hold|keep|lie|live|make|mean|need|owe|remain|seem|show|speak|stand|take|want|win|write|became|began|bore|brought|built|broke|came|caught|chose|cut|dealt|drew|drove|fed|fell|felt|fought|found|fled"
    r"|forgot|gave|got|grew|held|hid|hit|kept|knew|laid|lay|led|left|lent|let|lost|made|meant|met|paid|put|ran"
    r"|read|rode|rose|said|sat|saw|sent|set|shook|shot|shut|sold|sought|spent|split|spoke|spread|stole|stood"
    r"|struck|sprang|swore|swung|taught|threw|told|took|thought|understood|withdrew|went|won|wore|wrote)",
    re.IGNORECASE,
)
_PRESENT = re.compile(r"[^\W\d_]{2,}(?:[^s\W\d_]s|sses|shes|ches)", re.IGNORECASE)
_TOPIC = re.compile(
    r"(?:on|about|regarding|concerning|towards?|the (?:role|question|problem|issue|origins?) of)\b", re.I
)


@project_rule("topic-not-statement", family="wording", severity=Severity.NOTE, on=False)
def topic_not_statement(case: Case) -> Iterator[Finding]:
    """A claim names a topic or asks a question instead of stating something.

    What states nothing can be neither true nor false, so nothing speaks for or against it. Write a whole
    sentence that somebody could deny. Found by the words: a text that ends in a question mark, or a short
    one in which no word looks like a verb (in English).

    Found in::

        claims:
          role-of-moscow: {text: The role of Moscow in the decision of May.}

    Not in::

        claims:
          moscow-decided: {text: Moscow took the decision in May.}
    """
    verbs = _Verbs().__getitem__
    for key, whole in zip(case.project.claims, case.lists.claims.text, strict=True):
        text = whole[:MOST_LETTERS].strip()
        if text.rstrip("\"'”’)").endswith("?"):
            fault = "asks a question"
        elif not any(map(verbs, text.split())) and not _states(text):
            fault = "names a topic"
        else:
            continue
        yield Finding(
            f"claim '{shown(key)}' {fault}: {shown(text, 60)}",
            case.project.spot("claims", key, "text"),
            (key,),
            "write a whole sentence that somebody could deny",
        )


class _Verbs(dict[str, bool]):
    """Whether what stands between two spaces is a word, and looks like a verb."""

    def __missing__(self, word: str) -> bool:
        is_verb = self[word] = word.isalpha() and _is_verb(word)
        return is_verb


def _states(text: str) -> bool:
    """Whether some word looks like a verb; a text in another script is taken to state something.

    In a text that begins like a heading, a plural is not taken for a verb.
    """
    words = _WORD.findall(text)
    if not words or not any(word.isascii() for word in words):
        return bool(words)
    if len(words) > MOST_WORDS or any(map(_is_verb, words)):
        return True
    return not _TOPIC.match(text) and any(_PRESENT.fullmatch(word) and word.islower() for word in words[1:])


@lru_cache(maxsize=50_000)
def _is_verb(word: str) -> bool:
    return word.islower() and _VERB.fullmatch(word) is not None
