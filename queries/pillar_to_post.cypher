// How was this person sent from pillar to post?
MATCH (p:Person {uid: $person})<-[:SAME_AS]-(m:Mention)<-[:ABOUT]-(f:Referral)
MATCH (f)<-[:SAYS]-(r:Record)
RETURN p.uid AS person, p.full_name AS person_name, p.restricted AS restricted,
  f.uid AS referral, f.referred_on AS referred_on, f.outcome AS outcome, f.reason AS reason, f.guarded AS guarded,
  r.file_key AS record, r.recorded_on AS recorded_on, r.form AS form, r.restricted AS record_restricted,
  [(f)-[:FROM]->(sender:Organisation) | sender.full_name] AS senders,
  [(f)-[:TO]->(receiver:Organisation) | receiver.full_name] AS receivers,
  [(r)-[:FROM]->(source:Source) | source.agency] AS agencies
ORDER BY referred_on, record, referral
