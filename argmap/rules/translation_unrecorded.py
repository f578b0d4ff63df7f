"""Quotations in another script than that of their source."""

from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Related, Severity
from argmap.rules.case import Case
from argmap.rules.registry import project_rule

SCRIPTS = {
    "ru": "CYRILLIC", "uk": "CYRILLIC", "be": "CYRILLIC", "bg": "CYRILLIC", "mk": "CYRILLIC",
    "ko": "HANGUL", "zh": "CJK", "ja": "CJK", "el": "GREEK", "he": "HEBREW", "yi": "HEBREW",
    "ar": "ARABIC", "fa": "ARABIC", "ur": "ARABIC", "hy": "ARMENIAN", "ka": "GEORGIAN",
    "hi": "DEVANAGARI", "th": "THAI",
}  # fmt: skip
"""Language to the script of its texts, where the two go together and it is not Latin."""
ALSO = {"HANGUL": ("CJK",), "CJK": ("HIRAGANA", "KATAKANA")}


@project_rule("translation-unrecorded", family="quotations", severity=Severity.WARNING)
def translation_unrecorded(case: Case) -> Iterator[Finding]:
    """A quotation is not in the language of its source, and no translation is recorded.

    The source's ``language`` is written in another script than the quoted words: somebody has translated
    them, and whose words they are is not said. Put the translation into the ``chain``, with its language,
    such as ``[original, translation(en)]``. Tells only languages with a script of their own.

    Found in::

        evidence:
          order: {shows: The army is to cross the line., source: order-1950, quote: {exact: Cross at dawn.}}
        sources:
          order-1950: {type: document, title: Order, language: ru}

    Not in::

        evidence:
          order:
            shows: The army is to cross the line.
            source: order-1950
            quote: {exact: Cross at dawn.}
            chain: [original, translation(en)]
        sources:
          order-1950: {type: document, title: Order, language: ru}
    """
    project = case.project
    for key, item in case.lists.evidence_with("quote"):
        words = item.quote and (item.quote.exact or item.quote.near)
        if not words or item.source is None or any(link.startswith("translation") for link in item.chain):
            continue
        source = project.sources.get(item.source)
        language = str((source.csl or {}).get("language") or "") if source else ""
        script = SCRIPTS.get(language.replace("_", "-").split("-")[0].lower())
        if script is None or not _is_foreign(words, script):
            continue
        yield Finding(
            f"the quotation in evidence '{key}' is not in the language of '{shown(item.source)}' "
            f"({shown(language)}), and no translation is recorded",
            project.spot("evidence", key, "quote"),
            (key, item.source),
            "put the translation into the 'chain:', such as [original, translation(en)]",
            (Related(project.spot("sources", item.source), "the source"),),
        )


def _is_foreign(words: str, script: str) -> bool:
    """Whether a text has letters, and none of a script.

    Examples:
        >>> _is_foreign("Cross at dawn.", "CYRILLIC"), _is_foreign("1950", "CYRILLIC")
        (True, False)
    """
    import unicodedata

    letters = [unicodedata.name(letter, "") for letter in words[:100] if letter.isalpha()]
    return bool(letters) and not any(name.startswith((script, *ALSO.get(script, ()))) for name in letters)
