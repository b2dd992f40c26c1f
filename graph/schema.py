"""The vocabulary, once: labels, relationships, their keys and their sensitivity.

Constraints, indexes, upserts, the check of mappings and docs/schema.md are derived from here.
It is longer than other files because it is one list, which reads best whole.
A Mention is what one record says of one person; a Person is who that is. See docs/decisions/0002.
"""

from datetime import date

from graph.declare import Sensitivity, edge, node

OPEN, WORKING = Sensitivity.OPEN, Sensitivity.WORKING
PERSONAL, SPECIAL = Sensitivity.PERSONAL, Sensitivity.SPECIAL


# Where knowledge comes from


@node(OPEN, described=False)
class Source:
    """A file or feed that one agency supplies, as its mapping names it."""

    uid: str
    agency: str | None = None
    mode: str | None = None
    as_of: date | None = None
    """The day the place speaks of, where its place.yaml sets one."""
    extracted_on: date | None = None
    """The day its newest file was drawn, where somebody says so."""
    retention: str | None = None
    """How long its records are kept after their date, such as `7 years`."""
    keep_text: str | None = None
    """How long the words of its notes are kept after their date, such as `6 months`."""


@node(WORKING, indexed=("state",), described=False)
class Run:
    """One ingestion of one source: what was read, taken, refused and withdrawn."""

    uid: str
    source: str | None = None
    started: str | None = None
    ended: str | None = None
    state: str | None = None
    """open, done, failed, or cut off: killed, and made good for by the next."""
    content_hash: str | None = None
    """A SHA-256 over its files."""
    counts: str | None = None


@node(WORKING, described=False)
class Lease:
    """Who is writing to a shared store just now, and until when unless renewed (server time, milliseconds)."""

    uid: str
    holder: str | None = None
    asked_by: str | None = None
    host: str | None = None
    pid: int | None = None
    since: int | None = None
    until: int | None = None


@node(PERSONAL, indexed=("file_key", "row_key", "source"), described=False)
class Record:
    """A row, object or note as it was last taken in; everything said points back to one."""

    uid: str
    source: str | None = None
    file: str | None = None
    row_key: str | None = None
    file_key: str | None = None
    form: str | None = None
    recorded_on: date | None = None
    content_hash: str | None = None
    verdict: str | None = None
    problems: list[str] | None = None
    restricted: bool | None = None
    unplaced: str | None = None
    """What of a published record has no place in this vocabulary, as JSON, so that it can be published again."""
    superseded: bool | None = None
    """True where the latest version of this row is in quarantine and this is its last good one."""


@node(SPECIAL, indexed=("source",), described=False)
class Quarantine:
    """A row that could not be taken in, kept as it was with the reason and the cure."""

    uid: str
    source: str | None = None
    file: str | None = None
    row_key: str | None = None
    verdict: str | None = None
    problems: list[str] | None = None
    raw: str | None = None
    columns: list[str] | None = None
    """The header of the table it stands in."""
    content_hash: str | None = None
    restricted: bool | None = None
    recorded_on: date | None = None
    """What its retention period counts from."""
    quarantined_on: date | None = None
    """When it came into quarantine as it is now."""


@node(SPECIAL, indexed=("source",), described=False)
class Correction:
    """What a person here says a row should be that its source still sends wrong; it leaves when the source is put right."""

    uid: str
    source: str | None = None
    row: str | None = None
    """The row's key in quarantine, as SOURCE#KEY."""
    sent_hash: str | None = None
    """A hash of the row as the source sends it; another row of the same place in the file has another."""
    was: str | None = None
    becomes: str | None = None
    decided_by: str | None = None
    decided_on: date | None = None
    reason: str | None = None
    restricted: bool | None = None
    recorded_on: date | None = None
    """What its retention period counts from."""


@node(SPECIAL, verbatim=("text",))
class Note:
    """The words of a case note, minute or e-mail."""

    uid: str
    text: str | None = None
    author: str | None = None
    restricted: bool | None = None


# People


