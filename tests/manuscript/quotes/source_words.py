"""Texts for the tests of quotations: written for them, or generated from a seed."""

import random

CABLE = """\
The conference opened in the spring of 1950. Stalin did not approve the attack at once; he asked, on
14 May, for the consent of the Chinese. Some historians believe that the army had 10.0 million rounds, but
others under-
stood the figure as 100 million. It was a well-
known fact.12 The delegation, which had never met him, left for Peking³ the next day. Nobody in the ministry
was surprised. “We will fight,” said the chairman, unless the strangers cross the 38th parallel. The oﬃcers
agreed.

The harvest was possible in every province, and the railways—old as they were—carried it to the coast. Perhaps
the envoys exaggerated. The second letter reached the harbour after the ships had sailed for the southern
islands.
"""

_SYLLABLES = "ka lo mi ter sen dra vol pen thi gor ash bel rud no fex wain tol ist ar qui".split()
_COMMON = "the of and to in a that it was his with as for by had at from on which were".split()


def vocabulary(seed: int, count: int = 3000) -> list[str]:
    """Make words no language has."""
    chance = random.Random(seed)
    return sorted({"".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))) for _ in range(count)})


def a_text(seed: int, words: int) -> str:
    """Make a text of sentences."""
    chance = random.Random(seed)
    known = vocabulary(11)
    sentences, left = [], words
    while left > 0:
        length = min(chance.randint(6, 30), max(left, 3))
        left -= length
        some = [chance.choice(_COMMON if chance.random() < 0.4 else known) for _ in range(length)]
        middle = chance.randrange(1, length)
        some[middle] += chance.choice([",", ";", "", "", ""])
        sentences.append(" ".join(some).capitalize() + ".")
    return " ".join(sentences)
