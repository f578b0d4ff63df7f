"""``argmap manuscript digest``."""

import sys
from typing import Annotated

import typer

from argmap.cli.options import Format, TextOrJson, write, write_json


def digest(
    words: Annotated[str | None, typer.Argument(help="The words quoted; standard input if left out.")] = None,
    near: Annotated[int, typer.Option(min=0, max=12, help="First words kept in the open.")] = 5,
    form: Format = TextOrJson.TEXT,
) -> None:
    """Print the digest of a quotation whose words may not be copied, ready for a record's 'quote:'."""
    from argmap.manuscript.quotes.digests import make_digest

    made = make_digest(words if words is not None else sys.stdin.read(), near)
    if form is TextOrJson.JSON:
        write_json({"digest": made.digest, "length": made.length, "near": made.near})
    else:
        import yaml

        quote = {"quote": {"digest": made.digest, "length": made.length, "near": made.near}}
        write(yaml.safe_dump(quote, sort_keys=False, allow_unicode=True, width=200, default_flow_style=None))
