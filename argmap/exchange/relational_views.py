"""Views over the tables: the joins that readers of a map ask for first."""

from collections.abc import Mapping

VIEWS: Mapping[str, str] = {
    "claim_evidence": """
SELECT c.id AS claim, c.text AS claim_text, v.verdict, a.id AS argument, a.side, a.because,
  e.id AS evidence, e.shows, e.locator, e.made, s.id AS source, s.printed
FROM claims c
JOIN arguments a ON a.claim = c.id
JOIN premises p ON p.argument = a.id
JOIN evidence e ON e.id = p.evidence
LEFT JOIN verdicts v ON v.claim = c.id
LEFT JOIN sources s ON s.id = e.source""",
    "rests_on": """
WITH RECURSIVE below (claim, premise) AS (
  SELECT a.claim, p.claim FROM arguments a JOIN premises p ON p.argument = a.id
  WHERE a.side = 'for' AND p.claim IS NOT NULL
  UNION
  SELECT b.claim, p.claim FROM below b JOIN arguments a ON a.claim = b.premise
  JOIN premises p ON p.argument = a.id WHERE a.side = 'for' AND p.claim IS NOT NULL)
SELECT claim, premise FROM below""",
    "source_claims": """
SELECT s.id AS source, s.printed, r.claim, c.text AS claim_text, v.verdict, MAX(r.direct) AS direct,
  COUNT(DISTINCT r.evidence) AS pieces
FROM (
  SELECT e.source, e.id AS evidence, a.claim, 1 AS direct FROM evidence e
  JOIN premises p ON p.evidence = e.id JOIN arguments a ON a.id = p.argument WHERE a.side = 'for'
  UNION
  SELECT e.source, e.id, b.claim, 0 FROM evidence e
  JOIN premises p ON p.evidence = e.id JOIN arguments a ON a.id = p.argument
  JOIN rests_on b ON b.premise = a.claim WHERE a.side = 'for') r
JOIN sources s ON s.id = r.source
JOIN claims c ON c.id = r.claim
LEFT JOIN verdicts v ON v.claim = c.id
GROUP BY s.id, s.printed, r.claim, c.text, v.verdict""",
    "stance_matrix": """
SELECT c.id AS claim, c.text AS claim_text, v.verdict, k.id AS school, k.name AS school_name,
  COALESCE(p.stance, 'silent') AS stance, p.stated
FROM claims c
CROSS JOIN schools k
LEFT JOIN positions p ON p.claim = c.id AND p.school = k.id
LEFT JOIN verdicts v ON v.claim = c.id
WHERE EXISTS (SELECT 1 FROM positions q WHERE q.claim = c.id)""",
    "objections": """
SELECT a.id AS argument, a.claim, c.text AS claim_text, a.because, p.claim AS by_claim,
  p.evidence AS by_evidence, COALESCE(o.text, e.shows) AS objection,
  (SELECT COUNT(*) FROM answers w WHERE w.argument = a.id) AS answers,
  (SELECT COUNT(*) FROM answers w JOIN verdicts x ON x.claim = w.claim
   WHERE w.argument = a.id AND x.verdict = 'supported') AS standing_answers
FROM arguments a
JOIN claims c ON c.id = a.claim
LEFT JOIN premises p ON p.argument = a.id
LEFT JOIN claims o ON o.id = p.claim
LEFT JOIN evidence e ON e.id = p.evidence
WHERE a.side = 'against'""",
    "unanswered_objections": """
SELECT argument, claim, claim_text, because, by_claim, by_evidence, objection
FROM objections WHERE answers = 0""",
}
"""Name to query, in an order in which each may use those before it."""
