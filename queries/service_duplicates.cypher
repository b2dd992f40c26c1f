// Which services are listed twice?
MATCH (a:Service)-[e:MAY_BE]->(b:Service)
WHERE e.band IN ['same', 'review']
RETURN a.uid AS service_a, a.full_name AS name_a, b.uid AS service_b, b.full_name AS name_b,
  [(o:Organisation)-[:PROVIDES]->(a) | o.full_name] AS providers_a, [(o:Organisation)-[:PROVIDES]->(b) | o.full_name] AS providers_b,
  [(a)-[:COVERS]->(area:Area) | area.uid] AS areas_a, [(b)-[:COVERS]->(area:Area) | area.uid] AS areas_b,
  [(a)-[:MEETS]->(need:Need) | need.uid] AS needs_a, [(b)-[:MEETS]->(need:Need) | need.uid] AS needs_b,
  [a.minimum_age, a.maximum_age] AS ages_a, [b.minimum_age, b.maximum_age] AS ages_b,
  a.unconfirmed AS unconfirmed_a, b.unconfirmed AS unconfirmed_b, a.meets_when AS when_a, b.meets_when AS when_b, a.contact AS contact_a, b.contact AS contact_b,
  a.postcode AS postcode_a, b.postcode AS postcode_b, a.url AS url_a, b.url AS url_b,
  e.bits AS bits, e.band AS verdict, coalesce(e.judged, false) AS judged, e.reasons AS reasons,
  [(a)<-[:SAYS]-(record:Record) | record.file_key] AS records_a, [(b)<-[:SAYS]-(record:Record) | record.file_key] AS records_b
ORDER BY service_a, service_b
