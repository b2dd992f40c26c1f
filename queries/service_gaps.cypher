// Where is a need without a service that meets it?
MATCH (n:Need)<-[t:MEETS]-(s:Service)
WHERE ($need IS NULL OR n.uid = $need) AND s.unconfirmed IS NULL
RETURN n.uid AS need, n.full_name AS need_name, 'Service' AS kind, s.uid AS uid, s.full_name AS full_name, s.status AS status,
  s.minimum_age AS minimum_age, s.maximum_age AS maximum_age, t.words AS words,
  [(s)-[:COVERS]->(area:Area) | area.uid] AS areas, [(s)<-[:SAYS]-(record:Record) | record.file_key] AS records
UNION ALL
MATCH (n:Need)<-[t:OFFERS]-(s:Asset)
WHERE ($need IS NULL OR n.uid = $need) AND s.unconfirmed IS NULL
RETURN n.uid AS need, n.full_name AS need_name, 'Asset' AS kind, s.uid AS uid, s.full_name AS full_name, s.status AS status,
  NULL AS minimum_age, NULL AS maximum_age, t.words AS words,
  [(s)-[:COVERS]->(area:Area) | area.uid] AS areas, [(s)<-[:SAYS]-(record:Record) | record.file_key] AS records
