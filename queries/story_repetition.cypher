// How often has this family told its story, and to whom?
MATCH (f:Family {uid: $family})<-[:MEMBER_OF]-(p:Person)<-[:SAME_AS]-(m:Mention)<-[:ABOUT]-(a:Assessment)
MATCH (a)<-[:SAYS]-(r:Record)
RETURN 'assessment' AS sort, p.uid AS person, p.full_name AS person_name, f.restricted AS restricted,
  a.uid AS told, a.kind AS kind, a.began_on AS began_on, a.taken_on AS taken_on, a.outcome AS words, a.guarded AS guarded,
  r.file_key AS record, r.recorded_on AS recorded_on, r.restricted AS record_restricted,
  [(a)-[:FROM]->(agency:Organisation) | agency.full_name] AS keepers,
  [(a)-[:TAKEN_BY]->(w:Practitioner) | w.uid] AS takers, [(a)-[:TAKEN_BY]->(w:Practitioner) | w.full_name] AS taker_names,
  [(r)-[:FROM]->(source:Source) | source.uid] AS sources, [(r)-[:FROM]->(source:Source) | source.agency] AS agencies
UNION ALL
MATCH (f:Family {uid: $family})<-[:MEMBER_OF]-(p:Person)<-[:SAME_AS]-(m:Mention)<-[:ABOUT]-(g:Signal)
WHERE g.code = 'story_repetition' AND coalesce(g.polarity, 'present') = 'present'
MATCH (g)<-[:SAYS]-(r:Record)
RETURN 'own words' AS sort, p.uid AS person, p.full_name AS person_name, f.restricted AS restricted,
  g.uid AS told, NULL AS kind, NULL AS began_on, g.observed_on AS taken_on, g.words AS words, g.guarded AS guarded,
  r.file_key AS record, r.recorded_on AS recorded_on, r.restricted AS record_restricted,
  [] AS keepers, [] AS takers, [] AS taker_names,
  [(r)-[:FROM]->(source:Source) | source.uid] AS sources, [(r)-[:FROM]->(source:Source) | source.agency] AS agencies
