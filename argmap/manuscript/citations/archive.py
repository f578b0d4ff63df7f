"""Addresses of documents in archives and in printed series of documents."""

import re
from dataclasses import dataclass

_RUSSIAN = {
    "fond": r"(?:Fond|Font|F)",
    "opis": r"(?:Opis|Opic|Op)",
    "papka": r"(?:Papka|Pap|P)",
    "delo": r"(?:Delo|Del|D)",
    "list": r"(?:Listy|List|LL|L)",
}
_VALUE = r"[\d\w]+(?:[-–/]\d+)?"
_REPOSITORIES = {
    "TSAMO": "TSAMO",
    "TSAMORF": "TSAMO",
    "TSAMO RF": "TSAMO",
    "APRF": "APRF",
    "AP RF": "APRF",
    "APPF": "APRF",
    "AVPRF": "AVPRF",
    "AVP RF": "AVPRF",
    "RGASPI": "RGASPI",
    "RTSKHIDNI": "RGASPI",
    "RGANI": "RGANI",
    "TSKHSD": "RGANI",
    "GARF": "GARF",
    "RGVA": "RGVA",
}
_REPOSITORY = re.compile(
    r"\b(" + "|".join(sorted(map(re.escape, _REPOSITORIES), key=len, reverse=True)) + r")\b", re.IGNORECASE
)
_FULL_NAMES = {
    "APRF": re.compile(r"Archives? of the President of|Russian Presidential Archives?", re.IGNORECASE),
    "AVPRF": re.compile(r"Foreign Policy Archives? of the Russian", re.IGNORECASE),
    "TSAMO": re.compile(
        r"Central Archives? of (?:the )?(?:Russian )?(?:Ministry|Department) of Defen[cs]e", re.I
    ),
    "RGASPI": re.compile(r"Russian State Archives? of Soci", re.IGNORECASE),
}
_NARA = {
    "record_group": r"\b(?:RG|Record Group)\s*(\d+[A-Z]?)\b",
    "series": r"\b((?:SA|CCS)\s*\d+[^,;.]*)",
    "box": r"\bBox\s*(\d+[A-Z]?)\b",
    "item": r"\bItem\s*([\d/.]+)",
    "folder": r"\bFolder\s*([^,;.]+)",
    "section": r"\bSec(?:tion)?\.?\s*(\d+)",
}
_TNA = re.compile(r"\b((?:FO|CAB|PREM|DEFE|WO|DO|CO)\s?\d{1,4}/\d+(?:/[\w]+)?)\b")
_VOLUME = re.compile(r"\bVol(?:ume|\.)?\s*([IVXLC]{1,12}|\d{1,6})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Address:
    """Where a document lies."""

    scheme: str
    """``russian``, ``frus``, ``nara`` or ``tna``."""
    parts: tuple[tuple[str, str], ...]
    repository: str | None = None

    @property
    def document(self) -> tuple[str | None, ...]:
        """What tells the file, without the sheets in it: equal for citations of one file."""
        kept = [value for name, value in self.parts if name not in ("list", "page", "papka")]
        return (self.scheme, self.repository, *kept)

    def get(self, name: str) -> str | None:
        """Give one part of the address."""
        return dict(self.parts).get(name)

    def to_json(self) -> dict[str, str]:
        """Give the address as one object."""
        head = {"scheme": self.scheme}
        if self.repository:
            head["repository"] = self.repository
        return head | dict(self.parts)


def find_address(text: str) -> Address | None:
    """Find the archive address in a citation.

    Examples:
        >>> find_address("RGASPI, Font.558, Opis.11, Delo.62, Listy 71-72").to_json()["list"]
        '71-72'
        >>> find_address("APRF, “Telegram,” F.45, OP.1, D.331, pp.75-77").document
        ('russian', 'APRF', '45', '1', '331')
    """
    return _russian(text) or _frus(text) or _nara(text) or _tna(text)


def repository_of(text: str) -> str | None:
    """Give the acronym of the archive that a text names, by its acronym or its full name.

    Examples:
        >>> repository_of("Russian Presidential Archives"), repository_of("TSAMORF"), repository_of("A house")
        ('APRF', 'TSAMO', None)
    """
    acronym = _REPOSITORY.search(text)
    if acronym:
        return _REPOSITORIES[acronym[1].upper()]
    return next((known for known, name in _FULL_NAMES.items() if name.search(text)), None)


def has_repository(text: str) -> bool:
    """Tell the name of an archive that stands alone."""
    return _REPOSITORY.fullmatch(text.strip()) is not None


def _russian(text: str) -> Address | None:
    named = _REPOSITORY.search(text)
    parts = []
    for name, word in _RUSSIAN.items():
        flags = re.IGNORECASE if name in ("fond", "opis", "delo", "list") else 0
        match = re.search(
            rf"(?<![\w'’]){word}(?:['’]\s*|\.\s*|\s+|(?=\d))(?:No\.?\s*)?({_VALUE})", text, flags
        )
        if match and (any(c.isdigit() for c in match[1]) or match[1].isupper()):
            parts.append((name, match[1].replace("–", "-")))
    found = dict(parts)
    if not ("delo" in found or "opis" in found):
        return None
    if "fond" not in found and not named:
        return None
    repository = _REPOSITORIES[named[1].upper()] if named else None
    return Address("russian", tuple(parts), repository)


def _frus(text: str) -> Address | None:
    if not re.search(r"\bFRUS\b|Foreign Relations of the United States", text):
        return None
    parts = []
    years = re.findall(r"\b(1[89]\d\d|20\d\d)\b", text)
    if years:
        parts.append(("year", years[-1]))
    volume = _VOLUME.search(text)
    if volume:
        parts.append(("volume", str(read_number(volume[1]))))
    page = re.search(r"\bpp?\.\s*(\d[\d\s,–-]*)", text)
    if page:
        parts.append(("page", page[1].strip(" ,").replace("–", "-")))
    return Address("frus", tuple(parts), "FRUS")


def _nara(text: str) -> Address | None:
    parts = []
    for name, pattern in _NARA.items():
        match = re.search(pattern, text)
        if match:
            parts.append((name, match[1].strip()))
    return Address("nara", tuple(parts), "NARA") if any(n == "record_group" for n, _ in parts) else None


def _tna(text: str) -> Address | None:
    match = _TNA.search(text)
    return Address("tna", (("reference", match[1]),), "TNA") if match else None


def read_number(text: str) -> int:
    """Read an Arabic or Roman number."""
    if text.isdigit():
        return int(text)
    values = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}[c] for c in text.upper()]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)
