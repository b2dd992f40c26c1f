"""`explain: true`: how an answer came about, beside the answer."""

from tests.api.serving import Ask, Counted, client_of

ASK = """query ($family: String!, $explain: Boolean!) { whoKnowsFamily(family: $family, first: 2, explain: $explain) {
  edges { node { practitioner } } unseen
  explanation { asks cypher rowsRead further leftOut parameters { parameter given understood how means }
    rules { file version ofThePlace } } } }"""
RECORD = "records/childrens_social_care.csv#1100231"


def test_it_is_told_when_asked_for(ask: Ask) -> None:
    plain, told = (ask(ASK, family=RECORD, explain=how)["data"]["whoKnowsFamily"] for how in (False, True))
    assert (plain["edges"], plain["explanation"]) == (told["edges"], None)
    explanation = told["explanation"]
    (family,) = explanation["parameters"]
    assert (explanation["asks"], family["given"]) == ("Who already knows this family?", RECORD)
    assert (family["how"], family["understood"][:7], family["means"]) == ("named", "family-", "Family")
    assert explanation["rowsRead"] >= len(told["edges"]) == 2
    assert explanation["leftOut"][:-1] == told["unseen"]


def test_a_cleared_caller_is_told_all(harrowdale: Counted) -> None:
    """The further readings, and every row."""
    with client_of(harrowdale, cleared=True) as client:
        query = "{ wobbling(explain: true) { unseen explanation { further leftOut rules { file } } } }"
        told = client.post("/graphql", json={"query": query}).json()["data"]["wobbling"]
    assert told["explanation"]["further"]
    assert (told["explanation"]["leftOut"], told["explanation"]["rules"]) == (told["unseen"], [{"file": "wobbling.yaml"}])


def test_a_name_that_fits_nobody_is_told_as_without(ask: Ask) -> None:
    wrong = [ask(ASK, family="Nobody Whosoever", explain=how)["errors"][0]["message"] for how in (True, False)]
    assert wrong[0] == wrong[1]
