"""Sentences made up of everyday words and names of places, each a function of a number."""

WORDS = tuple(
    """
    army bread bridge canal cargo castle census chapel charter clerk coal coast colony copper corn council
    court crown customs dike district dock drought duke engine envoy estate export fair famine farm ferry
    fever field fleet flood forest fort frost garden garrison gate grain guild harbour harvest herring hill
    horse hospital inn iron island judge king ladder lamp land ledger letter lime linen loan lock market
    marsh mason mayor meadow merchant mill mine mint monk mountain navy oak office orchard oven palace paper
    parish pasture peasant pepper pier plague plough poet pond port powder priest prince printer prison
    province quarry queen railway reed regiment rent river road roof rope salt sand school seal ship shore
    silver smith snow soldier spring square stable steel stone storm street sugar tax tavern temple textile
    timber toll tower town trade treaty tunnel valley village vineyard wagon wall war warehouse water weaver
    well wharf wheat windmill wine winter wool workshop writer yard
    ancient bitter broad careful cheap common distant early eastern empty foreign former frozen golden great
    heavy hidden hungry idle large late little local lower narrow new northern old open poor private public
    quiet rapid royal rural secret several silent small solid southern steep strong sudden upper urban
    vacant western wooden young
    accepted added agreed allowed answered armed arrived asked avoided began blamed bought broke brought
    built burned carried changed claimed closed counted crossed declared delayed demanded divided doubled
    drained ended entered failed feared filled followed forced founded gained granted guarded hired joined
    kept killed learned left lost made moved named noticed offered opened ordered owned paid planned
    promised proved raised reached refused remained repaired replied resisted returned ruled sailed seized
    sent settled shared signed sold spared spent stayed stored supplied taxed traded trusted turned
    visited waited warned watched won worked wrote
    """.split()
)

_BEGIN = """
    Ash Bar Birk Bran Brom Cald Car Cold Cor Dal Den Dun Eck Elm Fal Fern Gar Glen Hal Har Hol Ing Kel Kirk
    Lam Lang Lind Mal Mar Mel Nor Oak Pel Ram Rav Ross Sel Stan Thorn Ulm Val Wal Wes Win Wolf Yar
    """.split()
_END = """
    acre beck berg borg bridge brook burg burn by combe dale den ey feld field ford gate hagen ham holm holt
    hurst land leigh ley low mark mere mont moor mouth ness over port rick stad stead stein stow thorpe ton
    try wald well wick wood worth
    """.split()
NAMES = tuple(begin + end for begin in _BEGIN for end in _END)
"""Names of places, of which any text has many more than of other words."""

_MASK = (1 << 64) - 1


def numbers(seed: int) -> int:
    """Begin a series of numbers: stir a seed, so that neighbours have nothing in common."""
    mixed = (seed + 0x9E3779B97F4A7C15) & _MASK
    mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _MASK
    return mixed ^ (mixed >> 31)


def following(state: int) -> int:
    """Give the next number of a series."""
    return (state * 6364136223846793005 + 1442695040888963407) & _MASK


class Lot:
    """Draws numbers, the same on every version of Python."""

    def __init__(self, seed: int) -> None:
        """Begin anew from a seed."""
        self._state = numbers(seed)

    def below(self, limit: int) -> int:
        """Draw a number from 0 to just below a limit."""
        self._state = following(self._state)
        return (self._state >> 33) % limit


def sentence(number: int, seed: int = 0) -> str:
    """Make up a sentence of 9 to 16 words.

    Args:
        number: Which one.
        seed: Of which series.

    Examples:
        >>> sentence(1) == sentence(1), sentence(1) == sentence(2)
        (True, False)
    """
    state = numbers(number * 1_000_003 + seed)
    text = " ".join(_words(state, 9 + (state >> 61)))
    return f"{text[0].upper()}{text[1:]}."


def first_words(number: int, seed: int = 0, many: int = 3) -> list[str]:
    """Give the first words of a sentence, in small letters."""
    return [word.lower() for word in _words(numbers(number * 1_000_003 + seed), many)]


def _words(state: int, many: int) -> list[str]:
    words = []
    for _ in range(many):
        state = following(state)
        listed = WORDS if (state >> 60) % 4 else NAMES
        words.append(listed[(state >> 33) % len(listed)])
    return words
