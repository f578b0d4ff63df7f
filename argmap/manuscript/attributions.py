"""Who is said to hold what: reporting verbs and the names before them, groups, and passive forms."""

import re
from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass

from argmap.manuscript.quotations import quoted_spans

_REGULAR = """
argue claim suggest maintain contend insist assert emphasise emphasize state stress believe explain conclude
note propose describe reveal interpret view regard consider observe remark assume examine analyse analyze
criticise criticize demonstrate establish attribute acknowledge recall testify guess predict reject deny doubt
question challenge agree disagree admit report estimate mention point focus portray trace add warn hint
"""
_IRREGULAR = """
think thinks thought thinking hold holds held holding see sees saw seeing show shows showed shown showing
find finds found finding write writes wrote writing say says said saying tell tells told telling
"""


def _forms(verb: str) -> list[str]:
    """Give a regular verb with its endings, the base first."""
    if verb.endswith("e"):
        return [verb, f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"]
    if verb.endswith("y") and verb[-2] not in "aeo":
        return [verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"]
    double = f"{verb}{verb[-1]}" if verb == "admit" else verb
    plural = f"{verb}es" if verb.endswith("s") else f"{verb}s"
    return [verb, plural, f"{double}ed", f"{double}ing"]


_ALL = [form for verb in _REGULAR.split() for form in _forms(verb)] + _IRREGULAR.split()
_NOUNS = frozenset(
    """
    claim state stress view regard question challenge report estimate mention point focus guess doubt note
    hold show find trace hint claims states views reports estimates points notes doubts questions challenges
    guesses traces hints holds shows finds remark remarks finding reasoning writing saying telling meaning
    """.split()
)
"""Forms that may as well be nouns: verbs only where a clause follows."""
_SURE = "|".join(sorted((f for f in _ALL if f not in _NOUNS), key=len, reverse=True))
_MAYBE = "|".join(sorted((f for f in _ALL if f in _NOUNS), key=len, reverse=True))
_VERB = rf"(?:(?:{_SURE})\b|(?:{_MAYBE})\b(?=\s+(?:that|how|whether|why|out|it|this|the|a|on)\b))"
_REPORTS = re.compile(rf"\b(?:also |further |once |thus |later |therefore |clearly |even |however, )?{_VERB}")
_WORD = r"(?:[A-Z][\w'’.-]{0,30}|van|von|de|der)"
_NAME = rf"\b{_WORD}(?:\s{{1,3}}{_WORD}){{0,5}}"
_NAMES = rf"{_NAME}(?:(?:,\s{{1,3}}|,?\s{{1,3}}and\s{{1,3}}|\s?&\s?){_NAME}){{0,5}}"
_ACTIVE = re.compile(
    rf"(?P<who>{_NAMES})(?:\s?\([^()]{{0,200}}\))?(?:,\s[^,]{{2,80}},)?\s+(?:(?:also|further|once|thus|"
    rf"later|therefore|"
    rf"clearly|even|however|both|rightly|had|have|has|who)\s+){{0,3}}(?P<verb>{_VERB})"
)
_ACCORDING = re.compile(rf"\b[Aa]ccording to (?:the )?(?P<who>{_NAMES})")
_FOR = re.compile(rf"\b(?:in|In) (?P<who>{_NAMES})['’]s? (?:view|opinion|account|interpretation|reading)")
_POSSESSIVE = re.compile(
    rf"(?P<who>{_NAMES})['’]s? (?:main |own |central |recent |key )?(?P<verb>argument|claim|view|"
    rf"interpretation|thesis|"
    r"assertion|explanation|analysis|opinion|suggestion|theory|account|guess|assumption|conclusion)\b"
)
_BY = re.compile(
    rf"\b(?P<verb>argued|claimed|suggested|maintained|asserted|proposed|explained|described|"
    rf"advanced|stressed|noted|"
    rf"emphasi[sz]ed|pointed out|put forward|mentioned|supported|held|shared)\s+by\s+(?:scholars "
    rf"(?:such as|like|including)\s+)?"
    rf"(?P<who>{_NAMES})"
)
_GROUP = re.compile(
    r"(?P<who>\b(?:(?:[A-Z]\w{1,30}|orthodox|revisionist|post-\w{1,30}|traditional(?:ist)?|conventional|"
    r"western|soviet|chinese|"
    r"korean|american|new left|some|many|several|most|other|recent|these|those|both)\s+){0,3}"
    r"(?:scholars|historians|revisionists|traditionalists|researchers|academics|writers|critics|authors|"
    r"scholarship|literature|studies))\b(?:\s+(?:such as|like|including)\s+(?P<names>(?-i:"
    + _NAMES
    + r")))?",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"\b[Ii]t (?:is|was|has been|had been|can be|could be|may be) (?:also |often |widely |"
    r"generally |commonly |sometimes )*"
    r"(?P<verb>argued|claimed|suggested|believed|said|assumed|thought|maintained|reported|"
    r"asserted|known|noted)\b"
)
_PERSON = re.compile(r"(?:\b[A-Z]\.\s?){0,4}\b(?:[A-Z][\w'’-]{1,30}\s+){0,2}[A-Z][\w’'-]{2,30}")
_NEAR = 40
"""Characters within which a verb is that of a group before it."""
_FAR = 120
"""Characters within which a verb is still that of a name before it."""
_NOT_NAMES = frozenset(
    """
    the this that these it its there however moreover furthermore in on at after before during
    although while when since as if therefore thus he she they we his her their korean war january
    february march april may june july august september october november december north south soviet
    according regarding despite both some many
    """.split()
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """A report of what somebody holds."""

    holders: tuple[str, ...]
    """Names as printed; empty where nobody is named."""
    verb: str
    form: str
    """``named``, ``group`` or ``unattributed``."""
    known: bool
    """Whether a holder wrote a work that the manuscript cites."""


def find_attributions(sentence: str, authors: Collection[str] = ()) -> list[Attribution]:
    """Find who a sentence says holds, argues or reports something.

    Args:
        sentence: One sentence.
        authors: Family names of authors that the manuscript cites, in lower case.

    Examples:
        >>> find_attributions("W. Haruki argued that it was so.")[0].holders
        ('W. Haruki',)
        >>> find_attributions("It was argued that it was so.")[0].form
        'unattributed'
    """
    text = _without_quotations(sentence)
    found: list[Attribution] = []
    named: set[str] = set()
    for pattern in (_ACTIVE, _ACCORDING, _FOR, _POSSESSIVE, _BY):
        for match in pattern.finditer(text):
            holders = _holders(match["who"])
            fresh = tuple(h for h in holders if h not in named)
            if fresh:
                named.update(fresh)
                verb = match.groupdict().get("verb") or "according to"
                found.append(Attribution(fresh, verb, "named", _is_known(fresh, authors)))
    verbs = list(_REPORTS.finditer(text))
    found.extend(_groups(text, named, authors, verbs))
    found.extend(_by_known_names(text, named, authors, verbs))
    for match in _PASSIVE.finditer(text):
        if not text[match.end() :].lstrip().startswith("by "):
            found.append(Attribution((), match["verb"], "unattributed", known=False))
    return found


def _without_quotations(text: str) -> str:
    for start, end in reversed(quoted_spans(text)[0]):
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def _holders(who: str) -> list[str]:
    names = re.split(r",\s+|,?\s+and\s+|\s*&\s*", who)
    kept = []
    for name in names:
        words = name.strip(" ,").split()
        while words and words[0].lower().rstrip(",") in _NOT_NAMES:
            words = words[1:]
        if words and any(w[0].isupper() and len(w.rstrip(".")) > 1 for w in words):
            kept.append(re.sub(r"['’]s$", "", " ".join(words)))
    return kept


def _is_known(holders: Collection[str], authors: Collection[str]) -> bool:
    return any(word.strip(".,'’").lower() in authors for h in holders for word in h.split())


def _groups(
    text: str, named: set[str], authors: Collection[str], verbs: list[re.Match[str]]
) -> list[Attribution]:
    found = []
    for match in _GROUP.finditer(text):
        verb = _following(verbs, match.end())
        if match["names"]:
            holders = tuple(_holders(match["names"]))
            named.update(holders)
            word = verb[0].strip() if verb else ""
            found.append(Attribution(holders, word, "named", _is_known(holders, authors)))
        elif verb and verb.start() - match.end() < _NEAR:
            found.append(Attribution((match["who"].strip(),), verb[0].strip(), "group", known=False))
    return found


def _following(verbs: list[re.Match[str]], place: int) -> re.Match[str] | None:
    at = bisect_left(verbs, place, key=lambda verb: verb.start())
    return verbs[at] if at < len(verbs) else None


def _by_known_names(
    text: str, named: set[str], authors: Collection[str], verbs: list[re.Match[str]]
) -> list[Attribution]:
    """Add authors that the sentence names some words before a reporting verb."""
    told = {word.strip(".,'’").lower() for name in named for word in name.split()}
    finite = [verb for verb in verbs if not text.endswith("to ", 0, verb.start())]
    extra = []
    for match in _PERSON.finditer(text) if authors else ():
        verb = _following(finite, match.end())
        if verb is None or verb.start() - match.end() > _FAR:
            continue
        words = [re.sub(r"['’]s$", "", w).strip(".,").lower() for w in match[0].split()]
        if any(w in authors and w not in told and w not in _NOT_NAMES for w in words):
            name = re.sub(r"['’]s$", "", match[0])
            extra.append(Attribution((name,), verb[0].strip(), "named", known=True))
            told.update(words)
    return extra
