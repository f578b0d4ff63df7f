"""Citations by key in running text, as pandoc's Markdown writes them: ``[see @key, p. 4; @other]``."""

import re
from collections.abc import Iterator

_KEY = r"@(?:\{(?P<braced>[^{}\s]+)\}|(?P<key>\w(?:\w|[:.#$%&+?<>~/-](?=\w))*))"
_CITED = re.compile(rf"(?<![\w@.\\]){_KEY}")
_AFTER = re.compile(r"\s?\[(?P<tail>[^\[\]@;]*)\]")
_LABEL = (
    r"(?:pp?|pages?|chap|chapters?|ch|fols?|ff?|nn?|notes?|nos?|numbers?|vols?|volumes?|bks?|books?|ll?|lines?"
    r"|secs?|sections?|pts?|parts?|paras?|paragraphs?|cols?|columns?|figs?|figures?|s\.\s?v|arts?|docs?"
    r"|S|Bd|Kap|Nr|Anm|Abschn|Bl|t|c)\b\.?|§{1,2}|¶{1,2}"
)
_LOCATOR = re.compile(
    rf"\s*,?\s*(?:\{{(?P<explicit>[^{{}}]*)\}}|(?P<plain>(?:(?:{_LABEL})\s*)?"
    r"(?:\d[\w.:/]*|[ivxlcdm]+\b|[A-Z]\d+)(?:\s*(?:[-–—]+|,|and|&|\+)\s*(?:pp?\.\s*)?\d[\w.:/]*)*(?:\s*ff?\.)?))"
)
_IN_TEXT = re.compile(rf",\s(?P<plain>(?:{_LABEL})\s*\d[\w:/]*(?:\s*[-–—]+\s*\d+)?)")
_CROSS_REFERENCE = re.compile(r"(?:fig|tbl|eq|sec|lst|thm|lem|exr)[:-]")


def cited_keys(text: str) -> Iterator[tuple[str, str | None, int]]:
    """Find citations by key.

    Yields:
        Key, locator as far as there is one, and offset in the text.

    Examples:
        >>> list(cited_keys("So [see @lee2001, pp. 33-35, and -@kim1999], but @mao [p. 4]."))
        [('lee2001', 'pp. 33-35', 8), ('kim1999', None, 34), ('mao', 'p. 4', 49)]
        >>> list(cited_keys("write to kim@example.org"))
        []
    """
    for match in _CITED.finditer(text):
        key = match["braced"] or match["key"]
        if not _CROSS_REFERENCE.match(key):
            yield key, _locator(text, match.end()), match.start()


def _locator(text: str, end: int) -> str | None:
    bracket = _AFTER.match(text, end)
    if bracket:
        found = _LOCATOR.match(bracket["tail"])
        return _said(found) if found else None
    after = _LOCATOR.match(text, end) if _is_bracketed(text, end) else _IN_TEXT.match(text, end)
    return _said(after) if after else None


def _is_bracketed(text: str, end: int) -> bool:
    """Tell whether a place stands inside brackets, looking back a few hundred characters at most."""
    before = text[max(0, end - 600) : end]
    return before.rfind("[") > before.rfind("]")


def _said(match: re.Match[str]) -> str | None:
    said = match.groupdict().get("explicit") or match["plain"]
    return said.strip() if said else None
