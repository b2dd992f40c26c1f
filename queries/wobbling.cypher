// Who is in crisis, and who is on the brink of it?
UNWIND CASE WHEN $area IS NULL THEN [true] ELSE [] END AS everybody
MATCH (g:Signal)-[a:ABOUT]->(m:Mention)-[:SAME_AS]->(p:Person)-[:MEMBER_OF]->(f:Family)
WHERE g.polarity IN ['present', 'measured'] AND coalesce(a.experiencer, 'self') = 'self'
MATCH (g)<-[:SAYS]-(r:Record)
WHERE coalesce(g.observed_on, r.recorded_on) >= $since AND coalesce(g.observed_on, r.recorded_on) <= $until
RETURN p.uid AS person, p.full_name AS full_name, p.dob AS born, p.restricted AS restricted, f.uid AS family,
  g.uid AS strain, g.code AS code, g.words AS words, g.value AS value, g.observed_on AS observed_on, g.polarity AS polarity,
  g.span_from AS span_from, g.span_to AS span_to, g.guarded AS guarded,
  r.file_key AS record, r.recorded_on AS recorded_on, r.restricted AS record_restricted, r.form AS form
ORDER BY person, record, strain
