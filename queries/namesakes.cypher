// Who is kept apart and may yet be this person?
MATCH (p:Person {uid: $person})<-[:SAME_AS]-(m:Mention)-[e:MAY_BE]-(o:Mention)-[:SAME_AS]->(q:Person)
WHERE q.uid <> p.uid AND e.band <> 'different'
RETURN p.uid AS person, p.restricted AS restricted, q.uid AS other, q.full_name AS full_name, q.dob AS dob, q.restricted AS hidden,
  m.uid AS mention, o.uid AS other_mention, e.bits AS bits, e.reasons AS reasons,
  [(o)<-[:SAYS]-(r:Record) | r.file_key] AS records, [(q)<-[:SAME_AS]-(n:Mention) | n.uid] AS mentions
ORDER BY other, mention, other_mention
