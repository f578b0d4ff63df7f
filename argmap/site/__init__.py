"""The static site: a project as linked pages that open from a folder or one file, without a server."""

from argmap.site.build import SiteReport, build_single, build_site
from argmap.site.render import render_site
from argmap.site.single import render_single

__all__ = ["SiteReport", "build_single", "build_site", "render_single", "render_site"]
