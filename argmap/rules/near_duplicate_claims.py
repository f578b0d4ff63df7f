"""Claims that say the same twice."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations

from rapidfuzz import fuzz

from argmap.model.finding import Finding, Related, Severity
from argmap.model.project import arguments_of
from argmap.model.records import Claim
from argmap.rules.case import Case
from argmap.rules.dates import surely_before
from argmap.rules.registry import project_rule

LEAST = 85
"""Likeness, of 100, from which two texts count as nearly the same."""
SHARED = 0.75
"""Share of its words that a text has in common with one compared with it."""
MOST_COMPARED = 200
"""Texts with the same two rare words that later ones are compared with."""
MOST_LETTERS = 2000
"""How much of a text is looked at; a claim is one sentence."""

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_DIGIT = re.compile(r"\d")
_NAME = re.compile(r"(?<=\w )[^\W\d_a-z]\w*")
_NEGATIONS = frozenset({"not", "no", "never", "nor", "neither", "nobody", "nothing", "without"})


@project_rule("near-duplicate-claims", family="wording", severity=Severity.NOTE)
def near_duplicate_claims(case: Case) -> Iterator[Finding]:
    """Two claims say nearly the same.

    What speaks for one is missing under the other, so both look weaker than they are. Draw them
    together, or word them so that the difference shows. The texts are compared by their words,
    whatever the order, and from 85 of 100 on count as nearly the same; not if they differ in a
    number, a name or a negation, are about different times, or one is an argument on the other.

    Found in::

        claims:
          attack-first: {text: The North attacked the South first.}
          north-began: {text: The North first attacked the South.}

    Not in::

        claims:
          attack-first: {text: The North attacked the South first.}
          north-planned: {text: The North had planned its attack for months.}
    """
    project = case.project
    texts = _texts(project.claims)
    shelves = _shelves(texts)
    seen: dict[int, list[int]] = {}
    for number, (text, own) in enumerate(zip(texts, shelves, strict=True)):
        best = _nearest(text, texts, chain.from_iterable(seen.get(s, ()) for s in own), project.claims)
        for shelf in own:
            block = seen.setdefault(shelf, [])
            if len(block) < MOST_COMPARED:
                block.append(number)
        if best is None:
            continue
        other, likeness = best
        alike = "the same" if likeness == 100 else f"nearly the same ({likeness:.0f} of 100)"
        yield Finding(
            f"claims '{other}' and '{text.key}' say {alike}",
            project.spot("claims", text.key, "text"),
            (text.key, other),
            "draw them together, or word them so that the difference shows",
            (Related(project.spot("claims", other, "text"), f"claim '{other}'"),),
        )


@dataclass(frozen=True, slots=True)
class _Text:
    """A claim's text, ready to be compared."""

    key: str
    words: str
    """Its words, sorted."""
    rare: tuple[str, ...]
    """Its rarest words: what shares ``SHARED`` of all its words has two of them among its own."""
    names: frozenset[str]
    apart: tuple[object, ...]
    """Numbers and whether it is negated; texts that differ in this say different things."""


def _texts(claims: Mapping[str, Claim]) -> list[_Text]:
    """Prepare the texts of all claims, in order of id."""
    words = {k: _WORD.findall(claim.text[:MOST_LETTERS].casefold()) for k, claim in claims.items()}
    common = Counter(word for each in words.values() for word in set(each))
    known = {
        name.casefold() for claim in claims.values() for name in _NAME.findall(claim.text[:MOST_LETTERS])
    }
    rank = {word: n for n, word in enumerate(sorted(common, key=lambda word: (common[word], word)))}
    digits = {word for word in common if _DIGIT.search(word)}
    negating = {word for word in common if word in _NEGATIONS or word.endswith(("n't", "n’t"))}
    found = []
    for key, each in words.items():
        different = sorted(set(each), key=rank.__getitem__)
        rare = different[: int((1 - SHARED) * len(different)) + 2]
        numbers = () if digits.isdisjoint(each) else tuple(sorted(word for word in each if word in digits))
        negations = 0 if negating.isdisjoint(each) else sum(word in negating for word in each)
        apart = (numbers, negations % 2)
        names = frozenset(known.intersection(each))
        found.append(_Text(key, " ".join(sorted(each)), tuple(rare), names, apart))
    return found


def _shelves(texts: Sequence[_Text]) -> list[list[int]]:
    """Put every text on a shelf for each two of its rarest words; give only shelves with several texts.

    Shelves are numbers: of what sets texts apart, and of two words.
    """
    aparts: dict[tuple[object, ...], int] = {}
    words: dict[str, int] = {}
    alone = {text.rare[0] for text in texts if len(text.rare) == 1}
    every = []
    for text in texts:
        top = aparts.setdefault(text.apart, len(aparts)) << 64
        rare = sorted([words.setdefault(word, len(words)) for word in text.rare])
        own = [top | one << 32 | other for one, other in combinations(rare, 2)]
        if alone:
            own += [top | words[word] << 32 | words[word] for word in text.rare if word in alone]
        every.append(own)
    counts = Counter(chain.from_iterable(every))
    return [[shelf for shelf in own if counts[shelf] > 1] for own in every]


def _nearest(
    text: _Text, texts: Sequence[_Text], numbers: Iterable[int], claims: Mapping[str, Claim]
) -> tuple[str, float] | None:
    """Find the one of these earlier texts that is most like this one, if one is like enough."""
    best: tuple[str, float] | None = None
    for number in sorted(set(numbers)):
        other = texts[number]
        cutoff = LEAST if best is None else best[1] + 0.001
        likeness = fuzz.ratio(text.words, other.words, score_cutoff=cutoff)
        if likeness and not _told_apart(text, other, claims):
            best = (other.key, likeness)
            if likeness == 100:
                break
    return best


def _told_apart(text: _Text, other: _Text, claims: Mapping[str, Claim]) -> bool:
    """Whether two claims name others, are about different times, or one is an argument on the other."""
    if text.names - other.names and other.names - text.names:
        return True
    first, second = claims[text.key], claims[other.key]
    if surely_before(first.when, second.when) or surely_before(second.when, first.when):
        return True
    return any(
        premise in (*argument.premises, *argument.unless, *argument.answer)
        for claim, premise in ((first, other.key), (second, text.key))
        for _, _, argument in arguments_of(claim)
    )
