"""GraphML: ours comes back the same; plain, yEd's and Argunet's are understood."""

import pytest
from hypothesis import HealthCheck, given, settings

from argmap.exchange.registry import read, write
from argmap.model.errors import UnreadableError
from argmap.model.project import Project
from argmap.verdict.judgement import judge
from exchange_maps import there_and_back
from exchange_rich import rich_maps

HEAD = '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml"'
PLAIN = f"""{HEAD}>
<key id="d0" for="node" attr.name="text" attr.type="string"/>
<key id="d1" for="edge" attr.name="relation" attr.type="string"><default>supports</default></key>
<graph edgedefault="directed">
<node id="a"><data key="d0">The fire began here.</data></node>
<node id="b"><data key="d0">The oven burned.</data></node>
<node id="c"><data key="d0">The baker denies it.</data></node>
<edge source="b" target="a"/><edge source="c" target="a"><data key="d1">attacks</data></edge>
<edge source="c" target="zz"/><edge source="b" target="a"/></graph></graphml>"""

YED = f"""{HEAD}>
<key for="node" id="d6" yfiles.type="nodegraphics"/><key for="edge" id="d10" yfiles.type="edgegraphics"/>
<graph edgedefault="directed" id="G">
<node id="n0" yfiles.foldertype="group"><data key="d6"><y:ProxyAutoBoundsNode><y:Realizers>
<y:GroupNode><y:NodeLabel>Causes</y:NodeLabel></y:GroupNode></y:Realizers></y:ProxyAutoBoundsNode></data>
<graph id="n0:"><node id="n0::n0"><data key="d6"><y:ShapeNode><y:NodeLabel>The fire
began here.</y:NodeLabel></y:ShapeNode></data></node></graph></node>
<node id="n1"><data key="d6"><y:ShapeNode><y:NodeLabel>The oven burned.</y:NodeLabel></y:ShapeNode>
</data></node>
<node id="n2"><data key="d6"><y:ShapeNode><y:NodeLabel>Wind blew.</y:NodeLabel></y:ShapeNode></data></node>
<node id="n3"><data key="d6"><y:ShapeNode><y:Shape type="ellipse"/></y:ShapeNode></data></node>
<node id="n4"><data key="d6"><y:ShapeNode><y:NodeLabel>He denies it.</y:NodeLabel></y:ShapeNode></data>
</node>
<edge id="e0" source="n1" target="n3"/><edge id="e1" source="n2" target="n3"/>
<edge id="e2" source="n3" target="n0::n0"><data key="d10"><y:PolyLineEdge><y:LineStyle color="#008000"/>
</y:PolyLineEdge></data></edge>
<edge id="e3" source="n4" target="n0::n0"><data key="d10"><y:PolyLineEdge><y:LineStyle color="#FF0000"/>
</y:PolyLineEdge></data></edge>
</graph></graphml>"""


ARGUNET = """<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:arg="http://www.argunet.org/xml/argml">
<key attr.name="arg.node" for="node" id="d2"/><key attr.name="arg.edge" for="edge" id="d4"/>
<key attr.name="arg.debate" id="d0"/>
<data key="d0"><arg:map><arg:mapTitle>The grid</arg:mapTitle></arg:map></data>
<graph edgedefault="directed" id="G">
<node id="n1" yfiles.foldertype="group"><data key="d2"><arg:group id="19"><arg:title>Critics</arg:title>
</arg:group></data>
<graph id="n1:"><node id="n1::n2"><data key="d2"><arg:argument id="88"><arg:title>Storage</arg:title>
</arg:argument></data></node></graph></node>
<node id="n3"><data key="d2"><arg:thesis id="77"><arg:title>T</arg:title>
<arg:content>Grids must grow.</arg:content></arg:thesis></data></node>
<node id="n4"><data key="d2"><arg:argument id="5"><arg:title>Need</arg:title>
<arg:proposition id="51" type="premise"><arg:content>Demand grows.</arg:content></arg:proposition>
<arg:proposition id="52" type="premise"><arg:content>Lines are full.</arg:content></arg:proposition>
<arg:proposition id="53" type="conclusion"><arg:content>More lines are needed.</arg:content>
</arg:proposition></arg:argument></data></node>
<edge id="e1" source="n4" target="n3"><data key="d4"><arg:edge type="support" sourcePropositionId="53"/>
</data></edge>
<edge id="e2" source="n1::n2" target="n4"><data key="d4"><arg:edge type="sketchedAttack"/></data></edge>
<edge id="e3" source="n1::n2" target="n4"><data key="d4">
<arg:edge type="attack" targetPropositionId="51"/></data></edge>
</graph></graphml>"""


