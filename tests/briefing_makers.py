"""A small argument, and a reader of pages, for tests of reports and briefs."""

from collections import Counter
from html.parser import HTMLParser

FILES = {
    "argmap.toml": """
        title = "The Fire of Ardel"
        author = "brunn"
        thesis = "baker-did-it"
        [parts]
        I = {title = "The night", notes = 3}
    """,
    "claims/a.yaml": """
        claims:
          baker-did-it:
            text: The baker | burned <b>the tower</b>.
            part: I
            held_by: [brunn]
            for: [{from: oven-was-lit, because: Fire comes from fire.}]
          oven-was-lit: {text: The oven was lit that night., part: I, held_by: [brunn], for: [night-watch]}
          baker-was-angry:
            text: The baker bore a grudge.
            part: I
            held_by: [brunn]
          grudge-moved-him:
            {text: A grudge moved him., part: I, held_by: [brunn], for: [baker-was-angry, gossip]}
          he-was-away: {text: He was away., held_by: [lund], for: [gossip]}
        schools:
          old: {name: Old}
        scholars:
          brunn: {name: Edda Brunn, schools: [old]}
          lund: {name: Ida Lund}
        expect:
          grudge-moved-him: supported
    """,
    "evidence/b.yaml": """
        evidence:
          night-watch:
            shows: The watch saw light in the bakery.
            source: watch-book
            form: record
            made: 1712-03-02
            available: 1994
            cited: [I.1]
            remark: The note gives the third of March.
          gossip: {shows: A neighbour says so., source: letters, form: testimony, cited: [I.2]}
    """,
    "evidence/s.json": """
        [{"id": "watch-book", "type": "book", "title": "Watch", "archive": "Town Archive"},
         {"id": "letters", "type": "book", "title": "Letters"}]
    """,
}


class Reader(HTMLParser):
    """Collects tags, and what lies between them."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.open: list[str] = []
        self.outside: list[str] = []
        self.text = ""

    def handle_starttag(self, tag, attrs):
        self.tags[tag] += 1
        self.outside += [str(value) for name, value in attrs if name in ("src", "href")]
        if tag not in ("meta", "link", "br", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if not self.open or self.open[-1] != "style":
            self.text += data


def read_page(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader
