// Who answers for a family's help, and to whom?
UNWIND CASE WHEN $family IS NULL THEN [] ELSE [$family] END AS uid
MATCH (f:Family {uid: uid})<-[:MEMBER_OF]-(p:Person)<-[:SAME_AS]-(m:Mention)<-[s:SUPPORTS]-(w:Practitioner)
MATCH (m)<-[:SAYS]-(r:Record)
RETURN f.uid AS family, f.full_name AS full_name, f.restricted AS restricted, p.uid AS person, w.uid AS practitioner,
  w.full_name AS worker, w.informal AS informal, s.capacity AS capacity, s.lead AS lead, s.first AS first, s.last AS last,
  s.ended AS ended, s.strength AS strength, s.guarded AS guarded, r.file_key AS record, r.recorded_on AS recorded_on,
  r.restricted AS record_restricted,
  [(w)-[:WORKS_FOR]->(employer:Organisation) | employer.full_name] AS employers,
  [(w)-[:LED_BY]->(lead:Practitioner) | lead.full_name] AS leads,
  [(w)-[:IN_TEAM]->(team:Team) | team.full_name] AS teams,
  [(w)-[:WORKS_FOR]->(body:Organisation)-[:ANSWERS_TO]->(board:Board) | board.full_name] AS boards,
  [(w)-[:IN_TEAM]->(group:Team)-[:ANSWERS_TO]->(governing:Board) | governing.full_name] AS team_boards
UNION ALL
UNWIND CASE WHEN $family IS NULL AND $area IS NULL THEN [true] ELSE [] END AS every
MATCH (f:Family)<-[:MEMBER_OF]-(p:Person)<-[:SAME_AS]-(m:Mention)<-[s:SUPPORTS]-(w:Practitioner)
MATCH (m)<-[:SAYS]-(r:Record)
RETURN f.uid AS family, f.full_name AS full_name, f.restricted AS restricted, p.uid AS person, w.uid AS practitioner,
  w.full_name AS worker, w.informal AS informal, s.capacity AS capacity, s.lead AS lead, s.first AS first, s.last AS last,
  s.ended AS ended, s.strength AS strength, s.guarded AS guarded, r.file_key AS record, r.recorded_on AS recorded_on,
  r.restricted AS record_restricted,
  [(w)-[:WORKS_FOR]->(employer:Organisation) | employer.full_name] AS employers,
  [(w)-[:LED_BY]->(lead:Practitioner) | lead.full_name] AS leads,
  [(w)-[:IN_TEAM]->(team:Team) | team.full_name] AS teams,
  [(w)-[:WORKS_FOR]->(body:Organisation)-[:ANSWERS_TO]->(board:Board) | board.full_name] AS boards,
  [(w)-[:IN_TEAM]->(group:Team)-[:ANSWERS_TO]->(governing:Board) | governing.full_name] AS team_boards
