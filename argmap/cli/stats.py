"""``argmap stats``."""

from argmap.cli.options import Format, ProjectDir, TextOrJson, open_map, write, write_json


def stats(project: ProjectDir = None, form: Format = TextOrJson.TEXT) -> None:
    """Count what the map is made of and how its claims fare."""
    opened = open_map(project)
    counted = opened.stats()
    if form is TextOrJson.JSON:
        from argmap.exchange.objects import stats_object

        write_json(stats_object(opened.project, counted))
    else:
        from argmap.cli.tables import stats_text

        write(stats_text(opened.project, counted))
