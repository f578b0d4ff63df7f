"""A web page in one file: its own style, no script, nothing from outside; for screen and print."""

from collections.abc import Iterable, Sequence

from argmap.draw.wrap import xml

STYLE = """
:root{color-scheme:light;--ink:#1B2430;--muted:#4D5866;--line:#8A94A3;--tint:#F3F5F8}
*{box-sizing:border-box}
body{margin:0;padding:1.5rem;font:15px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",
"Noto Sans CJK KR",sans-serif;color:var(--ink);background:#fff}
main{max-width:82rem;margin:0 auto}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .3rem}
h2{font-size:1.15rem;margin:2.2rem 0 .5rem}
p{max-width:48rem;margin:.4rem 0}
nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;margin:.8rem 0}
a{color:#0060A8}
a:focus-visible,[tabindex]:focus-visible,summary:focus-visible{outline:3px solid #0060A8;outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:#fff;padding:.5rem;z-index:9}
.wide{overflow:auto;max-height:85vh;border:1px solid var(--line)}
table{border-collapse:separate;border-spacing:0;width:100%;font-size:.9rem}
caption{text-align:left;padding:.5rem;color:var(--muted)}
th,td{padding:.4rem .5rem;vertical-align:top;text-align:left;border-bottom:1px solid #D5DAE1}
thead th{position:sticky;top:0;background:#fff;border-bottom:2px solid var(--ink);z-index:2}
tbody th{font-weight:normal;min-width:17rem}
tbody td{min-width:8.5rem}td.n,td.narrow{min-width:3.4rem;white-space:nowrap}
td.n{text-align:right;font-variant-numeric:tabular-nums}
.group th{background:var(--tint);font-weight:bold;position:static}
small,.small{font-size:.82rem;color:var(--muted)}
code{font-size:.85em;overflow-wrap:anywhere}
.sign{display:inline-block;min-width:1.3em;font-weight:bold}
td.pro{background:#EAF2F9;box-shadow:inset 4px 0 #0060A8}
td.pro.strong{background:#BBD5EA}
td.con{background:#FBEFE7;border-left:4px dashed #B84300}
td.con.strong{background:#F0C8AE}
td.both{border-left:4px dotted #4D5866}
td.none{color:var(--muted)}
.figure svg{max-width:100%;height:auto}
.figure{overflow:auto}
@media print{body{padding:0;font-size:9pt}.wide{overflow:visible;max-height:none;border:0}
thead{display:table-header-group}thead th{position:static}tr{break-inside:avoid}nav,.skip{display:none}
td{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
""".strip()

Section = tuple[str, str, str]
"""Anchor, heading, and what stands under it as HTML."""


def web_page(title: str, lead: str, sections: Sequence[Section], *, language: str = "en") -> str:
    """Put a page together.

    Args:
        title: Its title.
        lead: A line below it.
        sections: What it holds.
        language: Language of the page (BCP 47).
    """
    links = "".join(f'<li><a href="#{xml(anchor)}">{xml(head)}</a></li>' for anchor, head, _ in sections)
    body = "\n".join(
        f'<section id="{xml(anchor)}" aria-labelledby="{xml(anchor)}-head">'
        f'<h2 id="{xml(anchor)}-head">{xml(head)}</h2>\n{inside}\n</section>'
        for anchor, head, inside in sections
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{xml(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy"'
        " content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{xml(title)}</title>\n<style>\n{STYLE}\n</style>\n</head>\n<body>\n"
        '<a class="skip" href="#content">Skip to the content</a>\n'
        f'<main id="content" tabindex="-1">\n<h1>{xml(title)}</h1>\n<p>{xml(lead)}</p>\n'
        f'<nav aria-label="On this page"><ul>{links}</ul></nav>\n{body}\n</main>\n</body>\n</html>\n'
    )


def table_html(caption: str, columns: Iterable[str], rows: Iterable[str]) -> str:
    """Put a table together whose head stays in sight and whose frame can be scrolled by keyboard.

    Args:
        caption: What it shows.
        columns: Headings, plain text.
        rows: Whole rows as HTML.
    """
    head = "".join(f'<th scope="col">{xml(column)}</th>' for column in columns)
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="{xml(caption)}">'
        f"<table><caption>{xml(caption)}</caption><thead><tr>{head}</tr></thead>\n"
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def paragraphs(lines: Iterable[str]) -> str:
    """Set lines of plain text as paragraphs."""
    return "".join(f"<p>{xml(line)}</p>" for line in lines)


def cell_class(sign: str, *, strong: bool = False) -> str:
    """Give the class of a cell by its sign."""
    name = {"+": "pro", "−": "con", "±": "both"}.get(sign, "none")
    return f"{name} strong" if strong and name in ("pro", "con") else name
