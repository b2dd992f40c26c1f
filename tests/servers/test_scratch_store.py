import pytest
@pytest.mark.parametrize("n", [1,2])
def test_a(store, n):
    q="MATCH (n:Person) RETURN count(n) AS c"
    assert store.read(q)==[{"c":0}]
    store.write(("UNWIND $rows AS row MERGE (n:Person {uid: row.uid}) SET n += row.props", [{"uid":"a","props":{"full_name":"A"}}]))
    assert store.read(q)==[{"c":1}]
@pytest.mark.parametrize("store", ["embedded"], indirect=True)
def test_b(store): assert store.engine
