"""Claims that say the same twice."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial
from itertools import chain, combinations

from argmap.model.finding import Finding, Related, Severity
from argmap.model.pattern import pattern
from argmap.model.project import arguments_of
from argmap.rules.case import Case
from argmap.rules.dates import surely_before
from argmap.rules.registry import project_rule
from argmap.rules.words import MOST_LETTERS, claim_words

LEAST = 85
"""Likeness, of 100, from which two texts count as nearly the same."""
SHARED = 0.75
"""Share of its words that a text has in common with one compared with it."""
MOST_COMPARED = 200
"""Texts with the same two rare words that later ones are compared with."""

_DIGIT = pattern(r"\d")
_NAME = pattern(r"(?<=\w )[^\W\d_a-z]\w*")
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
    project, texts = case.project, _Texts(case)
    compare: Callable[[str, list[str]], object] | None = None
    for number, others in _together(_shelved(texts)):
        mine, theirs = texts.sorted_words(number), list(map(texts.sorted_words, others))
        if compare is None:
            if not any(_may_be_alike(mine, other) for other in theirs):
                continue  # what compares them takes as long to import as the interpreter to start
            compare = _comparer()
        if compare(mine, theirs) is None:
            continue
        best = _nearest(number, texts, others)
        if best is None:
            continue
        key, (nearest, likeness) = texts.words.keys[number], best
        other = texts.words.keys[nearest]
        alike = "the same" if likeness == 100 else f"nearly the same ({likeness:.0f} of 100)"
        yield Finding(
            f"claims '{other}' and '{key}' say {alike}",
            project.spot("claims", key, "text"),
            (key, other),
            "draw them together, or word them so that the difference shows",
            (Related(project.spot("claims", other, "text"), f"claim '{other}'"),),
        )


def _comparer() -> Callable[[str, list[str]], object]:
    """Give what says whether a text is like enough to one of others."""
    from rapidfuzz import fuzz, process

    return partial(process.extractOne, scorer=fuzz.ratio, score_cutoff=LEAST)


def _may_be_alike(one: str, other: str) -> bool:
    """Whether two texts share so many letters that they can be nearly the same, in whatever order."""
    shared = (Counter(one) & Counter(other)).total()
    return 200 * shared >= LEAST * (len(one) + len(other))


class _SortedWords(dict[int, str]):
    """The words of texts, sorted, by the number of the text."""

    def __init__(self, listed: list[list[str]]) -> None:
        super().__init__()
        self._listed = listed

    def __missing__(self, number: int) -> str:
        text = self[number] = " ".join(sorted(self._listed[number]))
        return text


class _Texts:
    """The claims' texts, by number in order of id, ready to be compared."""

    def __init__(self, case: Case) -> None:
        self.claims = case.project.claims
        self.words = claim_words(case)
        common = self.words.counts
        self._rank = {word: n for n, word in enumerate(sorted(sorted(common), key=common.__getitem__))}

    def rare(self) -> list[list[int]]:
        """Give of each text the ranks of its rarest words.

        What shares ``SHARED`` of all its words with another has two of them among its own.
        """
        rank, others = self._rank.__getitem__, 1 - SHARED
        return [sorted(map(rank, words))[: int(others * len(words)) + 2] for words in self.words.sets]

    def aparts(self) -> dict[int, tuple[object, ...]]:
        """Give the texts that have numbers or are negated: such texts say different things."""
        common, listed = self.words.counts, self.words.listed
        odd = [word for word in common if not word.isalpha()]
        digits = {word for word in odd if _DIGIT.search(word)}
        negating = _NEGATIONS & common.keys() | {word for word in odd if word.endswith(("n't", "n’t"))}
        telling, found = digits | negating, dict[int, tuple[object, ...]]()
        for number, words in enumerate(self.words.sets) if telling else ():
            if not telling.isdisjoint(words):
                numbers = tuple(sorted(word for word in listed[number] if word in digits))
                apart = (numbers, sum(word in negating for word in listed[number]) % 2)
                if apart != ((), 0):
                    found[number] = apart
        return found

    @cached_property
    def sorted_words(self) -> Callable[[int], str]:
        """Gives the words of a text, sorted."""
        return _SortedWords(self.words.listed).__getitem__

    def told_apart(self, one: int, other: int) -> bool:
        """Whether two claims name others, are about different times, or one is an argument on the other."""
        names, others = self._names & self.words.sets[one], self._names & self.words.sets[other]
        if names - others and others - names:
            return True
        (first, a), (second, b) = (
            (key, self.claims[key]) for key in (self.words.keys[one], self.words.keys[other])
        )
        if surely_before(a.when, b.when) or surely_before(b.when, a.when):
            return True
        return any(
            premise in (*argument.premises, *argument.unless, *argument.answer)
            for claim, premise in ((a, second), (b, first))
            for _, _, argument in arguments_of(claim)
        )

    @cached_property
    def _names(self) -> frozenset[str]:
        """Words that stand with a capital within some text."""
        texts = (claim.text[:MOST_LETTERS] for claim in self.claims.values())
        return frozenset(name.casefold() for text in texts for name in _NAME.findall(text))


def _shelved(texts: _Texts) -> list[tuple[int, frozenset[int]]]:
    """Put every text on a shelf for each two of its rarest words.

    Shelves are numbers: of two words, and of what sets texts apart.

    Returns:
        The texts that share a shelf with another, and those shelves.
    """
    rare, aparts = texts.rare(), texts.aparts()
    size = len(texts.words.counts)
    shelves = [[one * size + other for one, other in combinations(own, 2)] for own in rare]
    alone = {own[0] for own in rare if len(own) == 1}
    if alone:
        for own, words in zip(shelves, rare, strict=True):
            own += [word * size + word for word in words if word in alone]
    tops: dict[tuple[object, ...], int] = {}
    for number, apart in aparts.items():
        top = (tops.setdefault(apart, len(tops)) + 1) * size * size
        shelves[number] = [top + shelf for shelf in shelves[number]]
    counts = Counter(chain.from_iterable(shelves))
    shared = frozenset(shelf for shelf, texts_on_it in counts.items() if texts_on_it > 1)
    both = ((number, shared.intersection(own)) for number, own in enumerate(shelves))
    return [(number, own) for number, own in both if own]


def _together(shelved: Iterable[tuple[int, frozenset[int]]]) -> Iterator[tuple[int, set[int]]]:
    """Give of each text the earlier ones that share a shelf with it."""
    first: dict[int, int] = {}
    more: dict[int, list[int]] = {}
    for number, shelves in shelved:
        others = set[int]()
        for shelf in shelves:
            other = first.setdefault(shelf, number)
            if other == number:
                continue
            others.add(other)
            crowd = more.get(shelf)
            if crowd is None:
                more[shelf] = [number]
            else:
                others.update(crowd)
                if len(crowd) < MOST_COMPARED - 1:
                    crowd.append(number)
        if others:
            yield number, others


def _nearest(number: int, texts: _Texts, others: Iterable[int]) -> tuple[int, float] | None:
    """Find the one of these earlier texts that is most like this one, if one is like enough."""
    from rapidfuzz import fuzz

    best: tuple[int, float] | None = None
    words = texts.sorted_words(number)
    for other in sorted(others):
        cutoff = LEAST if best is None else best[1] + 0.001
        likeness = fuzz.ratio(words, texts.sorted_words(other), score_cutoff=cutoff)
        if likeness and not texts.told_apart(number, other):
            best = (other, likeness)
            if likeness == 100:
                break
    return best
