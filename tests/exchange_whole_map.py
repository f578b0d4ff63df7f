"""One map with a record of every kind and every field, and texts that try to break out of a format."""

from argmap.model.project import FileRecords, Project, merge
from argmap.model.records import Claim, Event, Evidence, Expectation, Scholar, School, Source
from argmap.model.settings import Part, Settings
from argmap.verdict.judgement import Judgement, judge

NASTY = 'He said "no\\" <script>alert(1)</script> | `x` *y* {z} ]]> \u202e & \x07 end'
"""Quotation marks, a backslash, markup of several kinds, a control character."""

HALF = "Half of a \ud800 character"
"""A lone surrogate; only a source can hold one."""


def whole_map() -> Project:
    """A map about a fire that uses every field."""
    claims = {
        "bakery-burned": Claim(
            text="The fire began in the bakery.",
            kind="thesis",
            part="I",
            section="The night",
            when="1666-09-02",
            hedge="probably",
            standard="preponderance",
            contradicts="oven-cold",
            defines={"bakery": "Every house with an oven for sale."},
            held_by=("pepys",),
            scholars={"evelyn": {"stance": "rejects", "cite": "evelyn-1818", "locator": "p. 9"}},
            schools={"bakers": {"stance": "qualifies", "cite": "Pepys:1666", "remark": "With doubts."}},
            pro=[
                {
                    "from": ["oven-lit", "watch-saw"],
                    "because": "A lit oven burns what lies on it.",
                    "scheme": "sign",
                    "strength": "good",
                    "bearing": "direct",
                    "tendency": "neutral",
                    "unless": "oven-cold",
                    "remark": NASTY,
                },
                "watch-saw",
            ],
            con=[{"from": "baker-denies", "answer": "baker-lied"}, "oven-cold"],
            remark="See the map.",
        ),
        "oven-lit": Claim(text="The oven was lit.", pro="watch-saw"),
        "oven-cold": Claim(text=NASTY, schools={"bakers": "holds", "watchmen": "silent"}),
        "baker-lied": Claim(text="The baker had reason to lie."),
    }
    evidence = {
        "watch-saw": Evidence(
            shows="The watchman saw smoke from the oven.",
            source="Pepys:1666",
            locator={"fond": "45", "opis": "1", "delo": "331", "list": "76"},
            kind="diary",
            document="diary-1666",
            made="1666-09-02",
            published="1825",
            available="1825/1826",
            by=("pepys", "a clerk"),
            form="testimony",
            authenticity="doubted",
            chain=("original", "translation(ko)"),
            witness="eyewitness",
            cited=("I.3", "intro.12a"),
            challenged_by="oven-cold",
            rests_on="evelyn-1818",
            searched="All the watch-books of the year.",
            quote={"exact": NASTY, "prefix": "before ", "suffix": " after"},
            remark="The note gives 3 September.",
        ),
        "baker-denies": Evidence(
            shows="The baker denies it.",
            source="evelyn-1818",
            grade="C",
            quote={"digest": "sha256:" + "0" * 64, "length": 40, "near": "The oven"},
        ),
    }
    sources = {
        "Pepys:1666": Source(
            "book",
            "Diary",
            ("Pepys, Samuel",),
            archive="Magdalene",
            csl={
                "id": "Pepys:1666",
                "type": "book",
                "title": "Diary",
                "publisher": "Bell",
                "URL": "https://a.org/d",
            },
        ),
        "evelyn-1818": Source("book", HALF, (), container="Memoirs", listed=False, edition_of="Pepys:1666"),
    }
    records = FileRecords(
        "claims/all.yaml",
        claims,
        evidence,
        sources,
        schools={
            "bakers": School(name="Bakers", text="It was the bakers.", letter="B", cite="Pepys:1666"),
            "watchmen": School(name="Watchmen", remark="Few."),
        },
        scholars={
            "pepys": Scholar(name="Samuel Pepys", schools=("watchmen",), works=("Pepys:1666",)),
            "evelyn": Scholar(name="John Evelyn", schools=("bakers",), remark="A friend."),
        },
        events={
            "fire": Event(
                text="The city burned.",
                when="1666-09-02/1666-09-06",
                part="I",
                claims="bakery-burned",
                evidence="watch-saw",
            )
        },
        expectations={
            "bakery-burned": (Expectation(verdict="supported", grade="weak", school="bakers", as_of="1825"),)
        },
    )
    settings = Settings(
        title="The fire of 1666",
        author="pepys",
        thesis="bakery-burned",
        manuscripts=("A thesis",),
        parts={"I": Part(title="One", notes=9)},
    )
    return merge([records], settings)


def with_loose_ends() -> Project:
    """A map whose records name what is not there, in every place where they can."""
    nobody = "not-there"
    records = FileRecords(
        "claims/all.yaml",
        {
            "a": Claim(
                text="A.",
                held_by=nobody,
                contradicts=nobody,
                scholars={nobody: "holds"},
                schools={nobody: {"stance": "holds", "cite": nobody}},
                pro=[{"from": ["e", nobody], "unless": nobody, "answer": nobody}],
            )
        },
        {"e": Evidence(shows="E.", source=nobody, challenged_by=nobody, rests_on=nobody)},
        {"s": Source("book", "S", edition_of=nobody)},
        schools={"k": School(name="K", cite=nobody)},
        scholars={"h": Scholar(name="H", schools=nobody, works=nobody)},
        events={"v": Event(text="V.", claims=nobody, evidence=nobody)},
        expectations={
            nobody: (Expectation(verdict="supported"),),
            "a": (Expectation(verdict="supported", school=nobody),),
        },
    )
    return merge([records], Settings(title="Loose ends", thesis=nobody, author=nobody))


def judged(project: Project | None = None) -> Judgement:
    """The whole map, or another, judged as it is."""
    return judge(project or whole_map())


def an_empty_map() -> Judgement:
    """A map with nothing in it."""
    return judge(Project())
