// What of the blueprint of an integrated team is in place, and what is missing?
MATCH (t:Team)<-[:IN_TEAM]-(p:Post)
WHERE $team IS NULL OR t.uid = $team
RETURN t.uid AS team, t.full_name AS team_name, p.uid AS post, p.full_name AS role, p.days AS days, p.vacant AS vacant,
  [(p)<-[:HOLDS]-(w:Practitioner) | w.full_name] AS holders,
  [(p)<-[:HOLDS]-(led:Practitioner)-[:LED_BY]->(lead:Practitioner) | lead.full_name] AS leads,
  [(p)-[:WORKS_FOR]->(employer:Organisation) | employer.full_name] AS employers,
  [(p)-[:OFFERS]->(skill:Capability) | skill.uid] AS skills,
  [(t)-[:REQUIRES]->(needed:Capability) | needed.uid] AS required,
  [(t)-[:ANSWERS_TO]->(board:Board) | board.full_name] AS boards,
  [(t)-[:AT]->(location:Location) | location.full_name] AS places,
  [(t)-[:COVERS]->(area:Area) | area.uid] AS areas,
  [(p)<-[:SAYS]-(record:Record) | record.file_key] AS records
UNION ALL
MATCH (t:Team)
WHERE ($team IS NULL OR t.uid = $team) AND NOT EXISTS { MATCH (t)<-[:IN_TEAM]-(p:Post) }
RETURN t.uid AS team, t.full_name AS team_name, NULL AS post, NULL AS role, NULL AS days, NULL AS vacant,
  [] AS holders, [] AS leads, [] AS employers, [] AS skills,
  [(t)-[:REQUIRES]->(needed:Capability) | needed.uid] AS required,
  [(t)-[:ANSWERS_TO]->(board:Board) | board.full_name] AS boards,
  [(t)-[:AT]->(location:Location) | location.full_name] AS places,
  [(t)-[:COVERS]->(area:Area) | area.uid] AS areas,
  [] AS records
