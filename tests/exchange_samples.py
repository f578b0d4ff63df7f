# ruff: noqa: E501  # other programs' lines are as long as they are
"""Small files in other formats, written for these tests."""

AIF = """{
 "nodes": [
  {"nodeID": "1", "text": "The fire began in the bakery.", "type": "I", "timestamp": "2020-01-01 10:00:00"},
  {"nodeID": "2", "text": "The oven was left burning.", "type": "I", "timestamp": ""},
  {"nodeID": "3", "text": "The house that burns first is where a fire begins.", "type": "I"},
  {"nodeID": "4", "text": "The baker says that the oven was cold.", "type": "I"},
  {"nodeID": "5", "text": "The watchman was drunk.", "type": "I"},
  {"nodeID": "10", "text": "Expert Opinion", "type": "RA", "scheme": "Argument From Expert Opinion"},
  {"nodeID": "11", "text": "Default Conflict", "type": "CA"},
  {"nodeID": "12", "text": "Default Conflict", "type": "CA"},
  {"nodeID": "13", "text": "Default Rephrase", "type": "MA"},
  {"nodeID": "20", "text": "Ann Lee : the fire began in the bakery", "type": "L"},
  {"nodeID": "21", "text": "Asserting", "type": "YA", "scheme": "Asserting"},
  {"nodeID": "22", "text": "Default Transition", "type": "TA"},
  {"nodeID": "23", "text": "Bob : really?", "type": "L"},
  {"nodeID": "1", "text": "The fire began in the bakery.", "type": "I", "timestamp": "2020-01-01 10:00:00"}
 ],
 "edges": [
  {"edgeID": "1", "fromID": "2", "toID": "10", "formEdgeID": null},
  {"edgeID": "2", "fromID": "3", "toID": "10", "formEdgeID": null},
  {"edgeID": "3", "fromID": "10", "toID": "1", "formEdgeID": null},
  {"edgeID": "4", "fromID": "4", "toID": "11", "formEdgeID": null},
  {"edgeID": "5", "fromID": "11", "toID": "1", "formEdgeID": null},
  {"edgeID": "6", "fromID": "5", "toID": "12", "formEdgeID": null},
  {"edgeID": "7", "fromID": "12", "toID": "10", "formEdgeID": null},
  {"edgeID": "8", "fromID": "5", "toID": "13", "formEdgeID": null},
  {"edgeID": "9", "fromID": "13", "toID": "4", "formEdgeID": null},
  {"edgeID": "10", "fromID": "20", "toID": "21", "formEdgeID": null},
  {"edgeID": "11", "fromID": "21", "toID": "1", "formEdgeID": null},
  {"edgeID": "12", "fromID": "20", "toID": "22", "formEdgeID": null},
  {"edgeID": "13", "fromID": "22", "toID": "23", "formEdgeID": null},
  {"edgeID": "14", "fromID": "99", "toID": "1", "formEdgeID": null},
  {"edgeID": "1", "fromID": "2", "toID": "10", "formEdgeID": null}
 ],
 "locutions": []
}"""

XAIF = """{"AIF": {
  "nodes": [{"nodeID": 0, "text": "It rained.", "type": "I"}, {"nodeID": 1, "text": "The street is wet.", "type": "I"},
            {"nodeID": 2, "text": "Default Inference", "type": "RA"},
            {"nodeID": 3, "text": "It rained.", "type": "L"}, {"nodeID": 4, "text": "Asserting", "type": "YA"}],
  "edges": [{"edgeID": 0, "fromID": 1, "toID": 2}, {"edgeID": 1, "fromID": 2, "toID": 0},
            {"edgeID": 2, "fromID": 3, "toID": 4}, {"edgeID": 3, "fromID": 4, "toID": 0}],
  "schemefulfillments": null, "descriptorfulfillments": null,
  "participants": [{"participantID": 7, "firstname": "Ann", "surname": "Lee"}],
  "locutions": [{"nodeID": 3, "personID": 7}]},
 "OVA": {"nodes": [{"nodeID": 0, "x": 3}], "edges": []},
 "text": {"txt": "<span>It rained.</span>"}, "dialog": true}"""