@node(
    PERSONAL,
    locating=("postcode", "house", "address", "telling", "key_postcode_forename", "seen_postcode"),
    indexed=(
        "nhs",
        "upn",
        "local",
        "meant",
        "telling",
        "key_names",
        "key_birth_forename",
        "key_birth_surname",
        "key_birth_initials",
        "key_postcode_forename",
        "key_forename",
        "key_surname",
    ),
)
class Mention:
    """What one record says of one person; its key is `RECORD/FIELD`."""

    uid: str
    record: str
    field: str
    full_name: str | None = None
    known_as: str | None = None
    dob: date | None = None
    sex: str | None = None
    nhs: str | None = None
    upn: str | None = None
    local: str | None = None
    """The person's number in one agency's own system, as SYSTEM#NUMBER."""
    meant: str | None = None
    """In a note: the mention in a record that the name stands for, found by a stated rule."""
    telling: str | None = None
    """The same for mentions that tell the very same of somebody who can be known by it."""
    key_names: str | None = None
    """How forename and surname sound, by which likely fellows are found; the keys below likewise."""
    key_birth_forename: str | None = None
    key_birth_surname: str | None = None
    key_birth_initials: str | None = None
    key_postcode_forename: str | None = None
    key_forename: str | None = None
    key_surname: str | None = None
    meant_sure: float | None = None
    meant_why: str | None = None
    may_mean: list[str] | None = None
    """In a note: mentions in records that it may stand for, surest first, where a person has to say which."""
    phone: str | None = None
    house: str | None = None
    postcode: str | None = None
    address: str | None = None
    seen_postcode: str | None = None
    """Where they were met, by a record that does not say they live there."""
    restricted: bool | None = None


@node(PERSONAL, searched=("full_name", "known_as"), described=False)
class Person:
    """A resident, as all mentions of them together show."""

    uid: str
    full_name: str | None = None
    known_as: str | None = None
    dob: date | None = None
    restricted: bool | None = None


@node(PERSONAL, searched=("full_name",), described=False)
class Family:
    """People who live or are helped together; a child in care stays a member."""

    uid: str
    full_name: str | None = None
    restricted: bool | None = None


@node(WORKING, indexed=("surname",), searched=("full_name",), described=False)
class Practitioner:
    """Somebody who helps: a professional, a volunteer, or a neighbour."""

    uid: str
    full_name: str | None = None
    surname: str | None = None
    """The last word of the name as it is compared, by which namesakes are found."""
    organisation: str | None = None
    informal: bool | None = None


# What a place has


@node(OPEN, searched=("full_name",), described=False)
class Organisation:
    """A body that employs, provides, refers or meets."""

    uid: str
    full_name: str | None = None
    known_as: str | None = None
    url: str | None = None
    email: str | None = None
    phone: str | None = None
    address: str | None = None
    postcode: str | None = None
    description: str | None = None
    charity_number: str | None = None
    company_number: str | None = None
    org_id: str | None = None
    """Its identifier by org-id.guide, as GB-CHC-1110767."""
    published_id: str | None = None
    """What the feed that publishes it calls it, which stays the same."""
    kind: str | None = None
    status: str | None = None


@node(WORKING, described=False)
class Team:
    """People of several employers who work one patch together."""

    uid: str
    full_name: str | None = None


@node(WORKING)
class Post:
    """A seat in a team, filled or vacant."""

    uid: str
    full_name: str | None = None
    """The role, as its employer calls it."""
    days: float | None = None
    """Days a week with this team."""
    vacant: bool | None = None


@node(OPEN, searched=("full_name",), described=False)
class Board:
    """A group that governs: whom teams and organisations of a place answer to together."""

    uid: str
    full_name: str | None = None
    description: str | None = None


@node(WORKING, described=False)
class Capability:
    """Something a team can do that families may need, of the published code list, ingest/codes/capabilities.yaml."""

    uid: str
    full_name: str | None = None


@node(OPEN, indexed=("postcode",), searched=("full_name", "description"))
class Service:
    """Something an organisation offers to people who fit."""

    uid: str
    full_name: str | None = None
    known_as: str | None = None
    published_id: str | None = None
    """What the feed that publishes it calls it, which stays the same."""
    description: str | None = None
    status: str | None = None
    alert: str | None = None
    """What is different for the time being."""
    minimum_age: int | None = None
    maximum_age: int | None = None
    eligibility: str | None = None
    how_to_apply: str | None = None
    url: str | None = None
    email: str | None = None
    phone: str | None = None
    charge: str | None = None
    meets_when: str | None = None
    opens: list[str] | None = None
    """Each opening as its RFC 5545 rule, its hours and the days between which it holds, apart by blanks; `-` for unsaid."""
    languages: str | None = None
    serves: str | None = None
    """The area it says it is for, in its own words."""
    contact: str | None = None
    address: str | None = None
    postcode: str | None = None
    lat: float | None = None
    lon: float | None = None
    confirmed_on: date | None = None
    unconfirmed: bool | None = None
    """True of an offer that its own organisation registered and nobody has moderated yet."""


