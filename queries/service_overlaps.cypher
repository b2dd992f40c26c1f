// Which services overlap?
MATCH (s:Service)
WHERE coalesce(s.status, 'active') = 'active' AND EXISTS { (s)-[:MEETS]->(n:Need) WHERE $need IS NULL OR n.uid = $need }
RETURN s.uid AS service, s.full_name AS full_name, s.description AS description, s.minimum_age AS minimum_age,
  s.maximum_age AS maximum_age, s.eligibility AS eligibility, s.postcode AS postcode, s.unconfirmed AS unconfirmed
ORDER BY service
