"""Small files in every format, made by hand."""

import io
import zipfile
from collections.abc import Iterable

from argmap.manuscript.reading import Block, Reading
from argmap.manuscript.registry import read_bytes

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
ODF = "urn:oasis:names:tc:opendocument:xmlns:"


def zipped(files: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def called(block: Block, reading: Reading) -> list[tuple[str, str]]:
    """What stands before each marker of a block, and the note that it calls."""
    texts = {note.key: note.text for note in reading.notes}
    return [(block.text[max(0, m.offset - 6) : m.offset], texts.get(m.key, "?")) for m in block.markers]


def a_docx(body: str, notes: str = "", styles: str = "", settings: str = "", endnotes: str = "") -> bytes:
    """Body, notes, styles and settings are the insides of their elements, with the prefix ``w``."""
    separator = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    parts = {
        "document": f"<w:body>{body}</w:body>",
        "footnotes": separator + notes,
        "endnotes": endnotes,
        "styles": styles,
        "settings": settings,
    }
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r" Type="{R}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
    }
    for name, inside in parts.items():
        files[f"word/{name}.xml"] = f'<w:{name} xmlns:w="{W}">{inside}</w:{name}>'
    return zipped(files)


def p(*runs: str, style: str = "", properties: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def call(number: int, kind: str = "footnote", more: str = "") -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"{more}/></w:r>'


def note(number: int, *paragraphs: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{number}">{"".join(paragraphs)}</w:{kind}>'


def an_odt(text: str, automatic: str = "", styles: str = "", flat: bool = False) -> bytes:
    spaces = " ".join(
        f'xmlns:{prefix}="{ODF}{name}:1.0"'
        for prefix, name in (("office", "office"), ("text", "text"), ("style", "style"), ("table", "table"),
                             ("fo", "xsl-fo-compatible"))
    )  # fmt: skip
    content = (
        f"<office:{{0}} {spaces}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{text}</office:text></office:body></office:{{0}}>"
    )
    if flat:
        return ('<?xml version="1.0"?>' + content.format("document")).encode()
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": "<manifest/>",
            "content.xml": content.format("document-content"),
            "styles.xml": f"<office:document-styles {spaces}><office:styles>{styles}</office:styles>"
            "</office:document-styles>",
        }
    )


def an_epub(pages: dict[str, str], extra: dict[str, str | bytes] | None = None) -> bytes:
    """Pages by path inside ``OEBPS``, in order of reading, as the insides of their bodies."""
    items = "".join(
        f'<item id="i{n}" href="{path}" media-type="application/xhtml+xml"/>' for n, path in enumerate(pages)
    )
    spine = "".join(f'<itemref idref="i{n}"/>' for n in range(len(pages)))
    xhtml = (
        '<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml" '
        'xmlns:epub="http://www.idpf.org/2007/ops"><head><title>t</title></head>\n<body>{}</body></html>'
    )
    files: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
        '<rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
        "OEBPS/book.opf": '<package xmlns="http://www.idpf.org/2007/opf" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>A Book</dc:title></metadata>'
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>",
    }
    files |= {f"OEBPS/{path}": xhtml.format(body) for path, body in pages.items()}
    return zipped(files | (extra or {}))


Run = tuple[float, float, float, str, str]
"""Left, baseline, size, font (``F1`` upright, ``F2`` italic) and text."""


def a_pdf(pages: Iterable[Iterable[Run]]) -> bytes:
    """A PDF of the given runs of text, in the fonts that every reader has."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", _font("Times-Roman"), _font("Times-Italic")]
    kids = []
    for page in pages:
        content = "".join(
            f"BT /{font} {size} Tf {x} {y} Td ({text}) Tj ET\n" for x, y, size, font, text in page
        ).encode("latin-1")
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 595]/Contents %d 0 R"
            b"/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>>>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    return bytes(out)


def _font(name: str) -> bytes:
    return f"<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>".encode()


def read(data: bytes | str, name: str) -> Reading:
    return read_bytes(data.encode() if isinstance(data, str) else data, name)