@node(OPEN, indexed=("postcode",), searched=("full_name", "description"))
class Asset:
    """Something the community has: a hall, a group, a skill."""

    uid: str
    full_name: str | None = None
    description: str | None = None
    kind: str | None = None
    status: str | None = None
    url: str | None = None
    meets_when: str | None = None
    contact: str | None = None
    address: str | None = None
    postcode: str | None = None
    lat: float | None = None
    lon: float | None = None
    confirmed_on: date | None = None
    unconfirmed: bool | None = None
    """True of an offer that its own organisation registered and nobody has moderated yet."""


@node(OPEN, indexed=("postcode",), searched=("full_name",))
class Location:
    """Where a service or asset is found: a building, a place to write to, or a place online."""

    uid: str
    full_name: str | None = None
    published_id: str | None = None
    description: str | None = None
    kind: str | None = None
    """physical, postal or virtual."""
    address: str | None = None
    postcode: str | None = None
    uprn: str | None = None
    lat: float | None = None
    lon: float | None = None
    access: str | None = None
    """What helps disabled people to come in and use it."""
    travel: str | None = None
    url: str | None = None


@node(PERSONAL, locating=("uid", "postcode", "address"), indexed=("postcode",), described=False)
class Address:
    """A dwelling, by postcode and house."""

    uid: str
    postcode: str | None = None
    address: str | None = None


@node(OPEN, searched=("full_name",))
class Area:
    """A ward, borough or region by its GSS code."""

    uid: str
    full_name: str | None = None
    kind: str | None = None
    """ward, local authority, LSOA … as the code's first letters tell."""
    lat: float | None = None
    lon: float | None = None


@node(OPEN, described=False)
class Need:
    """A need of the published code list, ingest/codes/needs.yaml."""

    uid: str
    full_name: str | None = None


# What happens


@node(PERSONAL, verbatim=("reason",))
class Referral:
    """One service asking another to take somebody on, and what came of it."""

    uid: str
    referred_on: date | None = None
    reason: str | None = None
    outcome: str | None = None
    span_from: int | None = None
    """In a note: where it is told, and how sure that is."""
    span_to: int | None = None
    sure: float | None = None
    guarded: bool | None = None
    """Its reason gives away somebody else who is restricted."""


@node(PERSONAL, verbatim=("outcome",))
class Assessment:
    """An occasion on which somebody told their story to an agency that wrote it down in its own form."""

    uid: str
    kind: str | None = None
    """What the agency calls it: C&F, OASys, Care Act …"""
    began_on: date | None = None
    taken_on: date | None = None
    """The day it was completed, or else held."""
    outcome: str | None = None
    guarded: bool | None = None
    """Its outcome gives away somebody else who is restricted."""


@node(SPECIAL)
class Signal:
    """A need or strain that a record or note states, with its words and how it was meant."""

    uid: str
    code: str | None = None
    words: str | None = None
    observed_on: date | None = None
    polarity: str | None = None
    """present, absent, hypothetical or past; measured, where only the value says whether it is a strain."""
    value: float | None = None
    """What was measured: attendance in per cent, arrears in pounds, appointments missed."""
    span_from: int | None = None
    span_to: int | None = None
    sure: float | None = None
    said_by: str | None = None
    """In a note: the relative, role or body that says so; a person who is named is at the end of SAID_BY."""
    guarded: bool | None = None
    """Its words give away somebody else who is restricted."""


@node(OPEN)
class Statement:
    """What a strategy, a survey or people of the place say in common, never of one person."""

    uid: str
    kind: str | None = None
    """strategy, staff survey, leadership interview, community engagement or experience."""
    topic: str | None = None
    words: str | None = None
    said_on: date | None = None
    asked: int | None = None
    """How many were asked."""
    share: float | None = None
    """The share of them who said so, between 0 and 1."""
    amount: float | None = None
    """Money in pounds a year, where it tells of spend."""


@node(OPEN)
class Grant:
    """Money one organisation gave another for a purpose."""

    uid: str
    full_name: str | None = None
    description: str | None = None
    amount: float | None = None
    currency: str | None = None
    awarded_on: date | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    programme: str | None = None


@node(PERSONAL, indexed=("mention",), described=False)
class Action:
    """What a huddle agreed to do for somebody or decided about them, and what came of it; kept as it was said."""

    uid: str
    kind: str | None = None
    """action, which somebody is to do; or decision."""
    words: str | None = None
    mention: str | None = None
    """The mention of the person it is for, which stays when people are thought over anew."""
    owner: str | None = None
    """Who is to do it, by name."""
    due_on: date | None = None
    decided_on: date | None = None
    decided_by: str | None = None
    done_on: date | None = None
    done_by: str | None = None
    came_of: str | None = None


