from datetime import date
from typing import Any, Optional

from pydantic import Field

from .base_model import BaseModel


class Evidence(BaseModel):
    record: str
    said_on: Optional[date] = Field(alias="saidOn")
    words: Optional[str]
    person: Optional[str]
    capacity: Optional[str]
    span_from: Optional[int] = Field(alias="spanFrom")
    span_to: Optional[int] = Field(alias="spanTo")
    sure: float


class Acquaintance(BaseModel):
    practitioner: Optional[str]
    full_name: str = Field(alias="fullName")
    organisation: Optional[str]
    ask: Optional[str]
    informal: bool
    capacity: str
    people: list[str]
    first_contact: Optional[date] = Field(alias="firstContact")
    last_contact: Optional[date] = Field(alias="lastContact")
    ended: Optional[date]
    status: str
    strength: str
    sure: float
    perhaps_also: list[str] = Field(alias="perhapsAlso")
    evidence: list["AcquaintanceEvidence"]


class AcquaintanceEvidence(Evidence):
    pass


class Agreed(BaseModel):
    action: str
    kind: str
    words: str
    owner: Optional[str]
    due_on: Optional[date] = Field(alias="dueOn")
    overdue: bool
    decided_on: date = Field(alias="decidedOn")
    decided_by: Optional[str] = Field(alias="decidedBy")
    done_on: Optional[date] = Field(alias="doneOn")
    came_of: Optional[str] = Field(alias="cameOf")


class Area(BaseModel):
    id: str
    uid: str
    full_name: Optional[str] = Field(alias="fullName")
    kind: Optional[str]
    lat: Optional[float]
    lon: Optional[float]


class Asset(BaseModel):
    id: str
    uid: str
    full_name: Optional[str] = Field(alias="fullName")
    description: Optional[str]
    kind: Optional[str]
    status: Optional[str]
    url: Optional[str]
    meets_when: Optional[str] = Field(alias="meetsWhen")
    contact: Optional[str]
    address: Optional[str]
    postcode: Optional[str]
    lat: Optional[float]
    lon: Optional[float]
    confirmed_on: Optional[date] = Field(alias="confirmedOn")
    unconfirmed: Optional[bool]


class BlueprintItem(BaseModel):
    team: str
    team_name: Optional[str] = Field(alias="teamName")
    section: str
    item: str
    what: str
    in_place: Optional[bool] = Field(alias="inPlace")
    found: str
    missing: str
    evidence: list["BlueprintItemEvidence"]


class BlueprintItemEvidence(Evidence):
    pass


class WeighedPart(BaseModel):
    part: str
    value: float
    weight: float
    why: str


class Candidate(BaseModel):
    practitioner: str
    full_name: str = Field(alias="fullName")
    organisation: Optional[str]
    informal: bool
    proposed: bool
    score: float
    capacity: str
    last_contact: Optional[date] = Field(alias="lastContact")
    parts: list["CandidateParts"]
    against: list[str]
    evidence: list["CandidateEvidence"]


class CandidateParts(WeighedPart):
    pass


class CandidateEvidence(Evidence):
    pass


class ReferralStep(BaseModel):
    referred_on: Optional[date] = Field(alias="referredOn")
    sender: Optional[str]
    receiver: Optional[str]
    outcome: str
    came_to: str = Field(alias="cameTo")
    reason: Optional[str]
    days: Optional[int]
    in_loop: bool = Field(alias="inLoop")
    evidence: list["ReferralStepEvidence"]


class ReferralStepEvidence(Evidence):
    pass


class Chain(BaseModel):
    person: str
    full_name: Optional[str] = Field(alias="fullName")
    steps: list["ChainSteps"]
    loop: bool
    ended_in: str = Field(alias="endedIn")
    turned_away: int = Field(alias="turnedAway")
    days: Optional[int]
    evidence: list["ChainEvidence"]


class ChainSteps(ReferralStep):
    pass


class ChainEvidence(Evidence):
    pass


class Change(BaseModel):
    how: str
    kind: str
    happened_on: Optional[date] = Field(alias="happenedOn")
    what: str
    who: Optional[str]
    people: list[str]
    evidence: list["ChangeEvidence"]


class ChangeEvidence(Evidence):
    pass


