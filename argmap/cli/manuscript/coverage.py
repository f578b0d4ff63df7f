"""``argmap manuscript coverage``."""

from argmap.cli.manuscript.opening import File, From, open_manuscript
from argmap.cli.options import Format, ProjectDir, TextOrJson, open_map, write_json


def coverage(
    file: File, from_: From = None, project: ProjectDir = None, form: Format = TextOrJson.TEXT
) -> None:
    """Show which notes, paragraphs and sections no record covers, and records of notes that are not there."""
    from argmap.manuscript.coverage import measure_coverage

    opened = open_map(project)
    measured = measure_coverage(open_manuscript(file, from_, opened), opened.project)
    if form is TextOrJson.JSON:
        from argmap.exchange.manuscript_objects import coverage_object

        write_json(coverage_object(measured))
    else:
        from argmap.cli.manuscript.tables import print_coverage

        print_coverage(measured)
