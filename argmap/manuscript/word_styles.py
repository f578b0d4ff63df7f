"""What the styles of a Word document or OpenDocument text stand for, whatever language names them."""

import re
from dataclasses import dataclass, replace

HEADING_NAME = re.compile(
    r"(?:heading|head|überschrift|titre|t[íi]tulo|titolo|kop|rubrik|overskrift|otsikko|nagłówek|nadpis"
    r"|címsor|titlu|заголовок|заглавие|başlık|επικεφαλίδα|제목|見出し|标题|標題)\s*(\d)",
    re.IGNORECASE,
)
QUOTE_NAME = re.compile(
    r"(?:intense |block ?)?(?:quotes?|quotations?)(?: block)?|block ?text|(?:block|intensives )?zitate?"
    r"|blockzitat|citation(?: intense)?|cita(?: destacada)?|citazione(?: intensa)?|(?:duidelijk )?citaat"
    r"|(?:starkt )?citat|cytat(?: intensywny)?|(?:выделенная )?цитата(?: \d)?|alıntı|강한 인용|인용|引用文?",
    re.IGNORECASE,
)
TITLE_NAME = re.compile(r"title|titel|titre|t[íi]tulo|titolo|название|제목|表題|标题", re.IGNORECASE)
CONTENTS_NAME = re.compile(r"(?:toc|contents|verzeichnis|table of figures)\s*\d*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Style:
    """A style as defined, before those it is based on."""

    name: str = ""
    parent: str | None = None
    outline: int | None = None
    """Level of a heading from 1; 0 for body text; None if it does not say."""
    item: bool | None = None
    italic: bool | None = None


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a style means once all it is based on is known."""

    heading: int = 0
    quotation: bool = False
    title: bool = False
    contents: bool = False
    item: bool = False
    italic: bool = False


def meanings(styles: dict[str, Style]) -> dict[str, Meaning]:
    """Work out what every style means, following parents without going in circles."""
    return {key: _meaning(_lineage(key, styles)) for key in styles}


def _lineage(key: str, styles: dict[str, Style]) -> list[Style]:
    """Give a style and those it is based on, nearest first."""
    lineage: list[Style] = []
    seen: set[str] = set()
    current: str | None = key
    while current is not None and current in styles and current not in seen and len(seen) < 50:
        seen.add(current)
        lineage.append(styles[current])
        current = styles[current].parent
    if current is not None and current not in seen:
        lineage.append(Style(current.rpartition("/")[2].replace("_20_", " ")))
    return lineage


def _meaning(lineage: list[Style]) -> Meaning:
    names = [style.name.strip() for style in lineage]
    named = Meaning(
        quotation=any(QUOTE_NAME.fullmatch(name) for name in names),
        title=any(TITLE_NAME.fullmatch(name) for name in names),
        contents=any(CONTENTS_NAME.fullmatch(name) for name in names),
    )
    outline = next((style.outline for style in lineage if style.outline is not None), None)
    if outline is None:
        outline = next((int(m[1]) for name in names if (m := HEADING_NAME.fullmatch(name))), 0)
    return replace(
        named,
        heading=outline,
        item=next((style.item for style in lineage if style.item is not None), False),
        italic=next((style.italic for style in lineage if style.italic is not None), False),
    )
