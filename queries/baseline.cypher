// Where does this place start from?
MATCH (t:Statement)<-[:SAYS]-(r:Record)
RETURN 'statement' AS kind, t.uid AS uid, t.kind AS section, t.topic AS item, t.words AS words, t.said_on AS said_on, t.asked AS asked,
  t.share AS share, t.amount AS amount, NULL AS status,
  [(t)-[:ABOUT]->(area:Area) | area.uid] AS areas, [(t)-[:ABOUT]->(need:Need) | need.full_name] AS needs,
  [(t)-[:FROM]->(o:Organisation) | o.full_name] AS bodies, r.file_key AS record
UNION ALL
MATCH (g:Grant)<-[:SAYS]-(r:Record)
RETURN 'grant' AS kind, g.uid AS uid, 'spend' AS section, coalesce(g.programme, g.full_name) AS item, g.full_name AS words,
  g.awarded_on AS said_on, NULL AS asked, NULL AS share, g.amount AS amount, NULL AS status,
  [(g)-[:COVERS]->(area:Area) | area.uid] AS areas, [] AS needs, [(g)-[:TO]->(o:Organisation) | o.full_name] AS bodies, r.file_key AS record
UNION ALL
MATCH (s:Service)<-[:SAYS]-(r:Record)
WHERE s.unconfirmed IS NULL
RETURN 'service' AS kind, s.uid AS uid, 'services' AS section, s.full_name AS item, NULL AS words, s.confirmed_on AS said_on, NULL AS asked,
  NULL AS share, NULL AS amount, s.status AS status,
  [(s)-[:COVERS]->(area:Area) | area.uid] AS areas, [(s)-[:MEETS]->(need:Need) | need.full_name] AS needs,
  [(s)<-[:PROVIDES]-(o:Organisation) | o.full_name] AS bodies, r.file_key AS record
UNION ALL
MATCH (s:Asset)<-[:SAYS]-(r:Record)
WHERE s.unconfirmed IS NULL
RETURN 'asset' AS kind, s.uid AS uid, 'assets' AS section, s.full_name AS item, NULL AS words, NULL AS said_on, NULL AS asked,
  NULL AS share, NULL AS amount, s.status AS status,
  [(s)-[:COVERS]->(area:Area) | area.uid] AS areas, [(s)-[:OFFERS]->(need:Need) | need.full_name] AS needs,
  [(s)<-[:PROVIDES]-(o:Organisation) | o.full_name] AS bodies, r.file_key AS record