@node(PERSONAL, indexed=("mention_a",), described=False)
class Judgement:
    """A person's decision that two mentions are (`same`), are not (`different`), or may be (`unsure`) the same."""

    uid: str
    verdict: str | None = None
    mention_a: str | None = None
    mention_b: str | None = None
    node_a: str | None = None
    """Or of two services (`same`, `overlaps`, `different`), two practitioners or two organisations."""
    node_b: str | None = None
    decided_by: str | None = None
    decided_on: date | None = None
    reason: str | None = None
    number: int | None = None
    """Which decision on the two it is, counted from 1; the last that is not undone holds."""
    undone: bool | None = None
    undone_by: str | None = None
    undone_on: date | None = None


@node(PERSONAL, indexed=("saved_by",), described=False)
class SavedQuestion:
    """A question with its parameters that a caller keeps under a name, to ask it again; it is that caller's alone."""

    uid: str
    saved_as: str | None = None
    saved_by: str | None = None
    question: str | None = None
    parameters: str | None = None
    """As a JSON object: people and families by a mention, all else by uid or as it was written."""
    mentions: list[str] | None = None
    """The mentions that it names people and families by; it goes when one of them is forgotten."""
    saved_on: date | None = None


@node(SPECIAL, indexed=("offer", "source"), described=False)
class OfferStep:
    """What was done about an offer of a community organisation: registered, confirmed, refused or withdrawn; never changed."""

    uid: str
    offer: str | None = None
    number: int | None = None
    """Which step of the offer it is, counted from 1."""
    source: str | None = None
    kind: str | None = None
    said: str | None = None
    """Of a registration: the offer's row as it was given, as JSON."""
    said_hash: str | None = None
    """A hash of that row; of a moderation, of the words that were moderated."""
    decided_by: str | None = None
    decided_on: date | None = None
    reason: str | None = None


SAYS_MENTION = edge("SAYS", Record, Mention, "a record speaks of a person", PERSONAL)
SAYS_NOTE = edge("SAYS", Record, Note, "a record holds these words", SPECIAL)
SAYS_SIGNAL = edge("SAYS", Record, Signal, "a record tells of a strain", SPECIAL)
SAYS_REFERRAL = edge("SAYS", Record, Referral, "a record tells of a referral", PERSONAL)
SAYS_ASSESSMENT = edge("SAYS", Record, Assessment, "a record tells of an assessment", PERSONAL)
SAYS_POST = edge("SAYS", Record, Post, "a record tells of a post", WORKING)
SAYS_STATEMENT = edge("SAYS", Record, Statement, "a document or survey says this", OPEN)
DESCRIBED = (Organisation, Service, Asset, Location, Area, Grant, Practitioner, Team, Board)
SAYS_DESCRIBED = [edge("SAYS", Record, label, "a record describes this", OPEN, said=str) for label in DESCRIBED]
FROM_SOURCE = edge("FROM", Record, Source, "the source a record came in", OPEN, keyed=True)

