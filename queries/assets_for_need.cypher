// What does the community have for this need?
MATCH (a:Asset)-[o:OFFERS]->(n:Need {uid: $need})
WHERE coalesce(a.status, 'active') = 'active'
RETURN a.uid AS asset, a.full_name AS full_name, a.kind AS kind, a.description AS description,
  a.meets_when AS meets_when, a.contact AS contact, a.address AS address, a.postcode AS postcode, a.lat AS lat, a.lon AS lon, o.words AS words, a.unconfirmed AS unconfirmed,
  [(a)-[:COVERS]->(area:Area) | area.uid] AS areas, [(a)-[:COVERS]->(area:Area) | coalesce(area.full_name, area.uid)] AS area_names,
  [(a)<-[:SAYS]-(record:Record) | record.file_key] AS records
ORDER BY full_name, asset
