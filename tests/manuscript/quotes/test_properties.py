import re

from hypothesis import given, note, settings
from hypothesis import strategies as st

from argmap.manuscript.quotes.check import check_quotations
from argmap.manuscript.quotes.records import RANK, Quotation, SourceText, Verdict
from argmap.manuscript.quotes.wordings import two_wordings
from manuscript.quotes.asking import ask
from manuscript.quotes.noise import KINDS
from manuscript.quotes.source_words import a_text

TEXT = a_text(1, 4000)
SPOTS = [match.span() for match in re.finditer(r"\S+", TEXT)]
spots = st.integers(0, len(SPOTS) - 80)
lengths = st.integers(3, 60)


def sliced(spot: int, length: int) -> str:
    return TEXT[SPOTS[spot][0] : SPOTS[spot + length - 1][1]]


@settings(max_examples=60, deadline=None)
@given(spots, lengths)
def test_a_slice_of_a_text_is_always_exact(spot, length):
    check = ask(sliced(spot, length), TEXT)
    assert check.verdict is Verdict.EXACT
    assert TEXT[slice(*check.span)] == sliced(spot, length)


ODD = st.text(alphabet="0aAbº:. ….²'\"-[]()\nЖ한中", min_size=25, max_size=200)
"""Texts of few characters, in which short slices stand at many places."""


@settings(max_examples=120, deadline=None)
@given(st.text(min_size=25, max_size=300) | ODD, st.data())
def test_any_slice_of_any_text_is_exact_or_guarded(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    check = ask(text[start:end], text)
    guarded = any(hit.weighs for hit in check.guards) or any(other.start == start for other in check.others)
    assert guarded or check.verdict in (Verdict.EXACT, Verdict.UNREADABLE)


def test_a_short_slice_is_exact_wherever_its_letters_stand_first():
    text = "000000000000:ºAA:00000000"
    check = ask(text[12:15], text)
    assert (check.verdict, check.span) == (Verdict.EXACT, (12, 15))
    text = "art " + "particular " * 100 + "[art] … and more of that kind"
    assert [ask(words, text).verdict for words in ("[art] …", "art", "and")] == [Verdict.EXACT] * 3


RUNGS = {
    "typography": Verdict.TYPOGRAPHIC,
    "marker": Verdict.TYPOGRAPHIC,
    "ellipsis": Verdict.ELIDED,
    "bracket": Verdict.EDITED,
    "other words": Verdict.NEAR,
}


@settings(max_examples=100, deadline=None)
@given(spots, st.integers(12, 60), st.sampled_from(sorted(RUNGS)), st.randoms(use_true_random=False))
def test_noise_of_a_kind_gives_at_least_its_rung(spot, length, kind, chance):
    quote = KINDS[kind](sliced(spot, length), chance)
    check = ask(quote, TEXT)
    note(f"{quote}: {check.line} {check.notes}")
    assert RANK[check.verdict] <= RANK[RUNGS[kind]]


@settings(max_examples=60, deadline=None)
@given(
    spots,
    st.integers(4, 40),
    st.integers(0, 10**7),
    st.integers(0, 10**7),
    st.sampled_from(["", "%", "th", ".5"]),
)
def test_a_changed_digit_is_never_better_than_altered(spot, length, number, other, tail):
    words = sliced(spot, length).split()
    text = " ".join([*words[:2], f"{number}{tail}", *words[2:]])
    changed = " ".join([*words[:2], f"{other}{tail}", *words[2:]])
    check = ask(changed, f"{TEXT[:300]} {text} {TEXT[-300:]}")
    assert (number == other) == check.verdict.is_clean


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60), st.text(max_size=200))
def test_nothing_written_breaks_it(exact, text):
    check = ask(exact, text, prefix=exact, suffix=text, pages=exact)
    assert check.verdict in Verdict
    assert check.line is not None


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="[]().…'\"-¹\u00ad\ud800\x00a1 \nB한中", max_size=80))
def test_marks_of_every_kind_break_nothing(exact):
    assert ask(exact, f"{exact} and the harvest was possible in every province {exact}").verdict in Verdict


def test_the_same_bytes_come_out_twice():
    asked = [Quotation(id=str(spot), exact=sliced(spot, 9)) for spot in range(0, 900, 30)]
    texts = [SourceText("one", TEXT), SourceText("two", TEXT[2000:])]
    assert check_quotations(asked, texts) == check_quotations(asked, texts)
    assert two_wordings(asked) == two_wordings(asked)


def test_a_bracket_is_told_as_one_where_the_word_before_it_stands_a_second_time():
    words = "Drawainthiist misenkater of arlosen armisenfex to ashlodra, which fexarbelthi lomivolfex"
    text = f"on penfex and in quiar which rudgortolbel on and. {words} to rudist wainquifexbel nogorter"
    for quote in (f"on [Aldermere] {words}", words.replace("Drawainthiist", "on and. [Aldermere]")):
        assert ask(quote, text).verdict is Verdict.EDITED
