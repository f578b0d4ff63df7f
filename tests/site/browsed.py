"""The argument whose site is looked at in a real browser."""

from argmap.model.project import FileRecords, Project, merge
from argmap.model.records import Event, Scholar, School, Source
from argmap.model.settings import Settings
from makers import a_claim, some_evidence


def an_argument() -> Project:
    """Make a small argument of which every kind of page comes."""
    claims = {
        "war-was-planned": a_claim(
            text="The war was planned in the capital.",
            kind="thesis",
            held_by=["kim"],
            scholars={"stone": {"stance": "rejects", "cite": ["archive-book"], "locator": "ch. 3"}},
            pro=[{"from": ["order", "army-moved"], "because": "Who orders, plans."}],
            con=[{"from": "denial", "answer": ["army-moved"]}],
        ),
        "army-moved": a_claim(text="The army moved to the border.", pro=["order"]),
        "denial": a_claim(text="The minister denied every plan.", pro=["memoir"]),
        "harvest-was-poor": a_claim(text="The harvest was poor: 스탈린은 毛泽东 Söhne."),
    }
    claims |= {f"minor-{i:02}": a_claim(text=f"Small point number {i}.", pro=["order"]) for i in range(30)}
    evidence = {
        "order": some_evidence(
            shows="An order sets the date of the march.",
            source="archive-book",
            made="1950-05-02",
            available="1994-06",
            cited=["I.3"],
        ),
        "memoir": some_evidence(shows="He writes that nobody planned.", form="testimony", published="1970"),
    }
    records = FileRecords(
        "all.yaml",
        claims,
        evidence,
        {"archive-book": Source("book", "Papers of the Staff", ("Stone, I. F.",))},
        {"orthodox": School(name="Orthodox", text="It was planned."), "other": School(name="Revisionist")},
        {"kim": Scholar(name="Kim", schools=["orthodox"]), "stone": Scholar(name="Stone", schools=["other"])},
        {"crossing": Event(text="The line is crossed.", when="1950-06-25", claims=["war-was-planned"])},
    )
    return merge([records], Settings(title="The plan", thesis="war-was-planned", author="kim"))
