"""Words of a text as the search index has them; ``search.js`` cuts a query in the same way."""

import functools
import re
import unicodedata

STOP = frozenset(
    "a an and are as at be been but by for from had has have he his if in into is it its no not of on or "
    "s so that the their them they this to was were which who will with would".split()
)
"""Words too frequent to be looked up."""

_WORDS = re.compile(r"[^\W_]+")
_LONGEST = 40


@functools.cache
def _han() -> re.Pattern[str]:
    """Find Chinese characters and Japanese syllables; so many that they are compiled only where needed."""
    return re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


def words_of(text: str) -> list[str]:
    """Cut a text into words: lower case, without accents, the plural s left off.

    Chinese characters and Japanese syllables stand for themselves, since nothing parts their words.

    Examples:
        >>> words_of("Söhne's Telegrams, 1950–51; USSR")
        ['sohne', 's', 'telegram', '1950', '51', 'ussr']
        >>> words_of("스탈린은 毛泽东")
        ['스탈린은', '毛', '泽', '东']
    """
    plain = folded(text)
    found: list[str] = []
    if plain.isascii():
        return [stem(word[:_LONGEST]) for word in _WORDS.findall(plain)]
    han = _han()
    for word in _WORDS.findall(plain):
        if han.search(word):
            found += [piece for piece in han.sub(lambda sign: f" {sign[0]} ", word).split() if piece]
        else:
            found.append(stem(word[:_LONGEST]))
    return found


def folded(text: str) -> str:
    """Fold case and accents.

    Examples:
        >>> folded("Łódź É ΟΣ")
        'łodz e οσ'
    """
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.lower())
    bare = "".join(sign for sign in plain if sign.isascii() or unicodedata.category(sign) != "Mn")
    return unicodedata.normalize("NFC", bare).replace("ς", "σ")


def stem(word: str) -> str:
    """Leave off the plural s of a word.

    Examples:
        >>> stem("claims"), stem("press"), stem("ussr"), stem("gas")
        ('claim', 'press', 'ussr', 'gas')
    """
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
