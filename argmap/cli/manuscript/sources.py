"""``argmap manuscript sources``."""

from argmap.cli.manuscript.opening import File, From, cited, map_here, open_manuscript
from argmap.cli.options import Format, ProjectDir, TextOrJson, write_json


def sources(
    file: File, from_: From = None, project: ProjectDir = None, form: Format = TextOrJson.TEXT
) -> None:
    """Read the text's own bibliography (CSL-JSON), and show where notes and bibliography disagree."""
    from argmap.manuscript.citations.reconcile import reconcile

    opened = map_here(project)
    found = cited(open_manuscript(file, from_, opened), opened, file)
    if form is TextOrJson.JSON:
        from argmap.exchange.manuscript_objects import sources_object

        write_json(sources_object(found, reconcile(found)))
    else:
        from argmap.cli.manuscript.tables import print_sources

        print_sources(found, reconcile(found))
