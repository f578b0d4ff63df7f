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
    "unsupported_claims": """
SELECT c.id AS claim, c.text AS claim_text, c.part, v.verdict, v.standard,
  (SELECT COUNT(*) FROM arguments a WHERE a.claim = c.id AND a.side = 'for') AS arguments_for,
  (SELECT COUNT(*) FROM arguments a WHERE a.claim = c.id AND a.side = 'against') AS arguments_against,
  (SELECT COUNT(DISTINCT p.evidence) FROM arguments a JOIN premises p ON p.argument = a.id
   WHERE a.claim = c.id AND a.side = 'for') AS pieces
FROM claims c
JOIN verdicts v ON v.claim = c.id
WHERE v.verdict <> 'supported'""",
    "evidence_by_source": """
SELECT s.id AS source, s.printed, s.type, s.archive, COUNT(DISTINCT e.id) AS pieces,
  COUNT(DISTINCT a.claim) AS claims,
  COUNT(DISTINCT CASE WHEN v.verdict = 'supported' THEN a.claim END) AS supported_claims
FROM sources s
LEFT JOIN evidence e ON e.source = s.id
LEFT JOIN premises p ON p.evidence = e.id
LEFT JOIN arguments a ON a.id = p.argument AND a.side = 'for'
LEFT JOIN verdicts v ON v.claim = a.claim
GROUP BY s.id, s.printed, s.type, s.archive""",
    "evidence_by_archive": """
SELECT s.archive, COUNT(DISTINCT s.id) AS sources, COUNT(DISTINCT e.id) AS pieces,
  COUNT(DISTINCT a.claim) AS claims,
  COUNT(DISTINCT CASE WHEN v.verdict = 'supported' THEN a.claim END) AS supported_claims
FROM evidence e
LEFT JOIN sources s ON s.id = e.source
LEFT JOIN premises p ON p.evidence = e.id
LEFT JOIN arguments a ON a.id = p.argument AND a.side = 'for'
LEFT JOIN verdicts v ON v.claim = a.claim
GROUP BY s.archive""",
    "stances_by_school": """
SELECT k.id AS school, k.name AS school_name, p.stance, v.verdict, COUNT(*) AS claims,
  SUM(p.stated) AS stated
FROM schools k
JOIN positions p ON p.school = k.id
LEFT JOIN verdicts v ON v.claim = p.claim
GROUP BY k.id, k.name, p.stance, v.verdict""",
}
"""Name to query, in an order in which each may use those before it."""
