"""Describes the machine, without its name or any path."""

import os
import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGES = ("argmap", "pydantic", "yaml-rs", "typer", "numpy", "graphviz-pure")


def describe() -> list[tuple[str, str]]:
    """Tell processor, cores, memory, system, Python and the versions that count."""
    told = [
        ("processor", _processor()),
        ("cores", str(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count())),
        ("memory", _memory()),
        ("system", f"{platform.system()} {platform.release().split('-')[0]}, {platform.machine()}"),
        ("Python", f"{platform.python_implementation()} {sys.version.split()[0]}"),
    ]
    for package in PACKAGES:
        try:
            told.append((package, version(package)))
        except PackageNotFoundError:
            told.append((package, "not here"))
    return told


def load() -> float | None:
    """Tell how many processes wanted to run during the last minute, on average."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else None


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or "unknown"
    return next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown"
    )


def _memory() -> str:
    try:
        size = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (ValueError, OSError, AttributeError):
        return "unknown"
    return f"{size / 2**30:.0f} GiB"
