"""Citations in print: notes, short notes and bibliographies in Chicago style, or in any CSL style."""
