"""Who wrote which source, and of which school they are."""

from collections.abc import Set

from argmap.graph.documents import root_source
from argmap.model.project import Project
from argmap.model.records import Evidence
from argmap.rules.case import Case


class Authorship:
    """Scholars and schools behind sources, as the scholars' ``works`` tell it."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._writers: dict[str, set[str]] = {}
        self._of_source: dict[str, frozenset[str]] = {}
        self._schools_of: dict[str, frozenset[str]] = {}
        for key, scholar in project.scholars.items():
            for work in scholar.works:
                self._writers.setdefault(root_source(project, work), set()).add(key)

    @property
    def are_known(self) -> bool:
        """Whether the writer of any source is known."""
        return bool(self._writers)

    def writers(self, source: str) -> frozenset[str]:
        """Give the scholars who wrote a source, in whatever edition."""
        known = self._of_source.get(source)
        if known is None:
            known = frozenset(self._writers.get(root_source(self._project, source), ()))
            self._of_source[source] = known
        return known

    def schools_of(self, source: str) -> frozenset[str]:
        """Give the schools of those who wrote a source."""
        known = self._schools_of.get(source)
        if known is None:
            known = self._schools_of[source] = self._schools(self.writers(source))
        return known

    def schools_behind(self, item: Evidence) -> frozenset[str]:
        """Give the schools of those who made a piece of evidence, or else wrote its source."""
        makers = self._project.scholars.keys() & item.by if item.by else None
        if makers:
            return self._schools(makers)
        return self.schools_of(item.source) if item.source else frozenset()

    def _schools(self, scholars: Set[str]) -> frozenset[str]:
        return frozenset(school for who in scholars for school in self._project.scholars[who].schools)


def authorship(case: Case) -> Authorship:
    """Give who is behind the sources of a project."""
    return case.once(_authorship)


def _authorship(case: Case) -> Authorship:
    return Authorship(case.project)
