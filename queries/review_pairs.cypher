// Which mentions may be one person, for somebody to judge?
MATCH (a:Mention)-[e:MAY_BE]->(b:Mention)
WHERE e.band <> 'different'
MATCH (a)-[:SAME_AS]->(p:Person)
MATCH (b)-[:SAME_AS]->(q:Person)
WHERE p.uid <> q.uid
OPTIONAL MATCH (j:Judgement)
WHERE j.mention_a = a.uid AND j.mention_b = b.uid AND j.undone IS NULL
RETURN a.uid AS mention_a, a.full_name AS name_a, a.known_as AS known_a, a.dob AS dob_a, a.address AS address_a, a.postcode AS postcode_a,
  a.nhs AS nhs_a, a.upn AS upn_a, a.phone AS phone_a, a.restricted AS restricted_a, p.uid AS person_a, p.restricted AS hidden_a,
  b.uid AS mention_b, b.full_name AS name_b, b.known_as AS known_b, b.dob AS dob_b, b.address AS address_b, b.postcode AS postcode_b,
  b.nhs AS nhs_b, b.upn AS upn_b, b.phone AS phone_b, b.restricted AS restricted_b, q.uid AS person_b, q.restricted AS hidden_b,
  e.bits AS bits, e.reasons AS reasons, j.verdict AS verdict, [(p)<-[:SAME_AS]-(m:Mention) | m.uid] AS mentions_a,
  [(q)<-[:SAME_AS]-(m:Mention) | m.uid] AS mentions_b,
  [(a)-[:RELATED_TO]-(k:Mention) | k.full_name] AS household_a, [(b)-[:RELATED_TO]-(k:Mention) | k.full_name] AS household_b
ORDER BY mention_a, mention_b, verdict
