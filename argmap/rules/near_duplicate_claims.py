"""Claims that say the same twice."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import cached_property, lru_cache, partial
from itertools import chain, combinations, compress, repeat

from argmap.model.finding import Finding, Related, Severity
from argmap.model.pattern import pattern
from argmap.model.project import arguments_of
from argmap.rules.case import Case
from argmap.rules.dates import surely_before
from argmap.rules.registry import project_rule
from argmap.rules.words import ClaimWords, claim_words

LEAST = 85
"""Likeness, of 100, from which two texts count as nearly the same."""
SHARED = 0.75
"""Share of its words that a text has in common with one compared with it."""
MANY = 32
"""Texts with the same two rare words from which on only those are compared that share a third."""
MOST_COMPARED = 200
"""Texts with the same two rare words that later ones are compared with."""
_BITS, _NUMBER = 127, 32
"""Bits of a mark that stand for words, and those below them that are the number of a text."""
_SHORT, _LOWEST = 1 << _BITS, (1 << _NUMBER) - 1
_EVERY = _SHORT | _SHORT - 1

_DIGIT = pattern(r"\d")
_NOT = ("n't", "n’t")
_NEGATIONS = frozenset({"not", "no", "never", "nor", "neither", "nobody", "nothing", "without"})


def setting_apart(words: Set[str]) -> frozenset[str]:
    """Pick the words that set texts apart: numbers and negations."""
    odd = [word for word in words if not word.isalpha()]
    return _NEGATIONS & words | {word for word in odd if _DIGIT.search(word) or word.endswith(_NOT)}


def apart_by(words: Sequence[str]) -> tuple[tuple[str, ...], int]:
    """Give what sets a text apart from others with the same words: its numbers, and if it is negated."""
    odd = [word for word in words if not word.isalpha()]
    negated = sum(word in _NEGATIONS for word in words) + sum(word.endswith(_NOT) for word in odd)
    return tuple(sorted(filter(_DIGIT.search, odd))), negated % 2


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
    for number, others in _together(texts, _shelved(texts)):
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
        key, (nearest, likeness) = texts.keys[number], best
        other = texts.keys[nearest]
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

    def __init__(self, words: ClaimWords, places: Sequence[int]) -> None:
        super().__init__()
        self._words, self._places = words, places

    def __missing__(self, number: int) -> str:
        text = self[number] = " ".join(sorted(self._words.listed(self._places[number])))
        return text


class _Texts:
    """The claims' texts, by number in order of id, ready to be compared."""

    def __init__(self, case: Case) -> None:
        self.claims = case.project.claims
        self.words = claim_words(case)
        self.keys = sorted(self.words.keys)
        places: Sequence[int] = range(len(self.keys))
        if self.keys != self.words.keys:
            places = sorted(places, key=self.words.keys.__getitem__)
        self._places = places
        """Of each text its place in the order of the project."""
        self.sorted_words: Callable[[int], str] = _SortedWords(self.words, places).__getitem__
        """Gives the words of a text, sorted."""

    def listed(self, number: int) -> list[str]:
        """Give the words of a text, in order."""
        return self.words.listed(self._places[number])

    @cached_property
    def different(self) -> list[list[int]]:
        """The different words of each text, by number."""
        return list(map(self.words.different.__getitem__, self._places))

    @cached_property
    def _ranks(self) -> list[int]:
        """Rank of each word, by its number; the rarest word of all is the first."""
        counts = self.words.counts
        ranks = dict(zip(sorted(sorted(counts), key=counts.__getitem__), range(len(counts)), strict=True))
        return list(map(ranks.__getitem__, counts))

    def rare(self) -> list[list[int]]:
        """Give of each text the ranks of its rarest words, the rarest first.

        What shares ``SHARED`` of all its words with another has two of them among its own.
        """
        of, others = self._ranks.__getitem__, 1 - SHARED
        return [sorted(map(of, words))[: int(others * len(words)) + 2] for words in self.different]

    def rarer(self, number: int) -> list[int]:
        """Give the ranks of the rarest words of a text, one more, of which two such texts share three."""
        words = self.different[number]
        return sorted(map(self._ranks.__getitem__, words))[: int((1 - SHARED) * len(words)) + 3]

    @cached_property
    def lone(self) -> int:
        """How many words stand in one text alone, and bring it together with no other; the first ranks."""
        return sum(count == 1 for count in self.words.counts.values())

    def names(self) -> bytearray:
        """Tell of each word, by rank, whether it is known for a name."""
        names, numbers = bytearray(len(self._ranks)), self.words.numbers
        for name in self.words.names & numbers.keys():
            names[self._ranks[numbers[name]]] = True
        return names

    @cached_property
    def aparts(self) -> dict[int, int]:
        """Texts that have numbers or are negated, numbered by these: such texts say different things."""
        numbers = self.words.numbers
        telling, found = {numbers[word] for word in setting_apart(numbers.keys())}, dict[int, int]()
        kinds = {apart_by(()): 0}
        for number, own in enumerate(self.different) if telling else ():
            if not telling.isdisjoint(own):
                found[number] = kinds.setdefault(apart_by(self.listed(number)), len(kinds))
        return found

    @cached_property
    def width(self) -> int:
        """How many words there are if those of texts that are told apart are counted apart."""
        return len(self.words.counts) * (max(self.aparts.values(), default=0) + 1)

    def told_apart(self, one: int, other: int) -> bool:
        """Whether two claims share too few words, name others, differ in time, or one speaks to the other."""
        shared = len({*self.rarer(one)}.intersection(self.rarer(other)))
        if shared < min(3, len(self.different[one]), len(self.different[other])):
            return True
        names, others = (self.words.names.intersection(self.listed(text)) for text in (one, other))
        if names - others and others - names:
            return True
        (first, a), (second, b) = ((key, self.claims[key]) for key in (self.keys[one], self.keys[other]))
        if surely_before(a.when, b.when) or surely_before(b.when, a.when):
            return True
        return any(
            premise in (*argument.premises, *argument.unless, *argument.answer)
            for claim, premise in ((a, second), (b, first))
            for _, _, argument in arguments_of(claim)
        )


