// What is known of this family, in order?
MATCH (f:Family {uid: $family})<-[:MEMBER_OF]-(p:Person)<-[:SAME_AS]-(m:Mention)<-[s:SUPPORTS]-(w:Practitioner)
MATCH (m)<-[:SAYS]-(r:Record)
RETURN 'contact' AS sort, p.uid AS person, p.full_name AS person_name, f.restricted AS restricted,
  s.first AS began_on, s.last AS happened_on, s.ended AS ended_on, s.capacity AS what, NULL AS meant, NULL AS value, s.words AS words,
  s.guarded IS NOT NULL AS guarded, s.span_from AS span_from, s.span_to AS span_to, s.sure AS sure,
  w.full_name AS who, w.organisation AS organisation, w.informal AS informal, [] AS senders, [] AS receivers,
  r.file_key AS record, r.recorded_on AS recorded_on, r.restricted AS record_restricted,
  [(r)-[:FROM]->(source:Source) | source.agency] AS agencies
UNION ALL
MATCH (f:Family {uid: $family})<-[:MEMBER_OF]-(p:Person)<-[:SAME_AS]-(m:Mention)<-[:ABOUT]-(e:Referral)
MATCH (e)<-[:SAYS]-(r:Record)
RETURN 'referral' AS sort, p.uid AS person, p.full_name AS person_name, f.restricted AS restricted,
  NULL AS began_on, e.referred_on AS happened_on, NULL AS ended_on, e.outcome AS what, NULL AS meant, NULL AS value, e.reason AS words,
  e.guarded AS guarded, NULL AS span_from, NULL AS span_to, NULL AS sure,
  NULL AS who, NULL AS organisation, NULL AS informal,
  [(e)-[:FROM]->(sender:Organisation) | sender.full_name] AS senders, [(e)-[:TO]->(receiver:Organisation) | receiver.full_name] AS receivers,
  r.file_key AS record, r.recorded_on AS recorded_on, r.restricted AS record_restricted,
  [(r)-[:FROM]->(source:Source) | source.agency] AS agencies
UNION ALL
MATCH (f:Family {uid: $family})<-[:MEMBER_OF]-(p:Person)<-[:SAME_AS]-(m:Mention)<-[:ABOUT]-(e:Assessment)
MATCH (e)<-[:SAYS]-(r:Record)
RETURN 'assessment' AS sort, p.uid AS person, p.full_name AS person_name, f.restricted AS restricted,
  e.began_on AS began_on, e.taken_on AS happened_on, NULL AS ended_on, e.kind AS what, NULL AS meant, NULL AS value, e.outcome AS words,
  e.guarded AS guarded, NULL AS span_from, NULL AS span_to, NULL AS sure,
  NULL AS who, NULL AS organisation, NULL AS informal, [(e)-[:FROM]->(keeper:Organisation) | keeper.full_name] AS senders, [] AS receivers,
  r.file_key AS record, r.recorded_on AS recorded_on, r.restricted AS record_restricted,
  [(r)-[:FROM]->(source:Source) | source.agency] AS agencies
UNION ALL
MATCH (f:Family {uid: $family})<-[:MEMBER_OF]-(p:Person)<-[:SAME_AS]-(m:Mention)<-[:ABOUT]-(e:Signal)
MATCH (e)<-[:SAYS]-(r:Record)
RETURN 'strain' AS sort, p.uid AS person, p.full_name AS person_name, f.restricted AS restricted,
  NULL AS began_on, e.observed_on AS happened_on, NULL AS ended_on, e.code AS what, e.polarity AS meant, e.value AS value, e.words AS words,
  e.guarded AS guarded, e.span_from AS span_from, e.span_to AS span_to, NULL AS sure,
  NULL AS who, NULL AS organisation, NULL AS informal, [] AS senders, [] AS receivers,
  r.file_key AS record, r.recorded_on AS recorded_on, r.restricted AS record_restricted,
  [(r)-[:FROM]->(source:Source) | source.agency] AS agencies
