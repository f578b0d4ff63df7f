"""A figure as PDF: one page of its size, text as text, addresses as links, the same bytes each time.

After ISO 32000-1 (section 7, files; 9.7, composite fonts).
"""

import zlib
from collections.abc import Callable, Iterable
from xml.etree.ElementTree import fromstring

from argmap.draw.font import FILES, HANGUL_FILES, text_width, thinned
from argmap.draw.pdf_page import FACES, Face, Page, face_glyphs, pdf_number

Add = Callable[[str, bytes | None], int]


def pdf_document(svg: str) -> bytes:
    """Write a figure as PDF.

    Args:
        svg: One of our figures; a character that our font lacks is shown as a box.
    """
    root = fromstring(svg)
    width, height = (float(part) for part in root.attrib["viewBox"].split()[2:])
    scale = float(root.attrib["width"].removesuffix("pt")) / width
    page = Page(height)
    page.draw(root, 0.0, 0.0)
    return _file(width, height, scale, page, (root.findtext("{http://www.w3.org/2000/svg}title") or ""))


def _file(width: float, height: float, scale: float, page: Page, title: str) -> bytes:
    objects: list[bytes] = []

    def add(body: str, stream: bytes | None) -> int:
        data = body.encode("latin-1")
        if stream is not None:
            packed = zlib.compress(stream, 9)
            head = f"{body[:-2]} /Length {len(packed)} /Filter /FlateDecode >>"
            data = head.encode("latin-1") + b"\nstream\n" + packed + b"\nendstream"
        objects.append(data)
        return len(objects)

    faces = [face for face in FACES if page.used[face]]
    fonts = " ".join(f"/{FACES[face]} {_font(add, face, sorted(page.used[face]))} 0 R" for face in faces)
    scaled = f"{pdf_number(scale)} 0 0 {pdf_number(scale)} 0 0 cm"
    content = add("<< >>", "\n".join([scaled, *page.out]).encode("latin-1"))
    links = [
        add(
            f"<< /Type /Annot /Subtype /Link /Rect [{_scaled(box, scale)}] /Border [0 0 0]"
            f" /A << /S /URI /URI ({_escaped(href)}) >> >>",
            None,
        )
        for href, box in page.links
    ]
    kids = len(objects) + 2
    number = add(
        f"<< /Type /Page /Parent {kids} 0 R /MediaBox [{_scaled((0, 0, width, height), scale)}]"
        f" /Contents {content} 0 R /Annots [{' '.join(f'{n} 0 R' for n in links)}]"
        f" /Resources << /Font << {fonts} >> >> >>",
        None,
    )
    pages = add(f"<< /Type /Pages /Kids [{number} 0 R] /Count 1 >>", None)
    info = add(f"<< /Title <{_hex(title)}> /Producer (argmap) >>", None)
    root = add(f"<< /Type /Catalog /Pages {pages} 0 R >>", None)
    return _joined(objects, root, info)


def _scaled(box: Iterable[float], scale: float) -> str:
    return " ".join(pdf_number(scale * side) for side in box)


def _font(add: Add, face: Face, used: list[str]) -> int:
    """Embed a font with the widths and the meaning of the glyphs used."""
    table, (covered, bold) = face_glyphs(face), face
    codes = sorted({table[c]: c for c in used if c in table}.items())
    data = thinned((FILES if covered else HANGUL_FILES)[bold].read_bytes(), [code for code, _ in codes])
    file = add(f"<< /Length1 {len(data)} >>", data)
    name = ("Arimo" if covered else "ArgmapHangul") + ("-Bold" if bold else "")
    box = "-544 -303 1302 980" if covered else "0 -180 940 800"
    descriptor = add(
        f"<< /Type /FontDescriptor /FontName /{name} /Flags 32 /FontBBox [{box}] /ItalicAngle 0"
        f" /Ascent 905 /Descent -212 /CapHeight 716 /StemV {140 if bold else 80} /FontFile2 {file} 0 R >>",
        None,
    )
    widths = " ".join(f"{code} [{pdf_number(text_width(c, 1000, bold))}]" for code, c in codes)
    below = add(
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDToGIDMap /Identity"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
        f" /FontDescriptor {descriptor} 0 R /DW 750 /W [{widths}] >>",
        None,
    )
    meaning = add("<< >>", _to_unicode(codes))
    return add(
        f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H"
        f" /DescendantFonts [{below} 0 R] /ToUnicode {meaning} 0 R >>",
        None,
    )


def _to_unicode(codes: list[tuple[int, str]]) -> bytes:
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def",
        "/CMapName /argmap def 1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    for first in range(0, len(codes), 100):
        block = codes[first : first + 100]
        lines.append(f"{len(block)} beginbfchar")
        lines += [f"<{code:04X}> <{c.encode('utf-16-be').hex().upper()}>" for code, c in block]
        lines.append("endbfchar")
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines).encode("ascii")


def _hex(text: str) -> str:
    return "FEFF" + text.encode("utf-16-be").hex().upper()


def _escaped(address: str) -> str:
    """Write an address as a PDF string, percent-encoded where it is not ASCII."""
    from urllib.parse import quote

    safe = quote(address, safe="%/:?#[]@!$&'()*+,;=-._~")
    return safe.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _joined(objects: list[bytes], root: int, info: int) -> bytes:
    out = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root {root} 0 R /Info {info} 0 R >>\n".encode()
    out += f"startxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
