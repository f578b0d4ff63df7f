"""The tools that are measured beside argmap, those that check an argument and those that do one step."""

from benchmarks.peers.argdown import ARGDOWN
from benchmarks.peers.doorstop import DOORSTOP
from benchmarks.peers.peer import Library, Peer
from benchmarks.peers.rigorgraph import RIGORGRAPH
from benchmarks.peers.sphinx_needs import SPHINX_NEEDS
from benchmarks.peers.strictdoc import STRICTDOC
from benchmarks.peers.throughline import THROUGHLINE
from benchmarks.peers.verocase import VEROCASE

PEERS: tuple[Peer, ...] = (RIGORGRAPH, VEROCASE, ARGDOWN, THROUGHLINE, SPHINX_NEEDS, STRICTDOC, DOORSTOP)
"""Tools that check a whole argument; quick ones first."""

ARGUEBUF = Library("arguebuf", "arguebuf", "arguebuf_aif.py", "reads AIF and writes it again")
REANCHOR = Library("reanchor", "reanchor", "reanchor_quotes.py", "looks quotations up in one text")
FORMAL_ARGUMENTATION = Library(
    "formal-argumentation", "argumentation", "formal_argumentation_extension.py", "finds one extension"
)
PYTHON_ARGUMENTATION = Library(
    "python-argumentation", "py_arg", "python_argumentation_extension.py", "finds the grounded extension"
)
LIBRARIES: tuple[Library, ...] = (ARGUEBUF, REANCHOR, FORMAL_ARGUMENTATION, PYTHON_ARGUMENTATION)
"""Libraries that do one step of what argmap does."""

NAMES = (*(peer.name for peer in PEERS), *(library.name for library in LIBRARIES))
"""All names, as ``--peers`` takes them."""
