"""CAF and LKIF, the XML of the earlier Carneades programs."""

import pytest

from argmap.exchange.registry import read
from argmap.model.errors import UnreadableError
from argmap.verdict.judgement import judge

LKIF = """<?xml version="1.0"?>
<lkif>
 <argument-graphs><argument-graph id="g" title="The mill" main-issue="guilt">
  <statements>
   <statement id="guilt" value="unknown" assumption="false" standard="BA"><s>He did it.</s></statement>
   <statement id="w1" value="true" standard="BA"><s>Anna says so.</s></statement>
   <statement id="w2" value="true" standard="BA"><s>Bo <i>denies</i> it.</s></statement>
   <statement id="lies" value="true" standard="BA"><s>Anna lies.</s></statement>
   <statement id="moon" value="unknown" assumption="true" standard="XX"><s>The moon shone.</s></statement>
  </statements>
  <arguments>
   <argument id="a1" title="First" direction="pro" scheme="witness testimony" weight="0.5">
    <conclusion statement="guilt"/>
    <premises>
     <premise polarity="positive" type="ordinary" role="witness" statement="w1"/>
     <premise polarity="positive" type="exception" role="" statement="lies"/>
    </premises>
   </argument>
   <argument id="a2" direction="con" weight="0.4"><conclusion statement="guilt"/>
    <premises><premise polarity="positive" type="ordinary" statement="w2"/></premises></argument>
   <argument id="a3" direction="pro"><conclusion statement="gone"/>
    <premises><premise polarity="negative" type="ordinary" statement="guilt"/></premises></argument>
  </arguments>
 </argument-graph></argument-graphs>
 <theory id="t"/>
</lkif>"""

CAF = """<?xml version="1.0"?>
<caf version="1.3">
 <metadata creator="X" title="The mill"><descriptions><description lang="en">Long.</description>
</descriptions></metadata>
 <statements>
  <statement id="urn:uuid:bc4c9f3b-59a4-47c6-a77c-7e18fcc2a48f" standard="CCE" main="true" value="0.0">
   <descriptions><description lang="de">Es brannte.</description>
    <description lang="en">It
     burned.</description></descriptions></statement>
  <statement id="urn:uuid:111c9f3b-59a4-47c6-a77c-7e18fcc2a48f" weight="1.0">
   <descriptions><description lang="en">Smoke was seen.</description></descriptions></statement>
  <statement id="urn:uuid:60b7c23f-643b-4a0c-9830-e781584fa486" atom="(undercut urn:uuid:a1)">
<descriptions/></statement>
  <statement id="urn:uuid:222c9f3b-59a4-47c6-a77c-7e18fcc2a48f" weight="0.9">
   <descriptions><description>It was fog.</description></descriptions></statement>
 </statements>
 <arguments>
  <argument id="urn:uuid:a1" strict="true" pro="true" scheme="abduction" weight="0.5">
   <conclusion statement="urn:uuid:bc4c9f3b-59a4-47c6-a77c-7e18fcc2a48f"/>
   <premises><premise positive="true" role="minor" implicit="true"
     statement="urn:uuid:111c9f3b-59a4-47c6-a77c-7e18fcc2a48f"/></premises></argument>
  <argument id="urn:uuid:a2" pro="true">
<conclusion statement="urn:uuid:60b7c23f-643b-4a0c-9830-e781584fa486"/>
   <premises><premise positive="true" statement="urn:uuid:222c9f3b-59a4-47c6-a77c-7e18fcc2a48f"/>
</premises></argument>
  <argument id="urn:uuid:a3" pro="false">
<conclusion statement="urn:uuid:bc4c9f3b-59a4-47c6-a77c-7e18fcc2a48f"/>
   <premises><premise positive="true" statement="urn:uuid:222c9f3b-59a4-47c6-a77c-7e18fcc2a48f"/>
</premises></argument>
 </arguments>
 <references><metadata key="R1" title="Town roll" date="1508-03" creator="Town"/></references>
</caf>"""


def test_lkif_exceptions_undercut_and_con_arguments_speak_against() -> None:
    found = read(LKIF.encode(), "mill.xml")
    guilt = found.project.claims["guilt"]
    assert guilt.pro[0].premises == ("w1",)
    assert guilt.pro[0].unless == ("lies",)
    assert guilt.pro[0].scheme == "witness-testimony"
    assert guilt.con[0].premises == ("w2",)
    assert found.project.settings.title == "The mill"
    assert found.project.settings.thesis == "guilt"
    judged = judge(found.project)
    assert judged["guilt"].verdict != "supported"
    assert judged["not-guilt"].verdict == "supported"
    assert judged["gone"].verdict == "supported"


def test_lkif_reports_what_it_cannot_keep() -> None:
    types = {each.type for each in read(LKIF.encode(), "mill.xml").loss.losses}
    assert {"section", "statement.standard", "statement.assumption", "argument.role", "statement"} <= types


def test_caf_statements_about_arguments_undercut_them() -> None:
    found = read(CAF.encode(), "mill.xml")
    project = found.project
    fire = project.claims[project.settings.thesis or ""]
    assert fire.text == "It burned."
    assert fire.standard == "clear-and-convincing"
    (by,) = fire.pro[0].unless
    assert "undercut" in project.claims[by].text
    assert project.claims["it-was-fog"].text == "It was fog."
    assert fire.con[0].premises == ("it-was-fog",)
    assert project.sources["r1"].title == "Town roll"
    types = {each.type for each in found.loss.losses}
    assert {"metadata", "statement.value", "argument.strict", "premise.implicit", "statement.meta"} <= types


@pytest.mark.parametrize("tag", ["lkif", "caf"])
def test_a_file_with_nothing_in_it_fails(tag: str) -> None:
    with pytest.raises(UnreadableError):
        read(f"<{tag}/>".encode(), "x.xml")


@pytest.mark.parametrize("form", ["lkif", "caf", "graphml"])
@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><x>&c;</x>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
        "<x>" * 100_000 + "</x>" * 100_000,
        "<x><y></x>",
        "no xml at all",
    ],
)
def test_attacks_and_broken_files_end_in_one_message(form: str, text: str) -> None:
    root = {"lkif": "lkif", "caf": "caf", "graphml": "graphml"}[form]
    with pytest.raises(UnreadableError):
        read(text.replace("<x>", f"<{root}>", 1).replace("</x>", f"</{root}>").encode(), "a.xml", form)


def test_odd_attributes_are_reported_and_the_rest_is_read() -> None:
    text = """<lkif><argument-graphs><argument-graph><statements><statement/><statement id="a"/>
</statements>
    <arguments><argument/><argument id="x" weight="9"><conclusion statement="zz"/><premises>
<premise statement="a"/>
    </premises></argument></arguments></argument-graph></argument-graphs></lkif>"""
    found = read(text.encode(), "x.xml")
    assert found.project.claims["zz"].pro[0].premises == ("a",)
    assert {"statement", "argument"} <= {each.type for each in found.loss.losses}
