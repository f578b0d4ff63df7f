"""The argumentation part of the Structured Assurance Case Metamodel (SACM 2), as XMI; out."""

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from argmap.exchange.flatten import flat_steps, tell_losses
from argmap.exchange.loss import LossReport
from argmap.exchange.registry import Exported, exporter
from argmap.exchange.texts import clean
from argmap.model.project import Project
from argmap.verdict.judgement import Judgement

_HOLDS = {
    "claims": ("text",),
    "evidence": ("shows", "challenged_by"),
    "arguments": ("because", "unless"),
    "settings": ("title",),
}


@exporter("sacm", "SACM 2 (argumentation, XMI)", ".sacm.xml")
def write(judgement: Judgement) -> Exported:
    """Write claims, what is inferred from what, and the evidence that is referred to."""
    loss = LossReport()
    tell_losses(judgement.project, loss, _HOLDS)
    return Exported({"": ("\n".join(_lines(judgement.project)) + "\n").encode()}, loss)


def _lines(project: Project) -> Iterator[str]:
    known = project.claims.keys() | project.evidence.keys()
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield (
        '<argumentation:ArgumentPackage xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
        ' xmlns:argumentation="http://www.omg.org/spec/SACM/2.2/Argumentation"'
        f' xmi:id="package" gid="package" name={_quoted(project.settings.title)}>'
    )
    supported = {key for key, claim in project.claims.items() if claim.pro}
    for key, claim in project.claims.items():
        state = "asserted" if key in supported else "needsSupport"
        yield _asset("Claim", key, claim.text, f' assertionDeclaration="{state}"')
    for key, item in project.evidence.items():
        yield _asset("ArtifactReference", key, item.shows)
    for step in flat_steps(project):
        argument = step.argument
        premises = [p for p in argument.premises if p in known]
        evidence = [p for p in premises if p in project.evidence]
        kind = "AssertedEvidence" if premises and len(evidence) == len(premises) else "AssertedInference"
        counter = ' isCounter="true"' if step.side == "against" else ""
        reasoning = ""
        if argument.because:
            yield _asset("ArgumentReasoning", f"{step.id}.because", argument.because)
            reasoning = f" reasoning={_ids([f'{step.id}.because'])}"
        if premises:
            yield _relation(kind, step.id, premises, step.conclusion, counter + reasoning)
            for number, name in enumerate((n for n in argument.unless if n in known), 1):
                yield _relation(
                    "AssertedInference", f"{step.id}.unless.{number}", [name], step.id, ' isCounter="true"'
                )
    for key, item in project.evidence.items():
        for number, name in enumerate((n for n in item.challenged_by if n in known), 1):
            yield _relation(
                "AssertedInference", f"{key}.challenge.{number}", [name], key, ' isCounter="true"'
            )
    yield "</argumentation:ArgumentPackage>"


def _asset(kind: str, key: str, text: str, more: str = "") -> str:
    return (
        f'  <argumentationElement xsi:type="argumentation:{kind}" xmi:id={_ids([key])} gid={_quoted(key)}'
        f" name={_quoted(key)}{more}>\n    <description><content><value"
        f" lang={_quoted('und')} content={_quoted(text)}/></content></description>\n  </argumentationElement>"
    )


def _relation(kind: str, key: str, sources: list[str], target: str, more: str) -> str:
    return (
        f'  <argumentationElement xsi:type="argumentation:{kind}" xmi:id={_ids([key])} gid={_quoted(key)}'
        f" name={_quoted(key)}{more} source={_ids(sources)} target={_ids([target])}/>"
    )


def _ids(keys: list[str]) -> str:
    return _quoted(" ".join(f"_{key}" for key in keys))


def _quoted(text: str) -> str:
    return quoteattr(clean(text))
