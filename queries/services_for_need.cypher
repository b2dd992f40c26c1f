// Which services meet this need?
MATCH (s:Service)-[m:MEETS]->(n:Need {uid: $need})
WHERE coalesce(s.status, 'active') = 'active'
RETURN s.uid AS service, s.full_name AS full_name, s.description AS description, s.alert AS alert, s.eligibility AS eligibility,
  s.minimum_age AS minimum_age, s.maximum_age AS maximum_age, s.how_to_apply AS how_to_apply, s.charge AS charge,
  s.meets_when AS meets_when, s.contact AS contact, s.phone AS phone, s.url AS url, s.address AS address, s.postcode AS postcode,
  s.lat AS lat, s.lon AS lon, s.confirmed_on AS confirmed_on, s.unconfirmed AS unconfirmed, m.words AS words,
  [(s)-[:COVERS]->(area:Area) | area.uid] AS areas, [(s)-[:COVERS]->(area:Area) | coalesce(area.full_name, area.uid)] AS area_names,
  [(s)<-[:PROVIDES]-(o:Organisation) | o.full_name] AS providers,
  [(s)<-[:SAYS]-(record:Record) | record.file_key] AS records
ORDER BY full_name, service
