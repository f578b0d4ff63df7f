"""How well an entry of a bibliography fits a citation.

The score, 0 to 100, weighs titles (0.72) and authors (0.28); equal days raise it, other days or the
other direction of a letter forbid the link. What fits well and is told of another archive, or in other
words than half of the title's, goes to review.
"""

import re
from functools import lru_cache

from argmap.manuscript.citations.archive import Address
from argmap.manuscript.citations.works import STOP, Work, folded_words, telling

SURE = 80.0
LIKELY = 70.0
REVIEW = 78.0
"""What fits well but for one thing."""
_SERIES_WORDS = frozenset({"frus", "foreign", "relations", "of", "the", "united", "states", "us"})
_SERIAL = re.compile(r"\b(?:diar(?:y|ies)|tagebuch|journal|memoirs?|newspaper|doklad)\b", re.IGNORECASE)


def likeness(citation: Work, entry: Work) -> float:
    """Score how well an entry fits a citation, 0 to about 115; 0 where it cannot be the same."""
    collected = _in_collection(citation, entry)
    if _forbidden(citation, entry):
        return collected
    title = _titles(citation, entry)
    score = 0.72 * title + 0.28 * _authors(citation, entry) if citation.names else 0.94 * title
    score = _with_year(_with_days(score, citation, entry), title, citation, entry)
    if score >= SURE and (_of_another_holder(citation, entry) or not _words_agree(citation, entry, title)):
        score = REVIEW
    if _by_short_name(citation, entry):
        score = max(score, SURE + 6 if not citation.days else REVIEW)
    return max(score, collected, _by_address(citation, entry), _by_volume(citation, entry))


def _with_days(score: float, citation: Work, entry: Work) -> float:
    from rapidfuzz import fuzz

    if citation.days and citation.days & entry.days:
        score += 6
        if citation.parties and entry.parties:
            score = max(score + 12, 76.0)
        elif fuzz.token_set_ratio(citation.plain, entry.plain) >= 70 or _shares_party(citation, entry):
            score = max(score, 72.0)
    elif citation.days and not entry.days and not _SERIAL.search(entry.title):
        score -= 20
    elif entry.days and not citation.days:
        score -= 6
    return score


def _with_year(score: float, title: float, citation: Work, entry: Work) -> float:
    if citation.year and entry.year and not citation.days:
        gap = abs(citation.year - entry.year)
        score += 3 if gap == 0 else -1 if gap == 1 else -8
        if gap and title < 90:
            score -= 5
        if gap == 0 and citation.numbers and citation.numbers == entry.numbers:
            score += 7
    if citation.volumes and entry.volumes and not citation.volumes & entry.volumes:
        score -= 6 if citation.container else 12
    return score


def _shares_party(citation: Work, entry: Work) -> bool:
    """Tell a report of somebody from a telegram of his of the same day."""
    names = (citation.parties or ()) + (entry.parties or ())
    return any(
        any(word.startswith(name) for word in citation.words)
        and any(word.startswith(name) for word in entry.words)
        for name in names
        if len(name) > 3
    )


def _of_another_holder(citation: Work, entry: Work) -> bool:
    """Tell a document of one day that is cited from another archive or body than the entry's."""
    mine, theirs = citation.holders, entry.holders
    if not mine or not theirs or not citation.days & entry.days or citation.series & entry.series:
        return False
    return _overlap(mine, theirs) < 60


def _words_agree(citation: Work, entry: Work, title: float) -> bool:
    """Tell whether at least half the words of the shorter title stand in the other."""
    from rapidfuzz import fuzz

    if title >= 90:
        return True
    mine, theirs = (
        {w for w in work.words if len(w) > 2 and w.isalpha()} - STOP for work in (citation, entry)
    )
    small, large = sorted((mine, theirs), key=len)
    hits = sum(any(w == o or fuzz.ratio(w, o) >= 80 for o in large) for w in small)
    return hits * 2 >= len(small)


def _by_short_name(citation: Work, entry: Work) -> bool:
    """Tell a citation under the name that an entry gives its work behind a colon."""
    return bool(
        entry.short_name and citation.words[:1] == (entry.short_name,) and citation.volumes & entry.volumes
    )


def _in_collection(citation: Work, entry: Work) -> float:
    """Score a citation whose title stands inside an entry that lists several documents."""
    from rapidfuzz import fuzz

    if not entry.is_collection or len(citation.plain) < 25 or len(entry.folded) <= 1.4 * len(citation.plain):
        return 0.0
    if not (citation.names and _authors(citation, entry) >= 60):
        return 0.0
    return 84.0 if fuzz.partial_ratio(citation.plain, entry.folded) >= 95 else 0.0


def _forbidden(citation: Work, entry: Work) -> bool:
    if citation.days and entry.days and not citation.days & entry.days:
        return True
    if citation.parties and entry.parties:
        mine, theirs = citation.parties, entry.parties
        if mine == theirs[::-1] and mine[0] != mine[1]:
            return True
        return not (_alike(mine[0], theirs[0]) and _alike(mine[1], theirs[1]))
    return False


