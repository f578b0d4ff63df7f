"""Who wrote which source, and of which school they are."""

from argmap.graph.documents import root_source
from argmap.model.project import Project
from argmap.model.records import Evidence


class Authorship:
    """Scholars and schools behind sources, as the scholars' ``works`` tell it."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._writers: dict[str, set[str]] = {}
        for key, scholar in project.scholars.items():
            for work in scholar.works:
                self._writers.setdefault(root_source(project, work), set()).add(key)

    def writers(self, source: str) -> frozenset[str]:
        """Give the scholars who wrote a source, in whatever edition."""
        return frozenset(self._writers.get(root_source(self._project, source), ()))

    def schools_of(self, source: str) -> frozenset[str]:
        """Give the schools of those who wrote a source."""
        return self._schools(self.writers(source))

    def schools_behind(self, item: Evidence) -> frozenset[str]:
        """Give the schools of those who made a piece of evidence, or else wrote its source."""
        makers = frozenset(who for who in item.by if who in self._project.scholars)
        return self._schools(makers or (self.writers(item.source) if item.source else frozenset()))

    def _schools(self, scholars: frozenset[str]) -> frozenset[str]:
        return frozenset(school for who in scholars for school in self._project.scholars[who].schools)