class Cover(BaseModel):
    uid: str
    full_name: str = Field(alias="fullName")
    providers: list[str]
    needs: list[str]
    areas: list[str]
    evidence: list["CoverEvidence"]


class CoverEvidence(Evidence):
    pass


class Evenness(BaseModel):
    by: str
    full_name: str = Field(alias="fullName")
    people: Optional[int]
    people_told: str = Field(alias="peopleTold")
    picked: Optional[int]
    picked_told: str = Field(alias="pickedTold")
    share: Optional[float]
    times_as_often: Optional[float] = Field(alias="timesAsOften")
    uneven: bool
    told: str
    evidence: list["EvennessEvidence"]


class EvennessEvidence(Evidence):
    pass


class Event(BaseModel):
    happened_on: Optional[date] = Field(alias="happenedOn")
    kind: str
    what: str
    who: Optional[str]
    people: list[str]
    evidence: list["EventEvidence"]


class EventEvidence(Evidence):
    pass


class ParameterUnderstood(BaseModel):
    parameter: str
    given: Optional[Any]
    understood: Optional[Any]
    how: str
    means: Optional[str]


class RulesFollowed(BaseModel):
    file: str
    version: str
    of_the_place: bool = Field(alias="ofThePlace")


class Explanation(BaseModel):
    asks: str
    cypher: str
    parameters: list["ExplanationParameters"]
    rows_read: Optional[int] = Field(alias="rowsRead")
    further: list[str]
    rules: list["ExplanationRules"]
    left_out: list[str] = Field(alias="leftOut")


class ExplanationParameters(ParameterUnderstood):
    pass


class ExplanationRules(RulesFollowed):
    pass


class Family(BaseModel):
    id: str
    uid: str
    full_name: Optional[str] = Field(alias="fullName")
    restricted: Optional[bool]


class FamilyChange(BaseModel):
    family: str
    as_of: date = Field(alias="asOf")
    changes: list["FamilyChangeChanges"]
    more: int
    unseen: list[str]


class FamilyChangeChanges(Change):
    pass


class Finding(BaseModel):
    item: str
    section: str
    told: str
    figure: Optional[float]
    said_on: Optional[date] = Field(alias="saidOn")
    bodies: list[str]
    evidence: list["FindingEvidence"]


class FindingEvidence(Evidence):
    pass


class Found(BaseModel):
    kind: str
    uid: str
    full_name: str = Field(alias="fullName")
    known_as: Optional[str] = Field(alias="knownAs")
    born: Optional[date]
    organisation: Optional[str]
    description: Optional[str]
    likeness: float
    unconfirmed: bool


class Gap(BaseModel):
    need: str
    need_name: Optional[str] = Field(alias="needName")
    area: str
    area_name: str = Field(alias="areaName")
    ages: str
    people: Optional[int]
    people_told: str = Field(alias="peopleTold")
    elsewhere: list[str]
    closed: list[str]
    leads: list[str]
    evidence: list["GapEvidence"]


class GapEvidence(Evidence):
    pass


class HuddlePerson(BaseModel):
    person: str
    full_name: Optional[str] = Field(alias="fullName")
    status: str
    why: str
    trend: str
    new: list[str]


class HuddleFamily(BaseModel):
    family: str
    full_name: Optional[str] = Field(alias="fullName")
    people: list["HuddleFamilyPeople"]
    changed: list[str]
    known_to: list["HuddleFamilyKnownTo"] = Field(alias="knownTo")
    questions: list[str]
    agreed: list["HuddleFamilyAgreed"]
    evidence: list["HuddleFamilyEvidence"]


class HuddleFamilyPeople(HuddlePerson):
    pass


class HuddleFamilyKnownTo(Acquaintance):
    pass


class HuddleFamilyAgreed(Agreed):
    pass


class HuddleFamilyEvidence(Evidence):
    pass


class Understanding(BaseModel):
    question: str
    answers: str
    parameters: Any
    because: list[str]
    passed_over: list[str] = Field(alias="passedOver")
    score: float


class InWords(BaseModel):
    understood: Optional["InWordsUnderstood"]
    could_also_mean: list["InWordsCouldAlsoMean"] = Field(alias="couldAlsoMean")
    answer: Optional[Any]


class InWordsUnderstood(Understanding):
    pass


class InWordsCouldAlsoMean(Understanding):
    pass