def _alike(one: str, other: str) -> bool:
    from rapidfuzz import fuzz

    return one[:4] == other[:4] or fuzz.ratio(one, other) >= 70


def _titles(citation: Work, entry: Work) -> float:
    """Compare titles: whole, as a beginning, as a part; also a container cited for its chapter."""
    best = _title_ratio(citation.plain, entry.plain)
    if citation.container and entry.plain and not entry.container:
        best = max(best, _title_ratio(_plain(citation.container), entry.plain) - 12)
    if entry.container and not citation.container and citation.plain:
        best = max(best, _title_ratio(citation.plain, _plain(entry.container)) - 10)
    return best


def _plain(title: str) -> str:
    return " ".join(folded_words(title))


def _title_ratio(one: str, other: str) -> float:
    from rapidfuzz import fuzz

    if not one or not other:
        return 0.0
    whole = fuzz.ratio(one, other)
    if whole > 95:
        return whole
    short, long = sorted((one, other), key=len)
    prefix = part = 0.0
    if len(short) >= 5 or " " not in short:
        prefix = fuzz.ratio(short, _cut(long, len(short))) - 3 if len(short) >= 4 else 0
    if len(short.split()) >= 2:
        part = fuzz.partial_ratio(short, long) - 6 if len(short) > 12 else 0
        part = max(part, fuzz.token_sort_ratio(one, other) - 4)
    return max(whole, prefix, part)


def _cut(text: str, length: int) -> str:
    """Cut at the end of the word in which ``length`` falls."""
    end = text.find(" ", length)
    return text[: end if 0 <= end <= length + 3 else length]


def _authors(citation: Work, entry: Work) -> float:
    """Compare names word by word: 100 all of the smaller set, 60 half, 30 none known on a side."""
    if not citation.names or not (entry.names or entry.holders or entry.helpers):
        return 30.0
    if citation.series & entry.series or (
        citation.repository is not None and citation.repository == entry.repository
    ):
        return 100.0
    best = 0.0
    for theirs in (entry.names, entry.holders if entry.holder else frozenset(), entry.helper_names):
        best = max(best, _overlap(citation.names, theirs)) if best < 100 else best
    # Interview with Baker, under the interviewer's name
    named = (entry.names and entry.names <= set(citation.words)) or citation.names <= set(entry.words)
    return max(best, 60.0) if named else best


def shared_names(citation: Work, entry: Work) -> float:
    """Give how much of both authors' names is the same, in [0, 1]: it parts entries that fit equally."""
    mine, theirs = telling(citation.names), telling(entry.names)
    return len(mine & theirs) / len(mine | theirs) if mine and theirs else 0.0


@lru_cache(maxsize=1 << 15)
def _overlap(mine: frozenset[str], theirs: frozenset[str]) -> float:
    """Compare two sets of names, without the words that many bodies share."""
    from rapidfuzz import fuzz

    if not mine or not theirs:
        return 0.0
    if bool(telling(mine)) != bool(telling(theirs)):
        return 60.0 if min(mine, theirs, key=len) <= max(mine, theirs, key=len) else 0.0
    if not telling(mine):
        return 100.0 if len(mine & theirs) * 4 >= len(mine | theirs) * 3 else 0.0
    small, large = sorted((telling(mine), telling(theirs)), key=len)
    hits = sum(any(w == o or (len(w) > 3 and fuzz.ratio(w, o) >= 84) for o in large) for w in small)
    if hits >= len(small):
        return 100.0
    return 60.0 if hits * 2 >= len(small) else 45.0 if hits else 0.0


def _by_address(citation: Work, entry: Work) -> float:
    """Score an equal address in the archive: the file is the same, the document perhaps another."""
    mine, theirs = citation.address, entry.address
    if mine is None or theirs is None or not _same_file(mine, theirs):
        return 0.0
    if not citation.plain:
        return 80.0 if entry.plain else 95.0
    title = _title_ratio(citation.plain, entry.plain)
    if citation.days and citation.days & entry.days:
        return 88.0 + title / 10
    return 62.0 + title / 4 if title >= 60 else 0.0


def _by_volume(citation: Work, entry: Work) -> float:
    """Score a volume of FRUS that is listed as a whole, cited as such or for a document in it."""
    mine, theirs = citation.address, entry.address
    if mine is None or theirs is None or mine.scheme != "frus" or theirs.scheme != "frus":
        return 0.0
    same = mine.get("volume") == theirs.get("volume") and mine.get("year") == theirs.get("year")
    if not same or mine.get("volume") is None or not _is_whole_volume(entry):
        return 0.0
    return 88.0 if _is_whole_volume(citation) else LIKELY


def _is_whole_volume(work: Work) -> bool:
    return all(word.isdigit() or word in _SERIES_WORDS for word in work.words)


def _same_file(one: Address, other: Address) -> bool:
    if one.scheme != "russian" or other.scheme != "russian":
        return one == other and one.scheme != "frus"
    return one.get("delo") is not None and all(
        one.get(part) == other.get(part) for part in ("fond", "opis", "delo")
    )
