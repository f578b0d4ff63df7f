"""Do the quotations stand in their sources, word for word? The room that looks.

- ``check.check_quotations``: many quotations against many texts, with a verdict for each
- ``wordings.two_wordings``: one quotation, printed twice in two wordings
- ``digests.make_digest``: a quotation kept as a digest where its words may not be copied
- ``receipts.make_receipt``: what was verified, kept beside the evidence for the day the text is not here

Seek with a crude fold (letters and digits only), judge with a strict ladder on the source's own characters.
Nothing is imported here, so that receipts can be read without numpy.
"""
