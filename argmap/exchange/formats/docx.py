"""The tables of a thesis's appendix as a Word document."""

import io
import zipfile
from typing import TYPE_CHECKING, Any

from argmap.exchange.appendix import AppendixTable, appendix_tables
from argmap.exchange.appendix_losses import appendix_loss
from argmap.exchange.registry import Exported, exporter
from argmap.exchange.texts import one_line
from argmap.exchange.word_tables import element, run, word_table
from argmap.model.errors import ArgmapError
from argmap.verdict.judgement import Judgement

if TYPE_CHECKING:
    from docx.document import Document

_WIDTH = 9070
"""Of the text on A4 with margins of 2.5 cm, in twentieths of a point."""


@exporter("docx", "Word tables for an appendix", ".docx")
def write(judgement: Judgement) -> Exported:
    """Write main claims, evidence by claim and schools as a Word document.

    Raises:
        ArgmapError: If the extra ``argmap[docx]`` is not installed.
    """
    try:
        from docx import Document
    except ImportError as error:
        raise ArgmapError("python-docx is not installed: pip install 'argmap[docx]'") from error
    document = Document()
    _lay_out(document, one_line(judgement.project.settings.title))
    for number, table in enumerate(appendix_tables(judgement), 1):
        _add(document, number, table)
    stream = io.BytesIO()
    document.save(stream)
    return Exported({"": _without_clock(stream.getvalue())}, appendix_loss(judgement.project))


def _lay_out(document: "Document", title: str) -> None:
    from docx.shared import Cm, Pt, RGBColor

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2.5)
    styles: Any = document.styles
    styles["Normal"].font.name, styles["Normal"].font.size = "Times New Roman", Pt(11)
    for name, size in (("Title", 16), ("Caption", 11)):
        font = styles[name].font
        font.name, font.size, font.bold, font.color.rgb = "Times New Roman", Pt(size), True, RGBColor(0, 0, 0)
        fonts = styles[name].element.rPr.rFonts
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(f"{{{fonts.nsmap['w']}}}{theme}", None)
    document.core_properties.title = title[:255]
    document.core_properties.author = ""
    document.core_properties.comments = ""
    footer: Any = section.footer.paragraphs[0]
    footer.alignment = 1
    footer._p.append(element("fldSimple", run("1"), instr=" PAGE "))
    document.add_paragraph(title, style="Title")


def _add(document: "Document", number: int, table: AppendixTable) -> None:
    caption: Any = document.add_paragraph(style="Caption")
    caption.paragraph_format.keep_with_next = True
    caption.add_run("Table ")
    field = element("fldSimple", run(str(number), bold=True, size="22"), instr=r" SEQ Table \* ARABIC ")
    caption._p.append(field)
    caption.add_run(f". {table.caption}")
    note: Any = document.add_paragraph(table.note)
    note.paragraph_format.keep_with_next = True
    note._p.addnext(word_table(table, _WIDTH))
    document.add_paragraph()


def _without_clock(data: bytes) -> bytes:
    """Pack a document again without times, so that the same map gives the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name), old.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
