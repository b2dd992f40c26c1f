// Which services overlap?
MATCH (s:Service)-[:MEETS]->(n:Need)
WHERE coalesce(s.status, 'active') = 'active' AND ($need IS NULL OR n.uid = $need)
WITH DISTINCT s
RETURN s.uid AS service, s.full_name AS full_name, s.description AS description,
  s.minimum_age AS minimum_age, s.maximum_age AS maximum_age, s.postcode AS postcode, s.meets_when AS meets_when,
  s.eligibility AS eligibility, s.unconfirmed AS unconfirmed,
  [(s)-[:MEETS]->(need:Need) | need.uid] AS needs,
  [(s)-[:COVERS]->(area:Area) | area.uid] AS areas,
  [(s)<-[:PROVIDES]-(provider:Organisation) | provider.full_name] AS providers,
  [(s)<-[:SAYS]-(record:Record) | record.file_key] AS records
ORDER BY service
