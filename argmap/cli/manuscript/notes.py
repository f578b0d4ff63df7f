"""``argmap manuscript notes``."""

from argmap.cli.manuscript.opening import File, From, map_here, open_manuscript
from argmap.cli.options import Format, ProjectDir, TextOrJson, write_json


def notes(file: File, from_: From = None, project: ProjectDir = None, form: Format = TextOrJson.TEXT) -> None:
    """List the notes of a text with their parts, places and markers, and the loose ends among them."""
    manuscript = open_manuscript(file, from_, map_here(project))
    if form is TextOrJson.JSON:
        from argmap.exchange.manuscript_objects import note_object

        write_json([note_object(note) for note in manuscript.notes])
    else:
        from argmap.cli.manuscript.tables import print_notes

        print_notes(manuscript)
