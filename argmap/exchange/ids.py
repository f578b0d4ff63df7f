"""Foreign ids made ours: lower-case slugs, one for each, none twice."""

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 60
"""Characters of a slug that we make."""

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_OTHER = re.compile(r"[^a-z0-9]+")
_MACHINE = re.compile(r"[0-9]+|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{24,}")
_APOSTROPHES = str.maketrans("", "", "'’ʼ`´")
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ð": "d", "þ": "th", "ı": "i"}
)


def is_slug(text: str) -> bool:
    """Whether a text can be an id as it is.

    Examples:
        >>> is_slug("mao-offer-1950"), is_slug("Mao's offer")
        (True, False)
    """
    return _SLUG.fullmatch(text) is not None


def is_spoken(text: str) -> bool:
    """Whether an id says something to a reader: no bare number, UUID or digest.

    Examples:
        >>> is_spoken("mao-offer"), is_spoken("218391")
        (True, False)
    """
    return _MACHINE.fullmatch(text.lower()) is None


def slug(text: str, longest: int = LONGEST) -> str:
    """Make a slug of a text, cut between words; empty where no Latin letter or digit is left.

    Examples:
        >>> slug("Élan & Mao's “offer”, 1950")
        'elan-maos-offer-1950'
    """
    if _SLUG.fullmatch(text) and len(text) <= longest:
        return text
    plain = text[: 8 * longest].lower().translate(_APOSTROPHES)
    if not plain.isascii():
        parted = unicodedata.normalize("NFKD", plain.translate(_LETTERS))
        plain = "".join(c for c in parted if not unicodedata.combining(c)).lower()
    made = _OTHER.sub("-", plain).strip("-")
    if len(made) <= longest:
        return made
    cut = made[: longest + 1]
    return (cut.rpartition("-")[0] or cut[:longest]).strip("-")


class Ids:
    """Gives every foreign id one slug of ours.

    An id that is a slug and says something stays as it is; a bare number or UUID gives way to words
    of the text; what is taken gets a number.

    Examples:
        >>> ids = Ids()
        >>> ids.give("4711", "The fire began in the bakery."), ids.give("4711")
        ('the-fire-began-in-the-bakery', 'the-fire-began-in-the-bakery')
        >>> ids.give("Fire!"), ids.give("fire"), ids.give("불")
        ('fire', 'fire-2', 'record-1')
    """

    def __init__(self, taken: Iterable[str] = ()) -> None:
        """Begin.

        Args:
            taken: Slugs that may not be given, such as the ids of a project added to.
        """
        self._taken = set(taken)
        self._next: dict[str, int] = {}
        self.given: dict[str, str] = {}
        """Foreign id to slug."""
        self._coined: set[str] = set()

    def coin(self, id: str, text: str, kind: str = "record") -> str:
        """Give a slug to something that has no id of its own: one made of its words.

        Args:
            id: What the caller calls it; it is not reported as renamed.
            text: Its words.
            kind: Word to fall back to.
        """
        self._coined.add(id)
        made = self.given[id] = self.free(slug(text, 48) or f"{slug(kind) or 'record'}-1")
        return made

    def give(self, id: str, text: str = "", kind: str = "record") -> str:
        """Give the slug of a foreign id, the same each time.

        Args:
            id: The foreign id; made up by the caller where there is none.
            text: Words to make the slug of where the id says nothing.
            kind: Word to fall back to.
        """
        known = self.given.get(id)
        if known is None:
            wish = slug(id, 200) if is_spoken(id) else slug(text, 48) or slug(f"{kind}-{id}")
            known = self.given[id] = self.free(wish or slug(text, 48) or f"{slug(kind) or 'record'}-1")
        return known

    def free(self, wish: str) -> str:
        """Give a slug nobody has yet, the one wished for or the same with a number."""
        if wish not in self._taken:
            self._taken.add(wish)
            return wish
        stem, _, last = wish.rpartition("-")
        stem = stem if stem and last.isdecimal() and len(last) < 4 else wish
        number = self._next.get(stem, 2)
        while f"{stem}-{number}" in self._taken:
            number += 1
        self._next[stem] = number + 1
        self._taken.add(f"{stem}-{number}")
        return f"{stem}-{number}"

    def renamed(self) -> dict[str, str]:
        """Give the ids that could not stay, with what they became."""
        return {old: new for old, new in self.given.items() if old != new and old not in self._coined}
