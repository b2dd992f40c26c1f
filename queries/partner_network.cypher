// Who holds a place's organisations together, and who stands alone?
MATCH (g:Referral)-[:FROM]->(a:Organisation)
MATCH (g)-[:TO]->(b:Organisation)
MATCH (g)<-[:SAYS]-(r:Record)
OPTIONAL MATCH (g)-[:ABOUT]->(m:Mention)-[:SAME_AS]->(p:Person)
RETURN 'referral' AS kind, a.uid AS one, b.uid AS other, NULL AS worker, NULL AS role, g.uid AS occasion, g.referred_on AS happened_on,
  g.outcome AS outcome, NULL AS words, r.uid AS record_uid, r.file_key AS record, r.form AS form, r.source AS source,
  r.recorded_on AS recorded_on, r.restricted AS record_restricted, p.restricted AS restricted
UNION ALL
MATCH (a:Organisation)-[l:PARTNERS_WITH]->(b:Organisation)
MATCH (r:Record)
WHERE r.uid = l.record
RETURN 'stated' AS kind, a.uid AS one, b.uid AS other, NULL AS worker, NULL AS role, l.record AS occasion, l.last AS happened_on,
  NULL AS outcome, l.words AS words, r.uid AS record_uid, r.file_key AS record, r.form AS form, r.source AS source,
  r.recorded_on AS recorded_on, r.restricted AS record_restricted, NULL AS restricted
UNION ALL
MATCH (r:Record)-[:SAYS]->(n:Mention)<-[t:SUPPORTS]-(v:Practitioner)
WHERE t.record = r.uid
WITH r, count(DISTINCT v.uid) AS workers
WHERE workers > 1
MATCH (r)-[:SAYS]->(m:Mention)<-[s:SUPPORTS]-(w:Practitioner)
WHERE s.record = r.uid
OPTIONAL MATCH (w)-[:WORKS_FOR]->(a:Organisation)
OPTIONAL MATCH (m)-[:SAME_AS]->(p:Person)
RETURN 'together' AS kind, a.uid AS one, NULL AS other, w.full_name AS worker, s.capacity AS role, r.uid AS occasion, s.last AS happened_on,
  NULL AS outcome, NULL AS words, r.uid AS record_uid, r.file_key AS record, r.form AS form, r.source AS source,
  r.recorded_on AS recorded_on, r.restricted AS record_restricted, p.restricted AS restricted
UNION ALL
MATCH (w:Practitioner)-[k:KNOWS]-(n:Practitioner)
MATCH (r:Record)
WHERE r.uid = k.record
OPTIONAL MATCH (w)-[:WORKS_FOR]->(a:Organisation)
RETURN 'together' AS kind, a.uid AS one, NULL AS other, w.full_name AS worker, NULL AS role, k.record AS occasion, k.last AS happened_on,
  NULL AS outcome, NULL AS words, r.uid AS record_uid, r.file_key AS record, r.form AS form, r.source AS source,
  r.recorded_on AS recorded_on, r.restricted AS record_restricted, NULL AS restricted
