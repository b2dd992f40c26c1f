// How well is each mission covered?
MATCH (n:Need)<-[t:MEETS]-(s:Service)
WHERE n.uid IN $needs AND s.unconfirmed IS NULL
RETURN 'service' AS kind, s.uid AS uid, s.full_name AS full_name, s.status AS status, n.uid AS need, t.words AS words,
  [(s)-[:COVERS]->(area:Area) | area.uid] AS areas, [(s)<-[:PROVIDES]-(o:Organisation) | o.full_name] AS providers,
  [(s)<-[:SAYS]-(record:Record) | record.file_key] AS records
UNION ALL
MATCH (n:Need)<-[t:OFFERS]-(s:Asset)
WHERE n.uid IN $needs AND s.unconfirmed IS NULL
RETURN 'asset' AS kind, s.uid AS uid, s.full_name AS full_name, s.status AS status, n.uid AS need, t.words AS words,
  [(s)-[:COVERS]->(area:Area) | area.uid] AS areas, [(s)<-[:PROVIDES]-(o:Organisation) | o.full_name] AS providers,
  [(s)<-[:SAYS]-(record:Record) | record.file_key] AS records
