import pytest

from argmap.manuscript.quotes.records import Verdict
from manuscript.quotes.asking import ask, ask_all
from manuscript.quotes.source_words import CABLE


@pytest.mark.parametrize(
    ("exact", "verdict"),
    [
        ("Stalin did not approve the attack at once", Verdict.EXACT),
        ("Stalin did not approve the attack at once; he asked, on\n14 May,", Verdict.EXACT),
        ("the oﬃcers agreed", Verdict.TYPOGRAPHIC),
        ("The officers agreed.", Verdict.TYPOGRAPHIC),
        ('"We will fight," said the chairman', Verdict.TYPOGRAPHIC),
        ("others understood the figure as 100 million", Verdict.TYPOGRAPHIC),
        ("It was a well-known fact. The delegation", Verdict.TYPOGRAPHIC),
        ("It was a well–known fact.", Verdict.TYPOGRAPHIC),
        ("left for Peking the next day", Verdict.TYPOGRAPHIC),
        ("the railways - old as they were - carried it", Verdict.TYPOGRAPHIC),
        ("stalin did not approve the attack", Verdict.TYPOGRAPHIC),
        ("The harvest … carried it to the coast", Verdict.ELIDED),
        ("The harvest was possible [...] to the coast", Verdict.ELIDED),
        ("The harvest was possible . . . to the coast.", Verdict.ELIDED),
        ("The harvest was possible (…) to the coast", Verdict.ELIDED),
        ("… The harvest was possible in every province …", Verdict.ELIDED),
        ("[t]he harvest was possible [sic] in every province", Verdict.EDITED),
        ("[The crop] was possible in every province", Verdict.EDITED),
        ("The harvest [of that autumn, which was a good one] was possible in every province", Verdict.EDITED),
        ("the railways—old as they were—carr[y] it to the coast", Verdict.EDITED),
        ("The crop was possible in every province, and the railways", Verdict.ALTERED),
        ("The harvest was possible in every Province, and the railways", Verdict.ALTERED),
        ("The harvest was possible in every province and the railways", Verdict.ALTERED),
        ("It was a well known fact", Verdict.ALTERED),
        ("The officers agreed!", Verdict.ALTERED),
        ("The harvest was xoxxible ix exexy provxxce, axd txe raixwxys", Verdict.NEAR),
        ("The moon is made of green cheese", Verdict.ABSENT),
        ("– … —", Verdict.UNREADABLE),
        ("", Verdict.UNREADABLE),
    ],
)
def test_the_ladder_has_a_rung_for_each(exact, verdict):
    assert ask(exact).verdict is verdict


def test_a_span_is_in_the_characters_of_the_source():
    check = ask("left for Peking the next day.")
    assert CABLE[slice(*check.span)] == "left for Peking³ the next day"


def test_an_alteration_is_shown_word_by_word():
    check = ask("The crop was possible in every province, and the railways")
    assert check.line == "The [-harvest-] {+crop+} was possible in every province , and the railways"


def test_a_lighter_alteration_is_named():
    assert ask("The harvest was possible in every province and the railways").notes == (
        "only punctuation differs",
    )


def test_the_words_an_ellipsis_left_out_are_counted():
    assert ask("The harvest … in every province, and the railways … carried it").gaps == (2, 4)


def test_parts_in_the_wrong_order_are_altered():
    check = ask("carried it to the coast … The harvest was possible in every province")
    assert check.verdict is Verdict.ALTERED
    assert "order" in check.notes[0]


def test_the_ellipsis_of_the_source_is_no_omission():
    text = "The envoy began to speak and then … he stopped, and nobody in the hall said another word."
    assert ask("began to speak and then ... he stopped", text).verdict is Verdict.TYPOGRAPHIC


def test_brackets_of_the_source_are_no_editing():
    text = "The copy reads: the King [of the islands] wrote to his brother, and the brother kept the letter."
    assert ask("the King [of the islands] wrote to his brother", text).verdict is Verdict.EXACT


def test_a_missing_part_is_named():
    check = ask("The harvest was possible in every province … and the moon is cheese")
    assert check.verdict in (Verdict.ALTERED, Verdict.NEAR)
    assert any("not there" in note for note in check.notes)


@pytest.mark.parametrize("text", [None, "", "1 2 3", " \n ", "…!?"])
def test_a_text_that_could_not_be_read_is_never_a_pass(text):
    assert ask("The harvest was possible", text).verdict is Verdict.UNREADABLE


def test_a_garbled_text_is_not_said_to_lack_a_quotation():
    garbled = "\ufffd\ufffd ~~ || (( \ufffd )) ab \ufffd\ufffd ;; " * 50
    assert ask("The harvest was possible", garbled).verdict is Verdict.UNREADABLE


def test_a_cited_text_that_is_not_here_is_not_said_to_lack_a_quotation():
    check = ask("The moon is made of green cheese", source="almanac")
    assert (check.verdict, check.notes) == (Verdict.UNREADABLE, ("'almanac' is not here",))


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        (
            "스탈린은 처음에는 공격을 승인하였으나 중국의 동의를 요구하였다. "
            "김일성은 다음 날 평양으로 돌아갔다.",
            "중국의 동의를 요구하였다",
        ),
        (
            "Сталин потребовал согласия китайцев, и делегация уехала в Пекин на следующий день.",
            "делегация уехала в Пекин",
        ),
        (
            "斯大林要求得到中国的同意,代表团第二天前往北京。金日成在平壤等待消息,随后返回。",
            "代表团第二天前往北京",
        ),
        (
            "スターリンは中国の同意を求め、代表団は翌日北京へ向かった。金日成は平壌で知らせを待った。",
            "代表団は翌日北京へ",
        ),
    ],
)
def test_every_script_is_read(text, exact):
    longer = text * 3 + "~" + text
    assert ask(exact, text).verdict is Verdict.EXACT
    assert len(ask(exact, longer).others) == 3
    changed = exact[:3] + exact[2] + exact[4:]
    assert ask(changed, text).verdict in (Verdict.ALTERED, Verdict.ABSENT, Verdict.NEAR)


def test_composed_and_decomposed_hangul_agree():
    import unicodedata

    text = unicodedata.normalize("NFD", "대표단은 다음 날 북경으로 떠났고 아무도 놀라지 않았다.")
    assert ask("다음 날 북경으로 떠났고", text).verdict is Verdict.TYPOGRAPHIC


@pytest.mark.parametrize("exact", ["said the chairman", "the 38th parallel", "a", "fact", "It was"])
def test_short_quotations_are_found(exact):
    assert ask(exact).verdict.is_clean


def test_many_texts_are_looked_in_at_once():
    texts = {"almanac": "The moon is made of green cheese, they used to say in the hills.", "cable": CABLE}
    assert ask_all("made of green cheese", texts).text == "almanac"
    assert ask_all("left for Peking³ the next day", texts).text == "cable"
