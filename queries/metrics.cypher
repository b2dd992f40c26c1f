// What happened before and after, and what did it cost?
UNWIND CASE WHEN $person IS NULL THEN [] ELSE [$person] END AS uid
MATCH (g:Signal)-[a:ABOUT]->(m:Mention)-[:SAME_AS]->(p:Person {uid: uid})
WHERE g.polarity = 'present' AND coalesce(a.experiencer, 'self') = 'self'
MATCH (g)<-[:SAYS]-(r:Record)
RETURN 'strains' AS kind, p.uid AS person, p.restricted AS restricted, g.uid AS event, g.code AS code, g.observed_on AS happened_on,
  NULL AS outcome, CASE WHEN g.guarded = true THEN NULL ELSE g.words END AS words, r.file_key AS record, r.recorded_on AS recorded_on,
  r.restricted AS record_restricted
UNION ALL
UNWIND CASE WHEN $person IS NULL AND $area IS NULL THEN [true] ELSE [] END AS everybody
MATCH (g:Signal)-[a:ABOUT]->(m:Mention)-[:SAME_AS]->(p:Person)
WHERE g.polarity = 'present' AND coalesce(a.experiencer, 'self') = 'self'
MATCH (g)<-[:SAYS]-(r:Record)
RETURN 'strains' AS kind, p.uid AS person, p.restricted AS restricted, g.uid AS event, g.code AS code, g.observed_on AS happened_on,
  NULL AS outcome, CASE WHEN g.guarded = true THEN NULL ELSE g.words END AS words, r.file_key AS record, r.recorded_on AS recorded_on,
  r.restricted AS record_restricted
UNION ALL
UNWIND CASE WHEN $person IS NULL THEN [] ELSE [$person] END AS uid
MATCH (g:Assessment)-[:ABOUT]->(m:Mention)-[:SAME_AS]->(p:Person {uid: uid})
MATCH (g)<-[:SAYS]-(r:Record)
RETURN 'assessments' AS kind, p.uid AS person, p.restricted AS restricted, g.uid AS event, g.kind AS code,
  coalesce(g.taken_on, g.began_on) AS happened_on, NULL AS outcome, NULL AS words, r.file_key AS record, r.recorded_on AS recorded_on,
  r.restricted AS record_restricted
UNION ALL
UNWIND CASE WHEN $person IS NULL AND $area IS NULL THEN [true] ELSE [] END AS everybody
MATCH (g:Assessment)-[:ABOUT]->(m:Mention)-[:SAME_AS]->(p:Person)
MATCH (g)<-[:SAYS]-(r:Record)
RETURN 'assessments' AS kind, p.uid AS person, p.restricted AS restricted, g.uid AS event, g.kind AS code,
  coalesce(g.taken_on, g.began_on) AS happened_on, NULL AS outcome, NULL AS words, r.file_key AS record, r.recorded_on AS recorded_on,
  r.restricted AS record_restricted
UNION ALL
UNWIND CASE WHEN $person IS NULL THEN [] ELSE [$person] END AS uid
MATCH (g:Referral)-[:ABOUT]->(m:Mention)-[:SAME_AS]->(p:Person {uid: uid})
MATCH (g)<-[:SAYS]-(r:Record)
RETURN 'referrals' AS kind, p.uid AS person, p.restricted AS restricted, g.uid AS event, NULL AS code, g.referred_on AS happened_on,
  g.outcome AS outcome, NULL AS words, r.file_key AS record, r.recorded_on AS recorded_on, r.restricted AS record_restricted
UNION ALL
UNWIND CASE WHEN $person IS NULL AND $area IS NULL THEN [true] ELSE [] END AS everybody
MATCH (g:Referral)-[:ABOUT]->(m:Mention)-[:SAME_AS]->(p:Person)
MATCH (g)<-[:SAYS]-(r:Record)
RETURN 'referrals' AS kind, p.uid AS person, p.restricted AS restricted, g.uid AS event, NULL AS code, g.referred_on AS happened_on,
  g.outcome AS outcome, NULL AS words, r.file_key AS record, r.recorded_on AS recorded_on, r.restricted AS record_restricted
UNION ALL
UNWIND CASE WHEN $person IS NULL THEN [] ELSE [$person] END AS uid
MATCH (h:Address)<-[:LIVES_AT]-(m:Mention)-[:SAME_AS]->(p:Person {uid: uid})
MATCH (m)<-[:SAYS]-(r:Record)
RETURN 'moves' AS kind, p.uid AS person, p.restricted AS restricted, h.uid AS event, NULL AS code, r.recorded_on AS happened_on,
  NULL AS outcome, NULL AS words, r.file_key AS record, r.recorded_on AS recorded_on, r.restricted AS record_restricted
UNION ALL
UNWIND CASE WHEN $person IS NULL AND $area IS NULL THEN [true] ELSE [] END AS everybody
MATCH (h:Address)<-[:LIVES_AT]-(m:Mention)-[:SAME_AS]->(p:Person)
MATCH (m)<-[:SAYS]-(r:Record)
RETURN 'moves' AS kind, p.uid AS person, p.restricted AS restricted, h.uid AS event, NULL AS code, r.recorded_on AS happened_on,
  NULL AS outcome, NULL AS words, r.file_key AS record, r.recorded_on AS recorded_on, r.restricted AS record_restricted
