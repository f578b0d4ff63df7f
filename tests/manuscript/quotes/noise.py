"""The noise quotations suffer: typography, markers, misreading, ellipses, brackets, other words."""

import random
from collections.abc import Callable

from manuscript.quotes.source_words import vocabulary

Noise = Callable[[str, random.Random], str]


def typography(quote: str, chance: random.Random) -> str:
    """Break lines and words, curl apostrophes."""
    words = quote.split()
    for i, word in enumerate(words):
        if i and chance.random() < 0.15:
            words[i] = "\n" + word
        elif len(word) > 6 and word.isalpha() and chance.random() < 0.2:
            words[i] = word[:3] + chance.choice(["-\n", "\u00ad"]) + word[3:]
    return " ".join(words).replace(" \n", "\n").replace("fi", "ﬁ").replace("'", "’")


def marker(quote: str, chance: random.Random) -> str:
    """Put the mark of a footnote after a word."""
    words = quote.split()
    words[chance.randrange(len(words) - 1)] += chance.choice(["¹²", "³", "[12]", "†"])
    return " ".join(words)


def misread(share: float) -> Noise:
    """Swap, lose and insert letters."""

    def noise(quote: str, chance: random.Random) -> str:
        letters = []
        for letter in quote:
            if not letter.isalpha() or chance.random() >= share:
                letters.append(letter)
            elif (kind := chance.random()) < 0.6:
                letters.append(chance.choice("abcdefghilmnorstu"))
            elif kind >= 0.8:
                letters.append(letter + chance.choice("ilt"))
        return "".join(letters)

    return noise


def ellipsis(quote: str, chance: random.Random) -> str:
    """Leave words out of the middle, and say so."""
    words = quote.split()
    first = chance.randrange(len(words) // 4, len(words) // 2) + 1
    last = first + chance.randrange(1, max(2, len(words) // 4))
    dots = chance.choice(["…", "...", ". . .", "[...]", "[…]", "(…)", "[. . .]"])
    return " ".join([*words[:first], dots, *words[last:]])


def bracket(quote: str, chance: random.Random) -> str:
    """Add or replace words in brackets."""
    words = quote.split()
    place = chance.randrange(1, len(words) - 1)
    added = chance.choice(["[sic]", "[that is to say, the people of the islands]", ""])
    words[place] = f"{words[place]} {added}" if added else "[Aldermere]"
    return " ".join(words)


def other_words(quote: str, chance: random.Random) -> str:
    """Replace every tenth word."""
    words, known = quote.split(), vocabulary(5)
    for place in chance.sample(range(len(words)), max(1, len(words) // 10)):
        words[place] = chance.choice(known)
    return " ".join(words)


KINDS: dict[str, Noise] = {
    "none": lambda quote, chance: quote,
    "typography": typography,
    "marker": marker,
    "misread 2 %": misread(0.02),
    "misread 5 %": misread(0.05),
    "misread 10 %": misread(0.10),
    "ellipsis": ellipsis,
    "bracket": bracket,
    "other words": other_words,
}