SAME_AS = edge("SAME_AS", Mention, Person, "who a mention is, and by which rule", PERSONAL, keyed=True, rule=str, sure=float)
MAY_BE = edge(
    "MAY_BE",
    Mention,
    Mention,
    "may be the same person: how likely in bits, in which band, and why",
    PERSONAL,
    keyed=True,
    bits=float,
    band=str,
    reasons=str,
)
MAY_BE_LISTED = edge(
    "MAY_BE",
    Service,
    Service,
    "may be one service listed twice: how likely in bits, `same`, `review` or what somebody judged, and why",
    OPEN,
    keyed=True,
    bits=float,
    band=str,
    reasons=str,
    judged=bool,
)
MEMBER_OF = edge("MEMBER_OF", Person, Family, "belongs to this family", PERSONAL, keyed=True)
# span_from, span_to and sure: where in a note a fact is told, and how sure that is; a record's own column has none of it.
RELATED_TO = edge(
    "RELATED_TO",
    Mention,
    Mention,
    "is kin to, or of one household with",
    PERSONAL,
    kin=str,
    household=bool,
    span_from=int,
    span_to=int,
    sure=float,
)
LIVES_AT = edge(
    "LIVES_AT", Mention, Address, "has this address", PERSONAL, locating=True, ended=date, span_from=int, span_to=int, sure=float
)
SUPPORTS = edge(
    "SUPPORTS",
    Practitioner,
    Mention,
    "works with, or stands by, in a capacity, between two dates",
    PERSONAL,
    verbatim=("words",),
    capacity=str,
    first=date,
    last=date,
    ended=date,
    strength=str,
    words=str,
    span_from=int,
    span_to=int,
    sure=float,
    school=bool,
    guarded=str,
    lead=bool,
)
ATTENDS = edge(
    "ATTENDS",
    Mention,
    Organisation,
    "is on roll at, or goes to",
    PERSONAL,
    locating=True,
    last=date,
    ended=date,
    span_from=int,
    span_to=int,
    sure=float,
)
WORKS_FOR = edge("WORKS_FOR", Practitioner, Organisation, "is employed by, or volunteers with", WORKING, keyed=True)
IN_TEAM = edge("IN_TEAM", Practitioner, Team, "sits in this team", WORKING, hours=float, role=str)
HAS_CAPABILITY = edge("OFFERS", Practitioner, Capability, "can do this", WORKING)
POST_OFFERS = edge("OFFERS", Post, Capability, "whoever holds it can do this", WORKING, words=str)
POST_IN_TEAM = edge("IN_TEAM", Post, Team, "is a seat in this team", WORKING)
POST_OF = edge("WORKS_FOR", Post, Organisation, "is paid for, or lent, by", WORKING)
HOLDS = edge("HOLDS", Practitioner, Post, "fills this post", WORKING)
REQUIRES = edge("REQUIRES", Team, Capability, "should be able to do this", WORKING, words=str)
COVERS_TEAM = edge("COVERS", Team, Area, "works for people of this area", OPEN)
BASED_AT = edge("AT", Team, Location, "works from here together", WORKING, days=float)
KNOWS = edge(
    "KNOWS", Practitioner, Practitioner, "was in touch with, about somebody", WORKING, verbatim=("words",), words=str, last=date
)
LED_BY = edge("LED_BY", Practitioner, Practitioner, "answers for their practice to", WORKING)
TEAM_ANSWERS = edge("ANSWERS_TO", Team, Board, "is governed by", OPEN)
ORGANISATION_ANSWERS = edge("ANSWERS_TO", Organisation, Board, "sits on, and answers to", OPEN)
PROVIDES = edge("PROVIDES", Organisation, Service, "runs this service", OPEN)
PROVIDES_ASSET = edge("PROVIDES", Organisation, Asset, "runs or owns this", OPEN)
COVERS = edge("COVERS", Service, Area, "is for people of this area", OPEN)
COVERS_ASSET = edge("COVERS", Asset, Area, "is in, or for, this area", OPEN)
COVERS_GRANT = edge("COVERS", Grant, Area, "is for people of this area", OPEN)
SERVICE_AT = edge("AT", Service, Location, "is found here", OPEN, meets_when=str, opens=list, phone=str)
ASSET_AT = edge("AT", Asset, Location, "is found here", OPEN, meets_when=str)
ORGANISATION_AT = edge("AT", Organisation, Location, "works from here", OPEN)
MEETS = edge("MEETS", Service, Need, "meets this need", OPEN, words=str)
OFFERS = edge("OFFERS", Asset, Need, "helps with this need", OPEN, words=str)
PARTNERS_WITH = edge(
    "PARTNERS_WITH", Organisation, Organisation, "works with", PERSONAL, verbatim=("words",), words=str, last=date
)
PART_OF = edge("PART_OF", Area, Area, "lies in", OPEN)
ABOUT_MENTION = edge("ABOUT", Referral, Mention, "is for", PERSONAL)
REFERRED_FROM = edge("FROM", Referral, Organisation, "came from", PERSONAL)
REFERRED_TO = edge("TO", Referral, Organisation, "went to", PERSONAL)
ASSESSMENT_ABOUT = edge("ABOUT", Assessment, Mention, "is about", PERSONAL)
ASSESSMENT_FROM = edge("FROM", Assessment, Organisation, "belongs to, and is kept by", PERSONAL)
TAKEN_BY = edge("TAKEN_BY", Assessment, Practitioner, "was taken, or led, by", PERSONAL)
SIGNAL_ABOUT = edge("ABOUT", Signal, Mention, "is about", SPECIAL, experiencer=str)
STATEMENT_ABOUT_AREA = edge("ABOUT", Statement, Area, "speaks of this area", OPEN)
STATEMENT_ABOUT_NEED = edge("ABOUT", Statement, Need, "speaks of this need", OPEN, words=str)
STATEMENT_FROM = edge("FROM", Statement, Organisation, "is published, or was asked, by", OPEN)
SAID_BY = edge("SAID_BY", Signal, Mention, "is told by this person", SPECIAL)
SAID_BY_WORKER = edge("SAID_BY", Signal, Practitioner, "is told by this practitioner", SPECIAL)
GRANT_FROM = edge("FROM", Grant, Organisation, "was given by", OPEN)
GRANT_TO = edge("TO", Grant, Organisation, "was given to", OPEN)
