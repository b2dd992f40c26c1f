// What has nobody confirmed of late, and whose is it to confirm?
MATCH (s:Service)
WHERE coalesce(s.status, 'active') = 'active'
RETURN 'service' AS kind, s.uid AS uid, s.full_name AS full_name, s.confirmed_on AS confirmed_on, s.unconfirmed AS unconfirmed,
  [(s)<-[:PROVIDES]-(o:Organisation) | o.full_name] AS owners, [(s)-[:COVERS]->(area:Area) | area.uid] AS areas,
  [(s)<-[:SAYS]-(said:Record)-[:FROM]->(source:Source) | source.agency] AS listers, [(s)<-[:SAYS]-(record:Record) | record.file_key] AS records
UNION ALL
MATCH (a:Asset)
WHERE coalesce(a.status, 'active') = 'active'
RETURN 'asset' AS kind, a.uid AS uid, a.full_name AS full_name, a.confirmed_on AS confirmed_on, a.unconfirmed AS unconfirmed,
  [(a)<-[:PROVIDES]-(o:Organisation) | o.full_name] AS owners, [(a)-[:COVERS]->(area:Area) | area.uid] AS areas,
  [(a)<-[:SAYS]-(said:Record)-[:FROM]->(source:Source) | source.agency] AS listers, [(a)<-[:SAYS]-(record:Record) | record.file_key] AS records
UNION ALL
MATCH (s:Source)<-[:FROM]-(r:Record)
WITH s, max(r.recorded_on) AS newest
RETURN 'source' AS kind, s.uid AS uid, s.uid AS full_name, newest AS confirmed_on, NULL AS unconfirmed, [] AS owners, [] AS areas, [s.agency] AS listers,
  [] AS records