AIF_RDF = """<?xml version="1.0"?>
<!DOCTYPE rdf:RDF [
  <!ENTITY http "http://">
  <!ENTITY aif "http://www.arg.tech/aif#">
]>
<rdf:RDF xmlns="http://www.w3.org/2002/07/owl#" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
         xmlns:aif="http://www.arg.tech/aif#">
  <Ontology rdf:about="&http;example.org/nodes"/>
  <NamedIndividual rdf:about="&http;example.org/nodes/1">
    <rdf:type rdf:resource="&aif;I-node"/>
    <aif:claimText>The street is wet &amp; slippery.</aif:claimText>
    <aif:Conclusion rdf:resource="&http;example.org/nodes/3"/>
    <aif:Conclusion rdf:resource="&http;example.org/nodes/5"/>
  </NamedIndividual>
  <NamedIndividual rdf:about="&http;example.org/nodes/2">
    <rdf:type rdf:resource="&aif;I-node"/>
    <aif:claimText>It rained.</aif:claimText>
    <aif:Premise rdf:resource="&http;example.org/nodes/3"/>
  </NamedIndividual>
  <NamedIndividual rdf:about="&http;example.org/nodes/3">
    <rdf:type rdf:resource="&aif;RA-node"/>
    <aif:Premise rdf:resource="&http;example.org/nodes/2"/>
    <aif:Conclusion rdf:resource="&http;example.org/nodes/1"/>
    <aif:creationDate>2020-01-01</aif:creationDate>
  </NamedIndividual>
  <NamedIndividual rdf:about="&http;example.org/nodes/4">
    <rdf:type rdf:resource="&aif;I-node"/>
    <aif:claimText>The sun shines.</aif:claimText>
  </NamedIndividual>
  <NamedIndividual rdf:about="&http;example.org/nodes/5">
    <rdf:type rdf:resource="&aif;CA-node"/>
    <aif:Premise rdf:resource="&http;example.org/nodes/4"/>
    <aif:Conclusion rdf:resource="&http;example.org/nodes/1"/>
  </NamedIndividual>
</rdf:RDF>
"""

TURTLE = """@prefix aif: <http://www.arg.dundee.ac.uk/aif#> .
@prefix n: <http://example.org/n/> .
# a comment
n:1 a aif:I-node ; aif:claimText "The street is \\"wet\\"."@en .
n:2 a aif:I-node ; aif:claimText \"\"\"It
rained.\"\"\" .
n:3 a aif:RA-node ;
    aif:Premise n:2 ;
    aif:Conclusion n:1 .
"""

SADFACE = """{"metadata": {"core": {"title": "The street", "analyst_name": "Ann", "id": "m1"}},
 "nodes": [
  {"id": "c4f1a7a0-0000-4000-8000-000000000001", "type": "atom", "text": "The street is wet.", "sources": []},
  {"id": "c4f1a7a0-0000-4000-8000-000000000002", "type": "atom", "text": "It rained.", "sources": []},
  {"id": "c4f1a7a0-0000-4000-8000-000000000003", "type": "atom", "text": "The sun shines.", "sources": []},
  {"id": "s1", "type": "scheme", "name": "support"}, {"id": "s2", "type": "scheme", "name": "attack"}],
 "edges": [
  {"id": "e1", "source_id": "c4f1a7a0-0000-4000-8000-000000000002", "target_id": "s1"},
  {"id": "e2", "source_id": "s1", "target_id": "c4f1a7a0-0000-4000-8000-000000000001"},
  {"id": "e3", "source_id": "c4f1a7a0-0000-4000-8000-000000000003", "target_id": "s2"},
  {"id": "e4", "source_id": "s2", "target_id": "s1"}],
 "resources": []}"""

ARGDOWN = """===
title: The fire
model: {mode: loose}
===

# What happened

[Bakery]: The fire began in the **bakery**. #cause {kind: causal, source: town book}
    + <Oven>: The oven was left burning.
        - [Cold]: The baker says that it was cold. // he would
        _ <Drunk>: The watch was drunk.
    - [Cold]
    >< [Mill]: The fire began
      in the mill.

/* not
   here */
## How we know

<Smoke>: Smoke was seen.

(1) [Seen]: The watch saw smoke behind the bakery.
(2) Where smoke is, fire is. #law
--
Sign {because: It is a rule.}
--
    <_ <Drunk>
(3) There was fire in the bakery.
(4) It had not come from elsewhere.
----
(5) [Bakery]

<Oven>
    <+ [Seen]
"""

ARGDOWN_JSON = """{
 "arguments": {"A": {"type": "argument", "title": "A", "members": [{"type": "argument-description", "text": "Drift."}],
   "pcs": [{"type": "statement", "role": "premise", "title": "Rain", "text": "It rained."},
           {"type": "statement", "role": "premise", "title": "Untitled 1", "text": "Rain wets streets."},
           {"type": "statement", "role": "main-conclusion", "title": "Wet", "text": "The street is wet.",
            "inference": {"type": "inference", "inferenceRules": ["Modus Ponens"]}}]},
  "B": {"type": "argument", "title": "B", "members": [{"text": "The sun shines."}]}},
 "statements": {"Rain": {"type": "equivalence-class", "title": "Rain", "members": [{"text": "It rained."}]},
  "Untitled 1": {"type": "equivalence-class", "title": "Untitled 1", "members": [{"text": "Rain wets streets."}]},
  "Wet": {"type": "equivalence-class", "title": "Wet",
          "members": [{"text": "The street is wet.", "tags": ["street"]}, {"isReference": true, "text": ""}]}},
 "relations": [
  {"type": "relation", "relationType": "attack", "from": "B", "fromType": "argument", "to": "Wet", "toType": "equivalence-class"},
  {"type": "relation", "relationType": "undercut", "from": "B", "fromType": "argument", "to": "A", "toType": "inference"}]}"""

