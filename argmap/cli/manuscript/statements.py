"""``argmap manuscript statements``."""

from argmap.cli.manuscript.opening import File, From, cited, map_here, open_manuscript
from argmap.cli.options import Format, ProjectDir, TextOrJson, write, write_json


def statements(
    file: File, from_: From = None, project: ProjectDir = None, form: Format = TextOrJson.TEXT
) -> None:
    """Show sentence by sentence who is said to hold it, how guardedly, with which dates and figures."""
    from argmap.manuscript.statements import find_statements

    opened = map_here(project)
    manuscript = open_manuscript(file, from_, opened)
    found = list(find_statements(manuscript, cited(manuscript, opened, file)))
    if form is TextOrJson.JSON:
        from argmap.exchange.manuscript_objects import statement_object

        write_json([statement_object(statement) for statement in found])
    else:
        from argmap.cli.manuscript.tables import statements_text

        write(statements_text(found))
