// Which families should this huddle talk about?
MATCH (a:Area {uid: $area})
RETURN a.uid AS area, a.full_name AS full_name
ORDER BY area
