// Whom does each community asset reach, and whom could it reach?
MATCH (a:Asset)
WHERE coalesce(a.status, 'active') = 'active' AND a.unconfirmed IS NULL AND ($asset IS NULL OR a.uid = $asset)
RETURN a.uid AS asset, a.full_name AS full_name, a.kind AS kind,
  [(a)-[:OFFERS]->(need:Need) | need.uid] AS needs,
  [(a)-[:COVERS]->(area:Area) | area.uid] AS areas,
  [(a)<-[:PROVIDES]-(provider:Organisation) | provider.full_name] AS providers,
  [(a)<-[:SAYS]-(record:Record) | record.file_key] AS records
ORDER BY asset
