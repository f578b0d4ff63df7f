"""Maps as sources of pictures: DOT for Graphviz and flowcharts of Mermaid; out."""

import textwrap
from collections.abc import Iterator, Mapping

from argmap.exchange.flatten import flat_steps, tell_losses
from argmap.exchange.loss import LossReport
from argmap.exchange.registry import Exported, exporter
from argmap.exchange.texts import clean
from argmap.verdict.judgement import MARKS, Judgement

FOR, AGAINST = "#0060A8", "#B84300"
WIDTH = 34
"""Characters of a line in a node."""

_HOLDS = {
    "claims": ("text",),
    "evidence": ("shows", "challenged_by"),
    "arguments": ("unless",),
    "settings": ("title",),
}
_MERMAID = {'"': "#quot;", "<": "#lt;", ">": "#gt;", "#": "#35;", "`": "#96;", "&": "#amp;"}


@exporter("dot", "DOT (Graphviz)", ".dot")
def write_dot(judgement: Judgement) -> Exported:
    """Write a map as a plain graph for Graphviz; ``argmap draw`` makes finished pictures."""
    loss = LossReport()
    tell_losses(judgement.project, loss, _HOLDS)
    return Exported({"": ("\n".join(_dot(judgement)) + "\n").encode()}, loss)


def _dot(judgement: Judgement) -> Iterator[str]:
    project = judgement.project
    yield "digraph map {"
    yield f"  graph [label={_quoted(project.settings.title)}, labelloc=t, rankdir=BT, fontname=Helvetica]"
    yield "  node [shape=box, style=rounded, fontname=Helvetica, fontsize=11]"
    yield "  edge [fontname=Helvetica, fontsize=9]"
    for key, claim in project.claims.items():
        verdict = judgement.verdicts[key]
        label = _quoted(f"{verdict.mark} {claim.text}", wrap=True)
        yield f"  {_quoted(key)} [label={label}, tooltip={_quoted(str(verdict))}]"
    for key, item in project.evidence.items():
        yield f"  {_quoted(key)} [label={_quoted(item.shows, wrap=True)}, shape=note, style=solid]"
    known = project.claims.keys() | project.evidence.keys()
    for step in flat_steps(project):
        premises = [p for p in step.argument.premises if p in known]
        undercutters = [u for u in step.argument.unless if u in known]
        look, sign = _LOOKS[step.side], _quoted(_SIGNS[step.side])
        node = premises[0] if len(premises) == 1 and not undercutters else step.id
        if node == step.id and premises:
            yield f"  {_quoted(step.id)} [shape=point, width=0.08, label={_quoted('')}]"
            for premise in premises:
                yield f"  {_quoted(premise)} -> {_quoted(step.id)} [{look}, arrowhead=none]"
        if premises:
            yield f"  {_quoted(node)} -> {_quoted(step.conclusion)} [{look}, label={sign}]"
            for by in undercutters:
                yield f"  {_quoted(by)} -> {_quoted(step.id)} [style=dotted, {_CUTS}]"
    for key, item in project.evidence.items():
        for by in (n for n in item.challenged_by if n in known):
            yield f"  {_quoted(by)} -> {_quoted(key)} [style=dashed, {_CUTS}]"
    yield "}"


_LOOKS: Mapping[str, str] = {"for": f'color="{FOR}"', "against": f'color="{AGAINST}", style=dashed'}
_CUTS = f'color="{AGAINST}", arrowhead=tee'
_SIGNS: Mapping[str, str] = {"for": "+", "against": "−"}


def _quoted(text: str, *, wrap: bool = False) -> str:
    r"""Quote a text for DOT.

    Examples:
        >>> print(_quoted('say "a\\b"'))
        "say \"a\\b\""
    """
    lines = textwrap.wrap(clean(text), WIDTH) if wrap else [" ".join(clean(text).split())]
    return '"' + "\\n".join(line.replace("\\", "\\\\").replace('"', '\\"') for line in lines) + '"'


@exporter("mermaid", "Mermaid flowchart", ".mmd")
def write_mermaid(judgement: Judgement) -> Exported:
    """Write a map as a flowchart that GitHub, GitLab and many editors show."""
    loss = LossReport()
    tell_losses(judgement.project, loss, _HOLDS)
    return Exported({"": ("\n".join(_mermaid(judgement)) + "\n").encode()}, loss)


def _mermaid(judgement: Judgement) -> Iterator[str]:
    project = judgement.project
    yield "---"
    yield f"title: {_yaml_title(project.settings.title)}"
    yield "---"
    yield "flowchart BT"
    names = {key: f"n{i}" for i, key in enumerate((*project.claims, *project.evidence), 1)}
    for key, claim in project.claims.items():
        yield f'  {names[key]}("{MARKS[judgement.verdicts[key].verdict]} {_escaped(claim.text)}")'
    for key, item in project.evidence.items():
        yield f'  {names[key]}[/"{_escaped(item.shows)}"/]'
    sides: dict[str, list[int]] = {"for": [], "against": [], "unless": []}
    count = 0
    for number, step in enumerate(flat_steps(project), 1):
        premises = [names[p] for p in step.argument.premises if p in names]
        undercutters = [names[u] for u in step.argument.unless if u in names]
        if not premises:
            continue
        node, sign = premises[0], _SIGNS[step.side]
        if len(premises) > 1 or undercutters:
            node = f"s{number}"
            yield f'  {node}(("{sign}"))'
            for premise in premises:
                yield f"  {premise} --- {node}"
                sides[step.side].append(count)
                count += 1
        arrow = "-->" if step.side == "for" else "-.->"
        yield f'  {node} {arrow}|"{sign}"| {names[step.conclusion]}'
        sides[step.side].append(count)
        count += 1
        for by in undercutters:
            yield f'  {by} -.-x|"unless"| {node}'
            sides["unless"].append(count)
            count += 1
    for key, item in project.evidence.items():
        for by in (names[n] for n in item.challenged_by if n in names):
            yield f'  {by} -.-x|"challenges"| {names[key]}'
            sides["unless"].append(count)
            count += 1
    for side, colour in (("for", FOR), ("against", AGAINST), ("unless", AGAINST)):
        if sides[side]:
            yield f"  linkStyle {','.join(map(str, sides[side]))} stroke:{colour}"


def _escaped(text: str) -> str:
    """Write a text so that Mermaid takes none of it for markup."""
    lines = textwrap.wrap(clean(text), WIDTH)
    return "<br>".join("".join(_MERMAID.get(c, c) for c in line) for line in lines)


def _yaml_title(title: str) -> str:
    import json

    return json.dumps(" ".join(clean(title).split()), ensure_ascii=False)