def test_a_plain_graph_is_read_by_its_data() -> None:
    found = read(PLAIN.encode(), "x.graphml")
    fire = found.project.claims["a"]
    assert fire.pro[0].premises == ("b",)
    assert fire.con[0].premises == ("c",)
    assert [each.type for each in found.loss.losses] == ["edge", "edge"]


def test_colours_groups_and_junctions_of_yed_mean_something() -> None:
    found = read(YED.encode(), "x.graphml")
    fire = found.project.claims["the-fire-began-here"]
    assert fire.text == "The fire began here."
    assert fire.section == "Causes"
    assert fire.pro[0].premises == ("the-oven-burned", "wind-blew")
    assert fire.con[0].premises == ("he-denies-it",)


def test_edges_without_a_word_are_read_as_support_and_reported() -> None:
    found = read(PLAIN.replace("<default>supports</default>", "").encode(), "x.graphml")
    assert found.project.claims["a"].pro[0].premises == ("b",)
    assert any("read as support" in each.why for each in found.loss.losses)


def test_arguments_of_argunet_keep_premises_and_conclusion() -> None:
    found = read(ARGUNET.encode(), "x.graphml")
    project = found.project
    assert project.settings.title == "The grid"
    assert project.claims["storage"].section == "Critics"
    step = project.claims["more-lines-are-needed"].pro[0]
    assert step.premises == ("demand-grows", "lines-are-full")
    assert step.unless == ("storage",)
    assert project.claims["demand-grows"].con[0].premises == ("storage",)
    assert project.claims["t"].pro[0].premises == ("more-lines-are-needed",)


def test_a_node_that_stands_for_an_argument_joins_its_premises() -> None:
    text = f"""{HEAD}><key id="k" for="node" attr.name="type"/><key id="l" for="node" attr.name="label"/>
<key id="w" for="edge" attr.name="label"/><graph edgedefault="directed"><node id="p">
<data key="l">P</data></node><node id="q">
<data key="l">Q</data></node>
<node id="u"><data key="l">U</data></node><node id="r"><data key="k">CA</data></node><node id="c">
<data key="l">C</data></node>
<edge source="p" target="r"/><edge source="q" target="r"/><edge source="u" target="r">
<data key="w">undercuts</data></edge>
<edge source="r" target="c"/></graph></graphml>"""
    found = read(text.encode(), "x")
    argument = found.project.claims["c"].con[0]
    assert argument.premises == ("p", "q")
    assert argument.unless == ("u",)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(rich_maps())
def test_a_map_comes_back_the_same(project: Project) -> None:
    back = there_and_back(project, "graphml")
    assert dict(back.claims) == dict(project.claims)
    assert dict(back.evidence) == dict(project.evidence)
    assert back.settings.title == project.settings.title


def test_the_same_map_gives_the_same_bytes() -> None:
    project = read(PLAIN.encode(), "x").project
    assert write(judge(project), "graphml").files == write(judge(project), "graphml").files


def test_a_graph_without_statements_fails() -> None:
    with pytest.raises(UnreadableError):
        read(f'{HEAD}><graph edgedefault="directed"/></graphml>'.encode(), "x.graphml")
