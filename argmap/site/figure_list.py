"""A figure's outline as a nested list of a page, with links on the records that it names."""

import re
from collections.abc import Iterator

from markupsafe import Markup, escape

from argmap.site.addresses import Links
from argmap.site.catalogue import Catalogue

_ID = re.compile(r"\(([a-z0-9][\w.-]*)\)")


def nested_list(catalogue: Catalogue, outline: str, links: Links) -> Markup:
    """Turn an outline that tells its depth by two blanks a level into nested lists.

    Args:
        catalogue: The project, to know the ids.
        outline: As ``Drawing.outline`` gives it: a title, a subtitle, then items and headings.
        links: How the page links.
    """
    _, _, body = outline.partition("\n\n")
    return Markup("").join(_pieces(catalogue, body, links))


def _pieces(catalogue: Catalogue, body: str, links: Links) -> Iterator[Markup]:
    open_: list[int] = []
    for line in body.splitlines():
        said = line.strip()
        if not said:
            continue
        depth = (len(line) - len(line.lstrip())) // 2
        bullet, blank, rest = said.partition(" ")
        if depth == 0 and (bullet != "-" or not blank):
            yield Markup("</li></ul>") * len(open_)
            open_.clear()
            yield Markup("<p>{}</p>").format(said)
            continue
        while open_ and open_[-1] > depth:
            open_.pop()
            yield Markup("</li></ul>")
        if open_ and open_[-1] == depth:
            yield Markup("</li>")
        else:
            open_.append(depth)
            yield Markup("<ul>")
        yield Markup("<li>") + _linked(catalogue, said if bullet != "-" else rest, links)
    yield Markup("</li></ul>") * len(open_)


def _linked(catalogue: Catalogue, text: str, links: Links) -> Markup:
    def link(match: re.Match[str]) -> str:
        found = catalogue.link(match[1], "claims", "evidence", text=match[1])
        if found.to is None:
            return str(match[0])
        return f'(<a class="id" href="{escape(links(found.to))}">{match[1]}</a>)'

    return Markup(_ID.sub(link, str(escape(text))))