AML = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE ARG SYSTEM "argument.dtd">
<ARG>
  <SCHEMESET><SCHEME><NAME>Argument from Expert Opinion</NAME></SCHEME></SCHEMESET>
  <TEXT>It rained, says Ann, so the street is wet.</TEXT>
  <EDATA><AUTHOR>Ann</AUTHOR><DATE>2020</DATE></EDATA>
  <AU>
    <PROP identifier="A" missing="no"><PROPTEXT offset="0">The street is wet.</PROPTEXT>
      <INSCHEME scheme="Argument from Expert Opinion" schid="0"/></PROP>
    <REFUTATION><AU><PROP identifier="F" missing="yes"><PROPTEXT offset="-1">The sun shines.</PROPTEXT></PROP></AU></REFUTATION>
    <LA>
      <AU><PROP identifier="B" missing="no"><PROPTEXT offset="0">Ann says that it rained.</PROPTEXT><OWNER name="Ann"/>
        <INSCHEME scheme="Argument from Expert Opinion" schid="0"/></PROP></AU>
      <AU><PROP identifier="C" missing="yes"><PROPTEXT offset="-1">Ann knows.</PROPTEXT>
        <INSCHEME scheme="Argument from Expert Opinion" schid="0"/></PROP></AU>
    </LA>
    <CA>
      <AU><PROP identifier="D" missing="no"><PROPTEXT offset="0">Shoes are wet.</PROPTEXT></PROP>
        <CA><AU><PROP identifier="B" missing="no"><PROPTEXT offset="0">Ann says that it rained.</PROPTEXT></PROP></AU></CA></AU>
      <AU><PROP identifier="E" missing="no"><PROPTEXT offset="0">Cars splash.</PROPTEXT></PROP></AU>
    </CA>
  </AU>
</ARG>
"""

AGXML = """<?xml version='1.0' encoding='UTF-8'?>
<arggraph id="micro_x1" topic_id="wet_streets" stance="pro">
  <edu id="e1"><![CDATA[The street is wet.]]></edu><edu id="e2"><![CDATA[It rained]]></edu>
  <edu id="e3"><![CDATA[all night.]]></edu><edu id="e4"><![CDATA[The roof leaked, too.]]></edu>
  <edu id="e5"><![CDATA[But the roof is over the street.]]></edu><edu id="e6"><![CDATA[The sun shines.]]></edu>
  <edu id="e7"><![CDATA[Last Monday it was the same.]]></edu>
  <joint id="j1"/>
  <adu id="a1" type="pro"/><adu id="a2" type="pro"/><adu id="a4" type="pro"/><adu id="a5" type="opp"/>
  <adu id="a6" type="opp"/><adu id="a7" type="pro"/>
  <edge id="s1" src="e1" trg="a1" type="seg"/><edge id="j2" src="e2" trg="j1" type="seg"/>
  <edge id="j3" src="e3" trg="j1" type="seg"/><edge id="s2" src="j1" trg="a2" type="seg"/>
  <edge id="s4" src="e4" trg="a4" type="seg"/><edge id="s5" src="e5" trg="a5" type="seg"/>
  <edge id="s6" src="e6" trg="a6" type="seg"/><edge id="s7" src="e7" trg="a7" type="seg"/>
  <edge id="c3" src="a5" trg="c1" type="und"/><edge id="c2" src="a4" trg="c1" type="add"/>
  <edge id="c1" src="a2" trg="a1" type="sup"/><edge id="c4" src="a6" trg="a1" type="reb"/>
  <edge id="c5" src="a7" trg="a1" type="exa"/>
</arggraph>
"""

JSONLD = """{"@context": {"aif": "http://www.arg.tech/aif#", "n": "http://example.org/n/"},
 "@graph": [
  {"@id": "n:1", "@type": "aif:I-node", "aif:claimText": "The street is wet.", "aif:Conclusion": {"@id": "n:3"}},
  {"@id": "n:2", "@type": "aif:I-node", "aif:claimText": {"@value": "It rained.", "@language": "en"}},
  {"@id": "n:3", "@type": ["aif:RA-node"], "aif:Premise": [{"@id": "n:2"}], "aif:Conclusion": {"@id": "n:1"}},
  {"@id": "n:4", "@type": "aif:CA-node", "aif:Conclusion": {"@id": "n:3"},
   "aif:Premise": {"@id": "n:5", "@type": "aif:I-node", "aif:claimText": "The sun shines."}},
  {"@id": "n:6", "@type": "aif:L-node", "aif:claimText": "Ann : it is wet", "aif:source": "Ann"},
  {"@id": "n:7", "@type": "aif:YA-node", "aif:schemeName": "Asserting", "aif:Locution": {"@id": "n:6"},
   "aif:IllocutionaryContent": {"@id": "n:1"}}]}
"""
