"""The static site: a project as linked pages that open from a folder, without a server."""

from argmap.site.build import SiteReport, build_site
from argmap.site.render import render_site

__all__ = ["SiteReport", "build_site", "render_site"]
