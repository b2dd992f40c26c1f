// Who should be this family's key-worker?
MATCH (f:Family {uid: $family})<-[:MEMBER_OF]-(p:Person)<-[:SAME_AS]-(m:Mention)<-[s:SUPPORTS]-(w:Practitioner)
MATCH (m)<-[:SAYS]-(r:Record)
RETURN w.uid AS practitioner, w.full_name AS full_name, w.organisation AS organisation, w.informal AS informal,
  p.uid AS person, p.full_name AS person_name, f.restricted AS restricted,
  s.capacity AS capacity, s.first AS first, s.last AS last, s.ended AS ended, s.strength AS strength,
  s.words AS words, s.span_from AS span_from, s.span_to AS span_to, s.sure AS sure, s.school AS school, s.guarded AS guarded,
  r.file_key AS record, r.recorded_on AS recorded_on,
  [(w)-[:WORKS_FOR]->(employer:Organisation) | employer.kind] AS employers, [(r)-[:FROM]->(source:Source) | source.agency] AS agencies
ORDER BY practitioner, person, record, capacity, words