class IntroductionStep(BaseModel):
    practitioner: str
    full_name: str = Field(alias="fullName")
    organisation: Optional[str]
    why: str
    worth: Optional[float]
    evidence: list["IntroductionStepEvidence"]


class IntroductionStepEvidence(Evidence):
    pass


class Introduction(BaseModel):
    steps: list["IntroductionSteps"]
    person: Optional[str]
    person_name: Optional[str] = Field(alias="personName")
    known_as: str = Field(alias="knownAs")
    informal: bool
    last_contact: Optional[date] = Field(alias="lastContact")
    strength: float
    trusted: bool
    worth: float
    evidence: list["IntroductionEvidence"]


class IntroductionSteps(IntroductionStep):
    pass


class IntroductionEvidence(Evidence):
    pass


class Judged(BaseModel):
    judgement: str


class KeyWorker(BaseModel):
    practitioner: str
    full_name: str = Field(alias="fullName")
    capacity: str
    last_contact: Optional[date] = Field(alias="lastContact")
    led_by: list[str] = Field(alias="ledBy")
    organisations: list[str]
    teams: list[str]
    boards: list[str]


class Lead(BaseModel):
    asset: str
    full_name: str = Field(alias="fullName")
    kind: Optional[str]
    description: Optional[str]
    meets_when: Optional[str] = Field(alias="meetsWhen")
    contact: Optional[str]
    address: Optional[str]
    postcode: Optional[str]
    areas: list[str]
    area_names: list[str] = Field(alias="areaNames")
    evidence: list["LeadEvidence"]
    neighbourly: bool
    room: Optional[str]
    km: Optional[float]
    walk_minutes: Optional[int] = Field(alias="walkMinutes")
    distance_about: Optional[bool] = Field(alias="distanceAbout")
    unconfirmed: bool


class LeadEvidence(Evidence):
    pass


class LineOfSight(BaseModel):
    family: str
    full_name: Optional[str] = Field(alias="fullName")
    key_workers: list["LineOfSightKeyWorkers"] = Field(alias="keyWorkers")
    broken_at: Optional[str] = Field(alias="brokenAt")
    told: str
    known_to: list[str] = Field(alias="knownTo")
    evidence: list["LineOfSightEvidence"]


class LineOfSightKeyWorkers(KeyWorker):
    pass


class LineOfSightEvidence(Evidence):
    pass


class Measure(BaseModel):
    month: str
    people: Optional[int]
    people_told: str = Field(alias="peopleTold")


class Metric(BaseModel):
    measure: str
    full_name: str = Field(alias="fullName")
    before: Optional[int]
    before_told: str = Field(alias="beforeTold")
    after: Optional[int]
    after_told: str = Field(alias="afterTold")
    change: str
    unit_cost: Optional[float] = Field(alias="unitCost")
    cost_before: Optional[float] = Field(alias="costBefore")
    cost_after: Optional[float] = Field(alias="costAfter")
    cost_source: Optional[str] = Field(alias="costSource")
    evidence: list["MetricEvidence"]


class MetricEvidence(Evidence):
    pass


class MissionCover(BaseModel):
    mission: str
    full_name: str = Field(alias="fullName")
    people: Optional[int]
    people_told: str = Field(alias="peopleTold")
    services: list["MissionCoverServices"]
    assets: list["MissionCoverAssets"]
    partners: list[str]
    gaps: list[str]
    measures: list["MissionCoverMeasures"]
    evidence: list["MissionCoverEvidence"]


class MissionCoverServices(Cover):
    pass


class MissionCoverAssets(Cover):
    pass


class MissionCoverMeasures(Measure):
    pass


class MissionCoverEvidence(Evidence):
    pass


class Namesake(BaseModel):
    person: str
    full_name: Optional[str] = Field(alias="fullName")
    dob: Optional[date]
    probability: float
    speaks_for: list[str] = Field(alias="speaksFor")
    speaks_against: list[str] = Field(alias="speaksAgainst")
    mentions: int
    record: Optional[str]
    mention: str
    other_mention: str = Field(alias="otherMention")


class Need(BaseModel):
    id: str
    uid: str
    full_name: Optional[str] = Field(alias="fullName")


