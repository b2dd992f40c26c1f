// Which people, families, practitioners, organisations, services and assets go by these words?
UNWIND $person_uids AS uid
MATCH (n:Person {uid: uid})
RETURN 'Person' AS kind, n.uid AS uid, n.full_name AS full_name, n.known_as AS known_as, n.dob AS born, NULL AS organisation,
  NULL AS description, n.restricted AS restricted, NULL AS unconfirmed
UNION ALL
UNWIND $family_uids AS uid
MATCH (n:Family {uid: uid})
RETURN 'Family' AS kind, n.uid AS uid, n.full_name AS full_name, NULL AS known_as, NULL AS born, NULL AS organisation,
  NULL AS description, n.restricted AS restricted, NULL AS unconfirmed
UNION ALL
UNWIND $practitioner_uids AS uid
MATCH (n:Practitioner {uid: uid})
RETURN 'Practitioner' AS kind, n.uid AS uid, n.full_name AS full_name, NULL AS known_as, NULL AS born, n.organisation AS organisation,
  NULL AS description, NULL AS restricted, NULL AS unconfirmed
UNION ALL
UNWIND $organisation_uids AS uid
MATCH (n:Organisation {uid: uid})
RETURN 'Organisation' AS kind, n.uid AS uid, n.full_name AS full_name, NULL AS known_as, NULL AS born, NULL AS organisation,
  n.description AS description, NULL AS restricted, NULL AS unconfirmed
UNION ALL
UNWIND $service_uids AS uid
MATCH (n:Service {uid: uid})
RETURN 'Service' AS kind, n.uid AS uid, n.full_name AS full_name, NULL AS known_as, NULL AS born, NULL AS organisation,
  n.description AS description, NULL AS restricted, n.unconfirmed AS unconfirmed
UNION ALL
UNWIND $asset_uids AS uid
MATCH (n:Asset {uid: uid})
RETURN 'Asset' AS kind, n.uid AS uid, n.full_name AS full_name, NULL AS known_as, NULL AS born, NULL AS organisation,
  n.description AS description, NULL AS restricted, n.unconfirmed AS unconfirmed
