"""Words that must never differ unnoticed: digits, negations, quantifiers, modals, conditions, opposites."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from argmap.manuscript.quotes.records import Guard, GuardHit

NEGATIONS = frozenset(
    "not no never none nothing nobody nowhere neither nor cannot without hardly scarcely barely "
    "rarely seldom nicht kein keine keinen keinem keiner nie niemals nichts ohne ne pas jamais aucun "
    "aucune rien sans не нет ни никогда ничего никто нельзя без".split()
)
QUANTIFIERS = frozenset(
    "only some most all every each any many few several almost nearly mostly partly largely entirely "
    "mainly nur einige alle viele wenige tous toutes quelques только все всего некоторые многие".split()
)
MODALS = frozenset(
    "may might must could should would can perhaps possibly probably likely unlikely allegedly "
    "reportedly supposedly apparently seemingly könnte dürfte müsste vielleicht может мог могла могли "
    "возможно вероятно".split()
)
CONDITIONS = frozenset(
    "if unless except until provided only although though wenn falls sofern если кроме".split()
)
BUTS = frozenset(
    "but unless except however although though yet nevertheless nonetheless provided if only until "
    "whereas aber jedoch obwohl sondern wenn mais cependant sauf но однако если хотя кроме "
    "다만 그러나 하지만".split()
)
"""Words that take back something of what stands before them."""
NUMERALS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred thousand million billion trillion dozen half twice double first second third".split()
)
OPPOSITES = tuple(
    frozenset(pair.split("/"))
    for pair in (
        "always/never all/none more/less most/least before/after north/south northern/southern "
        "east/west increase/decrease increased/decreased rise/fall rose/fell rising/falling "
        "approve/reject approved/rejected accept/refuse accepted/refused agree/disagree "
        "agreed/disagreed agreed/refused true/false with/without win/lose won/lost first/last "
        "early/late earlier/later high/low higher/lower large/small larger/smaller attack/defend "
        "attacked/defended offensive/defensive enemy/ally success/failure succeeded/failed "
        "for/against support/oppose supported/opposed advance/retreat advanced/retreated right/wrong "
        "begin/end began/ended above/below over/under inside/outside strong/weak stronger/weaker "
        "war/peace allow/forbid allowed/forbidden"
    ).split()
)
NEGATING = ("un", "in", "im", "il", "ir", "dis", "non", "не")
"""Beginnings that turn a word into its opposite."""
_SYLLABLES = re.compile("[不没沒無无未非勿莫]|[않못없]")
_HAN_NUMERALS = frozenset("一二三四五六七八九十百千萬万億亿兩两")
REACH = {Guard.NEGATION: 4, Guard.QUANTIFIER: 2, Guard.MODAL: 1}
"""A guarded word cut from the front weighs when it stands at most so many words before what is quoted."""


@lru_cache(maxsize=1 << 14)
def guarded(word: str) -> Guard | None:
    """Say which guard watches a word, if any.

    Examples:
        >>> guarded("didn't").value, guarded("Some").value, guarded("10.0").value, guarded("army")
        ('negation', 'quantifier', 'digits', None)
    """
    low = word.lower()
    if any(c.isdigit() for c in low) or low in NUMERALS or low in _HAN_NUMERALS:
        return Guard.DIGITS
    if low in NEGATIONS or low.endswith("n't") or _SYLLABLES.search(low):
        return Guard.NEGATION
    if low in QUANTIFIERS:
        return Guard.QUANTIFIER
    if low in MODALS and word != "May":
        return Guard.MODAL
    return Guard.CONDITION if low in CONDITIONS else None


def number(word: str) -> str:
    """Give a number without its grouping, so that ``10,000`` is ``10000``; other words in small letters.

    Examples:
        >>> number("10,000"), number("10.0")
        ('10000', '10.0')
    """
    bare = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", word.lower())
    return "".join(str(unicodedata.digit(c, c)) for c in bare)


def differences(source: Sequence[str], quoted: Sequence[str], where: str = "inside") -> list[GuardHit]:
    """Find the guarded words in which two runs of words differ.

    Args:
        source: Words of the source.
        quoted: Words of the quotation that stand for them.
        where: Where the difference lies.
    """
    hits = []
    for guard in (Guard.DIGITS, Guard.NEGATION, Guard.QUANTIFIER, Guard.MODAL, Guard.CONDITION):
        mine, theirs = _watched(quoted, guard), _watched(source, guard)
        if mine != theirs:
            hits.append(GuardHit(guard, _arrow(theirs - mine, mine - theirs), where, True))
    if opposite := _opposite(source, quoted):
        hits.append(GuardHit(Guard.POLARITY, opposite, where, True))
    return hits


def _watched(words: Iterable[str], guard: Guard) -> Counter[str]:
    return Counter(number(word) for word in words if guarded(word) is guard)


def _arrow(source: Counter[str], quoted: Counter[str]) -> str:
    sides = (" ".join(source.elements()), " ".join(quoted.elements()))
    return " → ".join(side or "–" for side in sides)


def _opposite(source: Sequence[str], quoted: Sequence[str]) -> str | None:
    theirs, mine = ({word.lower() for word in words} for words in (source, quoted))
    for one in sorted(theirs - mine):
        for other in sorted(mine - theirs):
            if {one, other} in OPPOSITES or negates(one, other) or negates(other, one):
                return f"{one} → {other}"
    return None


def negates(one: str, other: str) -> bool:
    """Say whether a word is another with a negating beginning: ``impossible`` and ``possible``."""
    return len(other) > 2 and any(one == prefix + other for prefix in NEGATING)


def cut_before(clause: Sequence[str], where: str) -> list[GuardHit]:
    """Find guarded words cut from the front of what is quoted.

    Args:
        clause: Words of the same clause just before it, in order.
        where: ``"before"``, or ``"gap"`` when an ellipsis cut them.
    """
    hits = []
    for distance, word in enumerate(reversed(clause[-4:]), 1):
        guard = guarded(word)
        if guard and distance <= REACH.get(guard, 0):
            hits.append(GuardHit(guard, word, where, True))
    return hits


def swallowed(words: Sequence[str], weighs: bool) -> list[GuardHit]:
    """Find negations and conditions that an ellipsis swallowed; they weigh where the gap is short."""
    watched = ((guarded(word), word) for word in words)
    hits = [
        GuardHit(Guard.CONDITION if word.lower() in CONDITIONS else guard, word, "gap", weighs)
        for guard, word in watched
        if guard in (Guard.NEGATION, Guard.CONDITION) or word.lower() in CONDITIONS
        if guard
    ]
    return list(dict.fromkeys(hits))