class NetworkStanding(BaseModel):
    body: str
    full_name: str = Field(alias="fullName")
    told: str
    partners: int
    times: int
    closest: list[str]
    between: float
    broker: bool
    single_point_of_failure: bool = Field(alias="singlePointOfFailure")
    cuts_off: list[str] = Field(alias="cutsOff")
    group: int
    apart: bool
    evidence: list["NetworkStandingEvidence"]


class NetworkStandingEvidence(Evidence):
    pass


class OfferKept(BaseModel):
    offer: str
    record: Optional[str]
    standing: str
    told: str


class Offered(BaseModel):
    service: str
    full_name: str = Field(alias="fullName")
    provider: Optional[str]
    description: Optional[str]
    ages: str
    eligibility: Optional[str]
    how_to_apply: Optional[str] = Field(alias="howToApply")
    charge: Optional[str]
    meets_when: Optional[str] = Field(alias="meetsWhen")
    contact: Optional[str]
    room: Optional[str]
    confirmed_on: Optional[date] = Field(alias="confirmedOn")
    lately_confirmed: Optional[bool] = Field(alias="latelyConfirmed")
    km: Optional[float]
    walk_minutes: Optional[int] = Field(alias="walkMinutes")
    distance_about: Optional[bool] = Field(alias="distanceAbout")
    address: Optional[str]
    postcode: Optional[str]
    areas: list[str]
    area_names: list[str] = Field(alias="areaNames")
    evidence: list["OfferedEvidence"]
    unconfirmed: bool


class OfferedEvidence(Evidence):
    pass


class Organisation(BaseModel):
    id: str
    uid: str
    full_name: Optional[str] = Field(alias="fullName")
    known_as: Optional[str] = Field(alias="knownAs")
    url: Optional[str]
    email: Optional[str]
    phone: Optional[str]
    address: Optional[str]
    postcode: Optional[str]
    description: Optional[str]
    charity_number: Optional[str] = Field(alias="charityNumber")
    company_number: Optional[str] = Field(alias="companyNumber")
    org_id: Optional[str] = Field(alias="orgId")
    published_id: Optional[str] = Field(alias="publishedId")
    kind: Optional[str]
    status: Optional[str]


class Spend(BaseModel):
    on: str
    pounds: float
    told: str
    said_on: Optional[date] = Field(alias="saidOn")
    evidence: list["SpendEvidence"]


class SpendEvidence(Evidence):
    pass


class Overlap(BaseModel):
    service_a: str = Field(alias="serviceA")
    service_b: str = Field(alias="serviceB")
    name_a: str = Field(alias="nameA")
    name_b: str = Field(alias="nameB")
    provider_a: Optional[str] = Field(alias="providerA")
    provider_b: Optional[str] = Field(alias="providerB")
    needs: list[str]
    areas: list[str]
    area_names: list[str] = Field(alias="areaNames")
    ages: str
    score: float
    needs_shared: float = Field(alias="needsShared")
    needs_rare: float = Field(alias="needsRare")
    areas_shared: float = Field(alias="areasShared")
    ages_shared: float = Field(alias="agesShared")
    words_alike: float = Field(alias="wordsAlike")
    same_site: bool = Field(alias="sameSite")
    perhaps_one: bool = Field(alias="perhapsOne")
    evidence: list["OverlapEvidence"]
    unconfirmed: list[str]
    spend: list["OverlapSpend"]
    touched: list[str]


class OverlapEvidence(Evidence):
    pass


class OverlapSpend(Spend):
    pass


