// What can a team not do that it should, or that its families need?
MATCH (t:Team {uid: $team})<-[:IN_TEAM]-(p:Post)
OPTIONAL MATCH (p)-[o:OFFERS]->(c:Capability)
RETURN t.full_name AS team_name, p.uid AS post, p.full_name AS role, p.days AS days, p.vacant AS vacant,
  c.uid AS capability, c.full_name AS capability_name, o.words AS words,
  [(p)<-[:HOLDS]-(w:Practitioner) | w.full_name] AS holders,
  [(p)-[:WORKS_FOR]->(employer:Organisation) | employer.full_name] AS employers,
  [(t)-[:REQUIRES]->(needed:Capability) | needed.uid] AS required,
  [(t)-[:COVERS]->(area:Area) | area.uid] AS areas,
  [(p)<-[:SAYS]-(record:Record) | record.file_key] AS records
ORDER BY capability, post