def _shelved(texts: _Texts) -> Iterable[tuple[int, int, int]]:
    """Put every text on a shelf for each two of its rarest words.

    Shelves are numbers: of two words, and of what sets texts apart. Of two texts that no name sets apart,
    one has no name that is not in the other; of its two rarest names, those are then rare words of the
    other as well that are rarer than some rare word of both. So the two meet on a narrow shelf of the
    first: of its two rarest names, of the rarest and a word rarer than the second, or of rarer words.

    Returns:
        The text, the shelf, and whether it is a narrow one of the text, in order of the texts.
    """
    rare, size, width, lone = texts.rare(), len(texts.words.counts), texts.width, texts.lone
    alone = {own[0] for own in rare if len(own) == 1}
    if lone:
        rare = [own[bisect_left(own, lone) :] for own in rare]
    is_name = texts.names().__getitem__
    narrow = [_narrow(bytes(map(is_name, own))) for own in rare]
    for number, apart in texts.aparts.items():
        rare[number] = [size * apart + word for word in rare[number]]
    rows: Iterable[Iterable[tuple[int, int]]] = (combinations(own, 2) for own in rare)
    if alone:
        both = [[(word, word) for word in own if word % size in alone] for own in rare]
        rows = map(chain, rows, both)
        single = (bytes([len(words) == 1]) for words in texts.different)
        narrow = [own + is_one * len(pairs) for own, is_one, pairs in zip(narrow, single, both, strict=True)]
    shelves = [one * width + other for one, other in chain.from_iterable(rows)]
    numbers = list(chain.from_iterable(map(repeat, range(len(rare)), map(len, narrow))))
    return _crowded(numbers, shelves, b"".join(narrow))


@lru_cache(maxsize=500)
def _narrow(names: bytes) -> bytes:
    """Tell of each two words of a text whether their shelf is narrow, given which words are names."""
    size = len(names)
    first, second, *_ = (*(place for place, is_name in enumerate(names) if is_name), size, size)
    pairs = combinations(range(size), 2)
    return bytes(other <= second and (one == first or other <= first) for one, other in pairs)


def _crowded(numbers: list[int], shelves: list[int], narrow: bytes) -> Iterable[tuple[int, int, int]]:
    """Leave out the shelves on which no two texts can be alike."""
    wanted = set(compress(shelves, narrow))
    chosen = list(map(wanted.__contains__, shelves))
    few = list(compress(shelves, chosen))
    crowded = {shelf for shelf, count in Counter(few).items() if count > 1}
    places = zip(compress(numbers, chosen), few, compress(narrow, chosen), strict=True)
    return compress(places, map(crowded.__contains__, few))


def _together(texts: _Texts, places: Iterable[tuple[int, int, int]]) -> Iterator[tuple[int, set[int]]]:
    """Give of each text the earlier ones that share a shelf with it, a narrow one of either."""
    crowds, narrow, marks = dict[int, list[int]](), dict[int, list[int]](), _Marks(texts)
    current, others = 0, set[int]()
    for number, shelf, is_narrow in places:
        if number != current:
            if others:
                yield current, others
            current, others = number, set()
        crowd = crowds.get(shelf)
        if crowd is None:
            crowds[shelf], narrow[shelf] = [number], [number] if is_narrow else []
            continue
        few, size, put = narrow[shelf], len(crowd), number
        if size < MANY:
            others.update(crowd if is_narrow else few)
        else:
            if crowd[0] <= _LOWEST:  # numbers until here, from now on marks
                crowd[:], few[:] = map(marks.__getitem__, crowd), map(marks.__getitem__, few)
            others.update(marks.sharing(number, shelf, crowd if is_narrow else few))
            put = marks[number]
        if size < MOST_COMPARED:
            crowd.append(put)
            if is_narrow:
                few.append(put)
    if others:
        yield current, others


class _Marks(dict[int, int]):
    """Texts by number, with bits for their rarest words, of which two that are nearly the same share three.

    The number stands in the lowest bits. Several words have the same bit, so that texts may seem to share a
    word and do not; a text of one or two words has every bit, and one that no other text has.
    """

    def __init__(self, texts: _Texts) -> None:
        super().__init__()
        self._texts, self._size = texts, len(texts.words.counts)

    def __missing__(self, number: int) -> int:
        words = self._texts.rarer(number)
        mark = self[number] = (_bits(words) if len(words) > 2 else _EVERY) << _NUMBER | number
        return mark

    def sharing(self, number: int, shelf: int, others: Iterable[int]) -> list[int]:
        """Give of the texts on a shelf those that may share a third word with one.

        Args:
            number: The text.
            shelf: Where they are.
            others: The other texts, by mark.
        """
        words = self._texts.rarer(number)
        if len(words) < 3:
            return [other & _LOWEST for other in others]
        both = {word % self._size for word in divmod(shelf, self._texts.width)}
        mine = (_bits(word for word in words if word not in both) | _SHORT) << _NUMBER
        return [other & _LOWEST for other in others if other & mine]


def _bits(words: Iterable[int]) -> int:
    return sum({1 << word % _BITS for word in words})


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