class PageInfo(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    has_previous_page: bool = Field(alias="hasPreviousPage")
    start_cursor: Optional[str] = Field(alias="startCursor")
    end_cursor: Optional[str] = Field(alias="endCursor")


class PartnerLink(BaseModel):
    body_a: str = Field(alias="bodyA")
    body_b: str = Field(alias="bodyB")
    name_a: str = Field(alias="nameA")
    name_b: str = Field(alias="nameB")
    times: int
    meetings: int
    referrals_to_b: int = Field(alias="referralsToB")
    referrals_to_a: int = Field(alias="referralsToA")
    accepted: int
    notes: int
    first: Optional[date]
    last: Optional[date]
    told: str
    also_called: list[str] = Field(alias="alsoCalled")
    evidence: list["PartnerLinkEvidence"]


class PartnerLinkEvidence(Evidence):
    pass


class Person(BaseModel):
    id: str
    uid: str
    full_name: Optional[str] = Field(alias="fullName")
    known_as: Optional[str] = Field(alias="knownAs")
    dob: Optional[date]
    restricted: Optional[bool]


class Practitioner(BaseModel):
    id: str
    uid: str
    full_name: Optional[str] = Field(alias="fullName")
    surname: Optional[str]
    organisation: Optional[str]
    informal: Optional[bool]


class Reach(BaseModel):
    asset: str
    full_name: str = Field(alias="fullName")
    kind: Optional[str]
    needs: list[str]
    areas: list[str]
    reached: Optional[int]
    reached_told: str = Field(alias="reachedTold")
    could_reach: Optional[int] = Field(alias="couldReach")
    could_reach_told: str = Field(alias="couldReachTold")
    referrals: int
    nobody_refers: bool = Field(alias="nobodyRefers")
    last_seen: Optional[date] = Field(alias="lastSeen")
    told: str
    seen_in: list[str] = Field(alias="seenIn")
    evidence: list["ReachEvidence"]


class ReachEvidence(Evidence):
    pass


class Recorded(BaseModel):
    action: str


class Side(BaseModel):
    mention: str
    person: str
    full_name: Optional[str] = Field(alias="fullName")
    known_as: Optional[str] = Field(alias="knownAs")
    dob: Optional[date]
    address: Optional[str]
    postcode: Optional[str]
    nhs: Optional[str]
    upn: Optional[str]
    phone: Optional[str]
    mentions: int
    household: list[str]


class Step(BaseModel):
    feature: str
    bits: float
    total: float


class ReviewPair(BaseModel):
    left: "ReviewPairLeft"
    right: "ReviewPairRight"
    probability: float
    bits: float
    reasons: list["ReviewPairReasons"]
    judged: Optional[str]


class ReviewPairLeft(Side):
    pass


class ReviewPairRight(Side):
    pass


class ReviewPairReasons(Step):
    pass


class SavedQuestion(BaseModel):
    saved_as: str = Field(alias="savedAs")
    question: str
    parameters: Any
    saved_on: date = Field(alias="savedOn")
    lost: list[str]


class SavedAnswerTold(BaseModel):
    saved: "SavedAnswerToldSaved"
    answer: Any


class SavedAnswerToldSaved(SavedQuestion):
    pass


class Service(BaseModel):
    id: str
    uid: str
    full_name: Optional[str] = Field(alias="fullName")
    known_as: Optional[str] = Field(alias="knownAs")
    published_id: Optional[str] = Field(alias="publishedId")
    description: Optional[str]
    status: Optional[str]
    alert: Optional[str]
    minimum_age: Optional[int] = Field(alias="minimumAge")
    maximum_age: Optional[int] = Field(alias="maximumAge")
    eligibility: Optional[str]
    how_to_apply: Optional[str] = Field(alias="howToApply")
    url: Optional[str]
    email: Optional[str]
    phone: Optional[str]
    charge: Optional[str]
    meets_when: Optional[str] = Field(alias="meetsWhen")
    opens: Optional[list[str]]
    languages: Optional[str]
    serves: Optional[str]
    contact: Optional[str]
    address: Optional[str]
    postcode: Optional[str]
    lat: Optional[float]
    lon: Optional[float]
    confirmed_on: Optional[date] = Field(alias="confirmedOn")
    unconfirmed: Optional[bool]


class ServiceDuplicate(BaseModel):
    service_a: str = Field(alias="serviceA")
    service_b: str = Field(alias="serviceB")
    name_a: str = Field(alias="nameA")
    name_b: str = Field(alias="nameB")
    provider_a: Optional[str] = Field(alias="providerA")
    provider_b: Optional[str] = Field(alias="providerB")
    verdict: str
    judged: bool
    probability: float
    speaks_for: list[str] = Field(alias="speaksFor")
    speaks_against: list[str] = Field(alias="speaksAgainst")
    says_otherwise: list[str] = Field(alias="saysOtherwise")
    only_one_says: list[str] = Field(alias="onlyOneSays")
    evidence: list["ServiceDuplicateEvidence"]
    unconfirmed: list[str]


class ServiceDuplicateEvidence(Evidence):
    pass


class Skill(BaseModel):
    capability: str
    full_name: str = Field(alias="fullName")
    status: str
    required: bool
    told: str
    holders: list[str]
    vacant: list[str]
    days: float
    people: Optional[int]
    people_told: str = Field(alias="peopleTold")
    evidence: list["SkillEvidence"]


class SkillEvidence(Evidence):
    pass


class Stale(BaseModel):
    owner: str
    kind: str
    uid: str
    full_name: str = Field(alias="fullName")
    status: str
    confirmed_on: Optional[date] = Field(alias="confirmedOn")
    days: Optional[int]
    told: str
    ask: list[str]
    evidence: list["StaleEvidence"]


class StaleEvidence(Evidence):
    pass


class Strain(BaseModel):
    code: str
    label: str
    said_on: date = Field(alias="saidOn")
    record: str
    words: Optional[str]
    value: Optional[float]
    acute: Optional[str]
    told: str


class Telling(BaseModel):
    number: Optional[int]
    told_on: Optional[date] = Field(alias="toldOn")
    kind: str
    organisation: Optional[str]
    kept_by: Optional[str] = Field(alias="keptBy")
    told_to: Optional[str] = Field(alias="toldTo")
    people: list[str]
    could_have_read: list[str] = Field(alias="couldHaveRead")
    evidence: list["TellingEvidence"]


class TellingEvidence(Evidence):
    pass


class Threshold(BaseModel):
    service: str
    referrals: int
    refused: int
    sent_on: int = Field(alias="sentOn")
    unanswered: int
    people: int
    in_loops: int = Field(alias="inLoops")
    asked_by: list[str] = Field(alias="askedBy")
    went_next: list[str] = Field(alias="wentNext")
    reasons: list[str]
    evidence: list["ThresholdEvidence"]


class ThresholdEvidence(Evidence):
    pass


class Unsaved(BaseModel):
    saved_as: str = Field(alias="savedAs")


class Wobble(BaseModel):
    person: str
    full_name: Optional[str] = Field(alias="fullName")
    status: str
    why: str
    trend: str
    age: Optional[int]
    family: str
    area: Optional[str]
    strains: list["WobbleStrains"]
    known_to: list[str] = Field(alias="knownTo")
    evidence: list["WobbleEvidence"]


class WobbleStrains(Strain):
    pass


class WobbleEvidence(Evidence):
    pass


Evidence.model_rebuild()
Acquaintance.model_rebuild()
Agreed.model_rebuild()
Area.model_rebuild()
Asset.model_rebuild()
BlueprintItem.model_rebuild()
WeighedPart.model_rebuild()
Candidate.model_rebuild()
ReferralStep.model_rebuild()
Chain.model_rebuild()
Change.model_rebuild()
Cover.model_rebuild()
Evenness.model_rebuild()
Event.model_rebuild()
ParameterUnderstood.model_rebuild()
RulesFollowed.model_rebuild()
Explanation.model_rebuild()
Family.model_rebuild()
FamilyChange.model_rebuild()
Finding.model_rebuild()
Found.model_rebuild()
Gap.model_rebuild()
HuddlePerson.model_rebuild()
HuddleFamily.model_rebuild()
Understanding.model_rebuild()
InWords.model_rebuild()
IntroductionStep.model_rebuild()
Introduction.model_rebuild()
Judged.model_rebuild()
KeyWorker.model_rebuild()
Lead.model_rebuild()
LineOfSight.model_rebuild()
Measure.model_rebuild()
Metric.model_rebuild()
MissionCover.model_rebuild()
Namesake.model_rebuild()
Need.model_rebuild()
NetworkStanding.model_rebuild()
OfferKept.model_rebuild()
Offered.model_rebuild()
Organisation.model_rebuild()
Spend.model_rebuild()
Overlap.model_rebuild()
PageInfo.model_rebuild()
PartnerLink.model_rebuild()
Person.model_rebuild()
Practitioner.model_rebuild()
Reach.model_rebuild()
Recorded.model_rebuild()
Side.model_rebuild()
Step.model_rebuild()
ReviewPair.model_rebuild()
SavedQuestion.model_rebuild()
SavedAnswerTold.model_rebuild()
Service.model_rebuild()
ServiceDuplicate.model_rebuild()
Skill.model_rebuild()
Stale.model_rebuild()
Strain.model_rebuild()
Telling.model_rebuild()
Threshold.model_rebuild()
Unsaved.model_rebuild()
Wobble.model_rebuild()
