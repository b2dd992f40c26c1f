from datetime import date
from typing import Any, Optional, Union

from .accountability import Accountability, AccountabilityAccountability
from .agree import Agree, AgreeAgree
from .ask_in_words import AskInWords, AskInWordsAskInWords
from .asset_reach import AssetReach, AssetReachAssetReach
from .assets_for_need import AssetsForNeed, AssetsForNeedAssetsForNeed
from .base_client import BaseClient
from .base_model import UNSET, UnsetType
from .baseline import Baseline, BaselineBaseline
from .best_placed_key_worker import (
    BestPlacedKeyWorker,
    BestPlacedKeyWorkerBestPlacedKeyWorker,
)
from .blueprint import Blueprint, BlueprintBlueprint
from .delete_saved_question import (
    DeleteSavedQuestion,
    DeleteSavedQuestionDeleteSavedQuestion,
)
from .find import Find, FindFind
from .finish_action import FinishAction, FinishActionFinishAction
from .huddle import Huddle, HuddleHuddle
from .input_types import OfferForm
from .judge import Judge, JudgeJudge
from .metrics import Metrics, MetricsMetrics
from .mission_coverage import MissionCoverage, MissionCoverageMissionCoverage
from .moderate_offer import ModerateOffer, ModerateOfferModerateOffer
from .namesakes import Namesakes, NamesakesNamesakes
from .nodes import (
    Nodes,
    NodesNodesArea,
    NodesNodesAsset,
    NodesNodesFamily,
    NodesNodesNeed,
    NodesNodesNode,
    NodesNodesOrganisation,
    NodesNodesPerson,
    NodesNodesPractitioner,
    NodesNodesService,
)
from .partner_links import PartnerLinks, PartnerLinksPartnerLinks
from .partner_network import PartnerNetwork, PartnerNetworkPartnerNetwork
from .pillar_to_post import PillarToPost, PillarToPostPillarToPost
from .register_offer import RegisterOffer, RegisterOfferRegisterOffer
from .review_pairs import ReviewPairs, ReviewPairsReviewPairs
from .save_question import SaveQuestion, SaveQuestionSaveQuestion
from .saved_answer import SavedAnswer, SavedAnswerSavedAnswer
from .saved_questions import SavedQuestions, SavedQuestionsSavedQuestions
from .service_duplicates import ServiceDuplicates, ServiceDuplicatesServiceDuplicates
from .service_gaps import ServiceGaps, ServiceGapsServiceGaps
from .service_overlaps import ServiceOverlaps, ServiceOverlapsServiceOverlaps
from .services_for_need import ServicesForNeed, ServicesForNeedServicesForNeed
from .story_repetition import StoryRepetition, StoryRepetitionStoryRepetition
from .take_back import TakeBack, TakeBackTakeBack
from .team_skill_gaps import TeamSkillGaps, TeamSkillGapsTeamSkillGaps
from .thresholds import Thresholds, ThresholdsThresholds
from .timeline import Timeline, TimelineTimeline
from .warm_introduction import WarmIntroduction, WarmIntroductionWarmIntroduction
from .whats_stale import WhatsStale, WhatsStaleWhatsStale
from .who_knows_family import WhoKnowsFamily, WhoKnowsFamilyWhoKnowsFamily
from .who_knows_person import WhoKnowsPerson, WhoKnowsPersonWhoKnowsPerson
from .withdraw_offer import WithdrawOffer, WithdrawOfferWithdrawOffer
from .wobbling import Wobbling, WobblingWobbling
from .wobbling_fairness import WobblingFairness, WobblingFairnessWobblingFairness


def gql(q: str) -> str:
    return q


class Client(BaseClient):
    def accountability(
        self,
        family: Union[Optional[str], UnsetType] = UNSET,
        area: Union[Optional[str], UnsetType] = UNSET,
        broken_at: Union[Optional[str], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        explain: Union[Optional[bool], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> AccountabilityAccountability:
        query = gql("""
            query Accountability($family: String = null, $area: String = null, $brokenAt: String = null, $asOf: Date = null, $first: Int = 100, $after: String = null, $explain: Boolean = false) {
              accountability(
                family: $family
                area: $area
                brokenAt: $brokenAt
                asOf: $asOf
                first: $first
                after: $after
                explain: $explain
              ) {
                edges {
                  node {
                    ...LineOfSight
                  }
                  cursor
                }
                pageInfo {
                  ...PageInfo
                }
                asOf
                unseen
                explanation {
                  ...Explanation
                }
              }
            }

            fragment Evidence on Evidence {
              record
              saidOn
              words
              person
              capacity
              spanFrom
              spanTo
              sure
            }

            fragment Explanation on Explanation {
              asks
              cypher
              parameters {
                ...ParameterUnderstood
              }
              rowsRead
              further
              rules {
                ...RulesFollowed
              }
              leftOut
            }

            fragment KeyWorker on KeyWorker {
              practitioner
              fullName
              capacity
              lastContact
              ledBy
              organisations
              teams
              boards
            }

            fragment LineOfSight on LineOfSight {
              family
              fullName
              keyWorkers {
                ...KeyWorker
              }
              brokenAt
              told
              knownTo
              evidence {
                ...Evidence
              }
            }

            fragment PageInfo on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }

            fragment ParameterUnderstood on ParameterUnderstood {
              parameter
              given
              understood
              how
              means
            }

            fragment RulesFollowed on RulesFollowed {
              file
              version
              ofThePlace
            }
            """)
        variables: dict[str, object] = {
            "family": family,
            "area": area,
            "brokenAt": broken_at,
            "asOf": as_of,
            "first": first,
            "after": after,
            "explain": explain,
        }
        response = self.execute(
            query=query, operation_name="Accountability", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Accountability.model_validate(data).accountability

    def asset_reach(
        self,
        asset: Union[Optional[str], UnsetType] = UNSET,
        area: Union[Optional[str], UnsetType] = UNSET,
        unreferred: Union[Optional[bool], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        explain: Union[Optional[bool], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> AssetReachAssetReach:
        query = gql("""
            query AssetReach($asset: String = null, $area: String = null, $unreferred: Boolean = false, $asOf: Date = null, $first: Int = 100, $after: String = null, $explain: Boolean = false) {
              assetReach(
                asset: $asset
                area: $area
                unreferred: $unreferred
                asOf: $asOf
                first: $first
                after: $after
                explain: $explain
              ) {
                edges {
                  node {
                    ...Reach
                  }
                  cursor
                }
                pageInfo {
                  ...PageInfo
                }
                asOf
                unseen
                explanation {
                  ...Explanation
                }
              }
            }

            fragment Evidence on Evidence {
              record
              saidOn
              words
              person
              capacity
              spanFrom
              spanTo
              sure
            }

            fragment Explanation on Explanation {
              asks
              cypher
              parameters {
                ...ParameterUnderstood
              }
              rowsRead
              further
              rules {
                ...RulesFollowed
              }
              leftOut
            }

            fragment PageInfo on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }

            fragment ParameterUnderstood on ParameterUnderstood {
              parameter
              given
              understood
              how
              means
            }

            fragment Reach on Reach {
              asset
              fullName
              kind
              needs
              areas
              reached
              reachedTold
              couldReach
              couldReachTold
              referrals
              nobodyRefers
              lastSeen
              told
              seenIn
              evidence {
                ...Evidence
              }
            }

            fragment RulesFollowed on RulesFollowed {
              file
              version
              ofThePlace
            }
            """)
        variables: dict[str, object] = {
            "asset": asset,
            "area": area,
            "unreferred": unreferred,
            "asOf": as_of,
            "first": first,
            "after": after,
            "explain": explain,
        }
        response = self.execute(
            query=query, operation_name="AssetReach", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return AssetReach.model_validate(data).asset_reach

    def assets_for_need(
        self,
        need: str,
        area: Union[Optional[str], UnsetType] = UNSET,
        near: Union[Optional[str], UnsetType] = UNSET,
        within_km: Union[Optional[float], UnsetType] = UNSET,
        weekday: Union[Optional[str], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        explain: Union[Optional[bool], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> AssetsForNeedAssetsForNeed:
        query = gql("""
            query AssetsForNeed($need: String!, $area: String = null, $near: String = null, $withinKm: Float = null, $weekday: String = null, $asOf: Date = null, $first: Int = 100, $after: String = null, $explain: Boolean = false) {
              assetsForNeed(
                need: $need
                area: $area
                near: $near
                withinKm: $withinKm
                weekday: $weekday
                asOf: $asOf
                first: $first
                after: $after
                explain: $explain
              ) {
                edges {
                  node {
                    ...Lead
                  }
                  cursor
                }
                pageInfo {
                  ...PageInfo
                }
                asOf
                unseen
                explanation {
                  ...Explanation
                }
              }
            }

            fragment Evidence on Evidence {
              record
              saidOn
              words
              person
              capacity
              spanFrom
              spanTo
              sure
            }

            fragment Explanation on Explanation {
              asks
              cypher
              parameters {
                ...ParameterUnderstood
              }
              rowsRead
              further
              rules {
                ...RulesFollowed
              }
              leftOut
            }

            fragment Lead on Lead {
              asset
              fullName
              kind
              description
              meetsWhen
              contact
              address
              postcode
              areas
              areaNames
              evidence {
                ...Evidence
              }
              neighbourly
              room
              km
              walkMinutes
              distanceAbout
              unconfirmed
            }

            fragment PageInfo on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }

            fragment ParameterUnderstood on ParameterUnderstood {
              parameter
              given
              understood
              how
              means
            }

            fragment RulesFollowed on RulesFollowed {
              file
              version
              ofThePlace
            }
            """)
        variables: dict[str, object] = {
            "need": need,
            "area": area,
            "near": near,
            "withinKm": within_km,
            "weekday": weekday,
            "asOf": as_of,
            "first": first,
            "after": after,
            "explain": explain,
        }
        response = self.execute(
            query=query, operation_name="AssetsForNeed", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return AssetsForNeed.model_validate(data).assets_for_need

    def baseline(
        self,
        area: Union[Optional[str], UnsetType] = UNSET,
        section: Union[Optional[str], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        explain: Union[Optional[bool], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> BaselineBaseline:
        query = gql("""
            query Baseline($area: String = null, $section: String = null, $asOf: Date = null, $first: Int = 100, $after: String = null, $explain: Boolean = false) {
              baseline(
                area: $area
                section: $section
                asOf: $asOf
                first: $first
                after: $after
                explain: $explain
              ) {
                edges {
                  node {
                    ...Finding
                  }
                  cursor
                }
                pageInfo {
                  ...PageInfo
                }
                asOf
                unseen
                explanation {
                  ...Explanation
                }
              }
            }

            fragment Evidence on Evidence {
              record
              saidOn
              words
              person
              capacity
              spanFrom
              spanTo
              sure
            }

            fragment Explanation on Explanation {
              asks
              cypher
              parameters {
                ...ParameterUnderstood
              }
              rowsRead
              further
              rules {
                ...RulesFollowed
              }
              leftOut
            }

            fragment Finding on Finding {
              item
              section
              told
              figure
              saidOn
              bodies
              evidence {
                ...Evidence
              }
            }

            fragment PageInfo on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }

            fragment ParameterUnderstood on ParameterUnderstood {
              parameter
              given
              understood
              how
              means
            }

            fragment RulesFollowed on RulesFollowed {
              file
              version
              ofThePlace
            }
            """)
        variables: dict[str, object] = {
            "area": area,
            "section": section,
            "asOf": as_of,
            "first": first,
            "after": after,
            "explain": explain,
        }
        response = self.execute(
            query=query, operation_name="Baseline", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Baseline.model_validate(data).baseline

    def best_placed_key_worker(
        self,
        family: str,
        weights: Union[Optional[str], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        explain: Union[Optional[bool], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> BestPlacedKeyWorkerBestPlacedKeyWorker:
        query = gql("""
            query BestPlacedKeyWorker($family: String!, $weights: String = null, $asOf: Date = null, $first: Int = 100, $after: String = null, $explain: Boolean = false) {
              bestPlacedKeyWorker(
                family: $family
                weights: $weights
                asOf: $asOf
                first: $first
                after: $after
                explain: $explain
              ) {
                edges {
                  node {
                    ...Candidate
                  }
                  cursor
                }
                pageInfo {
                  ...PageInfo
                }
                asOf
                unseen
                explanation {
                  ...Explanation
                }
              }
            }

            fragment Candidate on Candidate {
              practitioner
              fullName
              organisation
              informal
              proposed
              score
              capacity
              lastContact
              parts {
                ...WeighedPart
              }
              against
              evidence {
                ...Evidence
              }
            }

            fragment Evidence on Evidence {
              record
              saidOn
              words
              person
              capacity
              spanFrom
              spanTo
              sure
            }

            fragment Explanation on Explanation {
              asks
              cypher
              parameters {
                ...ParameterUnderstood
              }
              rowsRead
              further
              rules {
                ...RulesFollowed
              }
              leftOut
            }

            fragment PageInfo on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }

            fragment ParameterUnderstood on ParameterUnderstood {
              parameter
              given
              understood
              how
              means
            }

            fragment RulesFollowed on RulesFollowed {
              file
              version
              ofThePlace
            }

            fragment WeighedPart on WeighedPart {
              part
              value
              weight
              why
            }
            """)
        variables: dict[str, object] = {
            "family": family,
            "weights": weights,
            "asOf": as_of,
            "first": first,
            "after": after,
            "explain": explain,
        }
        response = self.execute(
            query=query,
            operation_name="BestPlacedKeyWorker",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return BestPlacedKeyWorker.model_validate(data).best_placed_key_worker

    def blueprint(
        self,
        team: Union[Optional[str], UnsetType] = UNSET,
        missing: Union[Optional[bool], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        explain: Union[Optional[bool], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> BlueprintBlueprint:
        query = gql("""
            query Blueprint($team: String = null, $missing: Boolean = false, $asOf: Date = null, $first: Int = 100, $after: String = null, $explain: Boolean = false) {
              blueprint(
                team: $team
                missing: $missing
                asOf: $asOf
                first: $first
                after: $after
                explain: $explain
              ) {
                edges {
                  node {
                    ...BlueprintItem
                  }
                  cursor
                }
                pageInfo {
                  ...PageInfo
                }
                asOf
                unseen
                explanation {
                  ...Explanation
                }
              }
            }

            fragment BlueprintItem on BlueprintItem {
              team
              teamName
              section
              item
              what
              inPlace
              found
              missing
              evidence {
                ...Evidence
              }
            }

            fragment Evidence on Evidence {
              record
              saidOn
              words
              person
              capacity
              spanFrom
              spanTo
              sure
            }

            fragment Explanation on Explanation {
              asks
              cypher
              parameters {
                ...ParameterUnderstood
              }
              rowsRead
              further
              rules {
                ...RulesFollowed
              }
              leftOut
            }

            fragment PageInfo on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }

            fragment ParameterUnderstood on ParameterUnderstood {
              parameter
              given
              understood
              how
              means
            }

            fragment RulesFollowed on RulesFollowed {
              file
              version
              ofThePlace
            }
            """)
        variables: dict[str, object] = {
            "team": team,
            "missing": missing,
            "asOf": as_of,
            "first": first,
            "after": after,
            "explain": explain,
        }
        response = self.execute(
            query=query, operation_name="Blueprint", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Blueprint.model_validate(data).blueprint

    def find(
        self,
        words: str,
        kind: Union[Optional[str], UnsetType] = UNSET,
        most: Union[Optional[int], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        explain: Union[Optional[bool], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> FindFind:
        query = gql("""
            query Find($words: String!, $kind: String = null, $most: Int = 20, $asOf: Date = null, $first: Int = 100, $after: String = null, $explain: Boolean = false) {
              find(
                words: $words
                kind: $kind
                most: $most
                asOf: $asOf
                first: $first
                after: $after
                explain: $explain
              ) {
                edges {
                  node {
                    ...Found
                  }
                  cursor
                }
                pageInfo {
                  ...PageInfo
                }
                asOf
                unseen
                explanation {
                  ...Explanation
                }
              }
            }

            fragment Explanation on Explanation {
              asks
              cypher
              parameters {
                ...ParameterUnderstood
              }
              rowsRead
              further
              rules {
                ...RulesFollowed
              }
              leftOut
            }

            fragment Found on Found {
              kind
              uid
              fullName
              knownAs
              born
              organisation
              description
              likeness
              unconfirmed
            }

            fragment PageInfo on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }

            fragment ParameterUnderstood on ParameterUnderstood {
              parameter
              given
              understood
              how
              means
            }

            fragment RulesFollowed on RulesFollowed {
              file
              version
              ofThePlace
            }
            """)
        variables: dict[str, object] = {
            "words": words,
            "kind": kind,
            "most": most,
            "asOf": as_of,
            "first": first,
            "after": after,
            "explain": explain,
        }
        response = self.execute(
            query=query, operation_name="Find", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Find.model_validate(data).find

    def huddle(
        self,
        area: str,
        from_: Union[Optional[date], UnsetType] = UNSET,
        to: Union[Optional[date], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        explain: Union[Optional[bool], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> HuddleHuddle:
        query = gql("""
            query Huddle($area: String!, $from: Date = null, $to: Date = null, $asOf: Date = null, $first: Int = 100, $after: String = null, $explain: Boolean = false) {
              huddle(
                area: $area
                from: $from
                to: $to
                asOf: $asOf
                first: $first
                after: $after
                explain: $explain
              ) {
                edges {
                  node {
                    ...HuddleFamily
                  }
                  cursor
                }
                pageInfo {
                  ...PageInfo
                }
                asOf
                unseen
                explanation {
                  ...Explanation
                }
              }
            }

            fragment Acquaintance on Acquaintance {
              practitioner
              fullName
              organisation
              ask
              informal
              capacity
              people
              firstContact
              lastContact
              ended
              status
              strength
              sure
              perhapsAlso
              evidence {
                ...Evidence
              }
            }

            fragment Agreed on Agreed {
              action
              kind
              words
              owner
              dueOn
              overdue
              decidedOn
              decidedBy
              doneOn
              cameOf
            }

            fragment Evidence on Evidence {
              record
              saidOn
              words
              person
              capacity
              spanFrom
              spanTo
              sure
            }

            fragment Explanation on Explanation {
              asks
              cypher
              parameters {
                ...ParameterUnderstood
              }
              rowsRead
              further
              rules {
                ...RulesFollowed
              }
              leftOut
            }

            fragment HuddleFamily on HuddleFamily {
              family
              fullName
              people {
                ...HuddlePerson
              }
              changed
              knownTo {
                ...Acquaintance
              }
              questions
              agreed {
                ...Agreed
              }
              evidence {
                ...Evidence
              }
            }

            fragment HuddlePerson on HuddlePerson {
              person
              fullName
              status
              why
              trend
              new
            }

            fragment PageInfo on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }

            fragment ParameterUnderstood on ParameterUnderstood {
              parameter
              given
              understood
              how
              means
            }

            fragment RulesFollowed on RulesFollowed {
              file
              version
              ofThePlace
            }
            """)
        variables: dict[str, object] = {
            "area": area,
            "from": from_,
            "to": to,
            "asOf": as_of,
            "first": first,
            "after": after,
            "explain": explain,
        }
        response = self.execute(
            query=query, operation_name="Huddle", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Huddle.model_validate(data).huddle

    def metrics(
        self,
        person: Union[Optional[str], UnsetType] = UNSET,
        mission: Union[Optional[str], UnsetType] = UNSET,
        area: Union[Optional[str], UnsetType] = UNSET,
        split: Union[Optional[date], UnsetType] = UNSET,
        months: Union[Optional[int], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        explain: Union[Optional[bool], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> MetricsMetrics:
        query = gql("""
            query Metrics($person: String = null, $mission: String = null, $area: String = null, $split: Date = null, $months: Int = 6, $asOf: Date = null, $first: Int = 100, $after: String = null, $explain: Boolean = false) {
              metrics(
                person: $person
                mission: $mission
                area: $area
                split: $split
                months: $months
                asOf: $asOf
                first: $first
                after: $after
                explain: $explain
              ) {
                edges {
                  node {
                    ...Metric
                  }
                  cursor
                }
                pageInfo {
                  ...PageInfo
                }
                asOf
                unseen
                explanation {
                  ...Explanation
                }
              }
            }

            fragment Evidence on Evidence {
              record
              saidOn
              words
              person
              capacity
              spanFrom
              spanTo
              sure
            }

            fragment Explanation on Explanation {
              asks
              cypher
              parameters {
                ...ParameterUnderstood
              }
              rowsRead
              further
              rules {
                ...RulesFollowed
              }
              leftOut
            }

            fragment Metric on Metric {
              measure
              fullName
              before
              beforeTold
              after
              afterTold
              change
              unitCost
              costBefore
              costAfter
              costSource
              evidence {
                ...Evidence
              }
            }

            fragment PageInfo on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }

            fragment ParameterUnderstood on ParameterUnderstood {
              parameter
              given
              understood
              how
              means
            }

            fragment RulesFollowed on RulesFollowed {
              file
              version
              ofThePlace
            }
            """)
        variables: dict[str, object] = {
            "person": person,
            "mission": mission,
            "area": area,
            "split": split,
            "months": months,
            "asOf": as_of,
            "first": first,
            "after": after,
            "explain": explain,
        }
        response = self.execute(
            query=query, operation_name="Metrics", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Metrics.model_validate(data).metrics

    def mission_coverage(
        self,
        mission: Union[Optional[str], UnsetType] = UNSET,
        area: Union[Optional[str], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        explain: Union[Optional[bool], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> MissionCoverageMissionCoverage:
        query = gql("""
            query MissionCoverage($mission: String = null, $area: String = null, $asOf: Date = null, $first: Int = 100, $after: String = null, $explain: Boolean = false) {
              missionCoverage(
                mission: $mission
                area: $area
                asOf: $asOf
                first: $first
                after: $after
                explain: $explain
              ) {
                edges {
                  node {
                    ...MissionCover
                  }
                  cursor
                }
                pageInfo {
                  ...PageInfo
                }
                asOf
                unseen
                explanation {
                  ...Explanation
                }
              }
            }

            fragment Cover on Cover {
              uid
              fullName
              providers
              needs
              areas
              evidence {
                ...Evidence
              }
            }

            fragment Evidence on Evidence {
              record
              saidOn
              words
              person
              capacity
              spanFrom
              spanTo
              sure
            }

            fragment Explanation on Explanation {
              asks
              cypher
              parameters {
                ...ParameterUnderstood
              }
              rowsRead
              further
              rules {
                ...RulesFollowed
              }
              leftOut
            }

            fragment Measure on Measure {
              month
              people
              peopleTold
            }

            fragment MissionCover on MissionCover {
              mission
              fullName
              people
              peopleTold
              services {
                ...Cover
              }
              assets {
                ...Cover
              }
              partners
              gaps
              measures {
                ...Measure
              }
              evidence {
                ...Evidence
              }
            }

            fragment PageInfo on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }

            fragment ParameterUnderstood on ParameterUnderstood {
              parameter
              given
              understood
              how
              means
            }

            fragment RulesFollowed on RulesFollowed {
              file
              version
              ofThePlace
            }
            """)
        variables: dict[str, object] = {
            "mission": mission,
            "area": area,
            "asOf": as_of,
            "first": first,
            "after": after,
            "explain": explain,
        }
        response = self.execute(
            query=query, operation_name="MissionCoverage", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return MissionCoverage.model_validate(data).mission_coverage

    def namesakes(
        self,
        person: str,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        explain: Union[Optional[bool], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> NamesakesNamesakes:
        query = gql("""
            query Namesakes($person: String!, $asOf: Date = null, $first: Int = 100, $after: String = null, $explain: Boolean = false) {
              namesakes(
                person: $person
                asOf: $asOf
                first: $first
                after: $after
                explain: $explain
              ) {
                edges {
                  node {
                    ...Namesake
                  }
                  cursor
                }
                pageInfo {
                  ...PageInfo
                }
                asOf
                unseen
                explanation {
                  ...Explanation
                }
              }
            }

            fragment Explanation on Explanation {
              asks
              cypher
              parameters {
                ...ParameterUnderstood
              }
              rowsRead
              further
              rules {
                ...RulesFollowed
              }
              leftOut
            }

            fragment Namesake on Namesake {
              person
              fullName
              dob
              probability
              speaksFor
              speaksAgainst
              mentions
              record
              mention
              otherMention
            }

            fragment PageInfo on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }

            fragment ParameterUnderstood on ParameterUnderstood {
              parameter
              given
              understood
              how
              means
            }

            fragment RulesFollowed on RulesFollowed {
              file
              version
              ofThePlace
            }
            """)
        variables: dict[str, object] = {
            "person": person,
            "asOf": as_of,
            "first": first,
            "after": after,
            "explain": explain,
        }
        response = self.execute(
            query=query, operation_name="Namesakes", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Namesakes.model_validate(data).namesakes

    def partner_links(
        self,
        organisation: Union[Optional[str], UnsetType] = UNSET,
        least: Union[Optional[int], UnsetType] = UNSET,
        since: Union[Optional[date], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        explain: Union[Optional[bool], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> PartnerLinksPartnerLinks:
        query = gql("""
            query PartnerLinks($organisation: String = null, $least: Int = 1, $since: Date = null, $asOf: Date = null, $first: Int = 100, $after: String = null, $explain: Boolean = false) {
              partnerLinks(
                organisation: $organisation
                least: $least
                since: $since
                asOf: $asOf
                first: $first
                after: $after
                explain: $explain
              ) {
                edges {
                  node {
                    ...PartnerLink
                  }
                  cursor
                }
                pageInfo {
                  ...PageInfo
                }
                asOf
                unseen
                explanation {
                  ...Explanation
                }
              }
            }

            fragment Evidence on Evidence {
              record
              saidOn
              words
              person
              capacity
              spanFrom
              spanTo
              sure
            }

            fragment Explanation on Explanation {
              asks
              cypher
              parameters {
                ...ParameterUnderstood
              }
              rowsRead
              further
              rules {
                ...RulesFollowed
              }
              leftOut
            }

            fragment PageInfo on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }

            fragment ParameterUnderstood on ParameterUnderstood {
              parameter
              given
              understood
              how
              means
            }

            fragment PartnerLink on PartnerLink {
              bodyA
              bodyB
              nameA
              nameB
              times
              meetings
              referralsToB
              referralsToA
              accepted
              notes
              first
              last
              told
              alsoCalled
              evidence {
                ...Evidence
              }
            }

            fragment RulesFollowed on RulesFollowed {
              file
              version
              ofThePlace
            }
            """)
        variables: dict[str, object] = {
            "organisation": organisation,
            "least": least,
            "since": since,
            "asOf": as_of,
            "first": first,
            "after": after,
            "explain": explain,
        }
        response = self.execute(
            query=query, operation_name="PartnerLinks", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return PartnerLinks.model_validate(data).partner_links

    def partner_network(
        self,
        least: Union[Optional[int], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        explain: Union[Optional[bool], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> PartnerNetworkPartnerNetwork:
        query = gql("""
            query PartnerNetwork($least: Int = 1, $asOf: Date = null, $first: Int = 100, $after: String = null, $explain: Boolean = false) {
              partnerNetwork(
                least: $least
                asOf: $asOf
                first: $first
                after: $after
                explain: $explain
              ) {
                edges {
                  node {
                    ...NetworkStanding
                  }
                  cursor
                }
                pageInfo {
                  ...PageInfo
                }
                asOf
                unseen
                explanation {
                  ...Explanation
                }
              }
            }

            fragment Evidence on Evidence {
              record
              saidOn
              words
              person
              capacity
              spanFrom
              spanTo
              sure
            }

            fragment Explanation on Explanation {
              asks
              cypher
              parameters {
                ...ParameterUnderstood
              }
              rowsRead
              further
              rules {
                ...RulesFollowed
              }
              leftOut
            }

            fragment NetworkStanding on NetworkStanding {
              body
              fullName
              told
              partners
              times
              closest
              between
              broker
              singlePointOfFailure
              cutsOff
              group
              apart
              evidence {
                ...Evidence
              }
            }

            fragment PageInfo on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }

            fragment ParameterUnderstood on ParameterUnderstood {
              parameter
              given
              understood
              how
              means
            }

            fragment RulesFollowed on RulesFollowed {
              file
              version
              ofThePlace
            }
            """)
        variables: dict[str, object] = {
            "least": least,
            "asOf": as_of,
            "first": first,
            "after": after,
            "explain": explain,
        }
        response = self.execute(
            query=query, operation_name="PartnerNetwork", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return PartnerNetwork.model_validate(data).partner_network

    def pillar_to_post(
        self,
        person: str,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        explain: Union[Optional[bool], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> PillarToPostPillarToPost:
        query = gql("""
            query PillarToPost($person: String!, $asOf: Date = null, $first: Int = 100, $after: String = null, $explain: Boolean = false) {
              pillarToPost(
                person: $person
                asOf: $asOf
                first: $first
                after: $after
                explain: $explain
              ) {
                edges {
                  node {
                    ...Chain
                  }
                  cursor
                }
                pageInfo {
                  ...PageInfo
                }
                asOf
                unseen
                explanation {
                  ...Explanation
                }
              }
            }

            fragment Chain on Chain {
              person
              fullName
              steps {
                ...ReferralStep
              }
              loop
              endedIn
              turnedAway
              days
              evidence {
                ...Evidence
              }
            }

            fragment Evidence on Evidence {
              record
              saidOn
              words
              person
              capacity
              spanFrom
              spanTo
              sure
            }

            fragment Explanation on Explanation {
              asks
              cypher
              parameters {
                ...ParameterUnderstood
              }
              rowsRead
              further
              rules {
                ...RulesFollowed
              }
              leftOut
            }

            fragment PageInfo on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }

            fragment ParameterUnderstood on ParameterUnderstood {
              parameter
              given
              understood
              how
              means
            }

            fragment ReferralStep on ReferralStep {
              referredOn
              sender
              receiver
              outcome
              cameTo
              reason
              days
              inLoop
              evidence {
                ...Evidence
              }
            }

            fragment RulesFollowed on RulesFollowed {
              file
              version
              ofThePlace
            }
            """)
        variables: dict[str, object] = {
            "person": person,
            "asOf": as_of,
            "first": first,
            "after": after,
            "explain": explain,
        }
        response = self.execute(
            query=query, operation_name="PillarToPost", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return PillarToPost.model_validate(data).pillar_to_post

    def review_pairs(
        self,
        most: Union[Optional[int], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        explain: Union[Optional[bool], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> ReviewPairsReviewPairs:
        query = gql("""
            query ReviewPairs($most: Int = 20, $asOf: Date = null, $first: Int = 100, $after: String = null, $explain: Boolean = false) {
              reviewPairs(
                most: $most
                asOf: $asOf
                first: $first
                after: $after
                explain: $explain
              ) {
                edges {
                  node {
                    ...ReviewPair
                  }
                  cursor
                }
                pageInfo {
                  ...PageInfo
                }
                asOf
                unseen
                explanation {
                  ...Explanation
                }
              }
            }

            fragment Explanation on Explanation {
              asks
              cypher
              parameters {
                ...ParameterUnderstood
              }
              rowsRead
              further
              rules {
                ...RulesFollowed
              }
              leftOut
            }

            fragment PageInfo on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }

            fragment ParameterUnderstood on ParameterUnderstood {
              parameter
              given
              understood
              how
              means
            }

            fragment ReviewPair on ReviewPair {
              left {
                ...Side
              }
              right {
                ...Side
              }
              probability
              bits
              reasons {
                ...Step
              }
              judged
            }

            fragment RulesFollowed on RulesFollowed {
              file
              version
              ofThePlace
            }

            fragment Side on Side {
              mention
              person
              fullName
              knownAs
              dob
              address
              postcode
              nhs
              upn
              phone
              mentions
              household
            }

            fragment Step on Step {
              feature
              bits
              total
            }
            """)
        variables: dict[str, object] = {
            "most": most,
            "asOf": as_of,
            "first": first,
            "after": after,
            "explain": explain,
        }
        response = self.execute(
            query=query, operation_name="ReviewPairs", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return ReviewPairs.model_validate(data).review_pairs

    def service_duplicates(
        self,
        area: Union[Optional[str], UnsetType] = UNSET,
        verdict: Union[Optional[str], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        explain: Union[Optional[bool], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> ServiceDuplicatesServiceDuplicates:
        query = gql("""
            query ServiceDuplicates($area: String = null, $verdict: String = null, $asOf: Date = null, $first: Int = 100, $after: String = null, $explain: Boolean = false) {
              serviceDuplicates(
                area: $area
                verdict: $verdict
                asOf: $asOf
                first: $first
                after: $after
                explain: $explain
              ) {
                edges {
                  node {
                    ...ServiceDuplicate
                  }
                  cursor
                }
                pageInfo {
                  ...PageInfo
                }
                asOf
                unseen
                explanation {
                  ...Explanation
                }
              }
            }

            fragment Evidence on Evidence {
              record
              saidOn
              words
              person
              capacity
              spanFrom
              spanTo
              sure
            }

            fragment Explanation on Explanation {
              asks
              cypher
              parameters {
                ...ParameterUnderstood
              }
              rowsRead
              further
              rules {
                ...RulesFollowed
              }
              leftOut
            }

            fragment PageInfo on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }

            fragment ParameterUnderstood on ParameterUnderstood {
              parameter
              given
              understood
              how
              means
            }

            fragment RulesFollowed on RulesFollowed {
              file
              version
              ofThePlace
            }

            fragment ServiceDuplicate on ServiceDuplicate {
              serviceA
              serviceB
              nameA
              nameB
              providerA
              providerB
              verdict
              judged
              probability
              speaksFor
              speaksAgainst
              saysOtherwise
              onlyOneSays
              evidence {
                ...Evidence
              }
              unconfirmed
            }
            """)
        variables: dict[str, object] = {
            "area": area,
            "verdict": verdict,
            "asOf": as_of,
            "first": first,
            "after": after,
            "explain": explain,
        }
        response = self.execute(
            query=query,
            operation_name="ServiceDuplicates",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return ServiceDuplicates.model_validate(data).service_duplicates

    def service_gaps(
        self,
        need: Union[Optional[str], UnsetType] = UNSET,
        area: Union[Optional[str], UnsetType] = UNSET,
        age: Union[Optional[int], UnsetType] = UNSET,
        by_age: Union[Optional[bool], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        explain: Union[Optional[bool], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> ServiceGapsServiceGaps:
        query = gql("""
            query ServiceGaps($need: String = null, $area: String = null, $age: Int = null, $byAge: Boolean = false, $asOf: Date = null, $first: Int = 100, $after: String = null, $explain: Boolean = false) {
              serviceGaps(
                need: $need
                area: $area
                age: $age
                byAge: $byAge
                asOf: $asOf
                first: $first
                after: $after
                explain: $explain
              ) {
                edges {
                  node {
                    ...Gap
                  }
                  cursor
                }
                pageInfo {
                  ...PageInfo
                }
                asOf
                unseen
                explanation {
                  ...Explanation
                }
              }
            }

            fragment Evidence on Evidence {
              record
              saidOn
              words
              person
              capacity
              spanFrom
              spanTo
              sure
            }

            fragment Explanation on Explanation {
              asks
              cypher
              parameters {
                ...ParameterUnderstood
              }
              rowsRead
              further
              rules {
                ...RulesFollowed
              }
              leftOut
            }

            fragment Gap on Gap {
              need
              needName
              area
              areaName
              ages
              people
              peopleTold
              elsewhere
              closed
              leads
              evidence {
                ...Evidence
              }
            }

            fragment PageInfo on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }

            fragment ParameterUnderstood on ParameterUnderstood {
              parameter
              given
              understood
              how
              means
            }

            fragment RulesFollowed on RulesFollowed {
              file
              version
              ofThePlace
            }
            """)
        variables: dict[str, object] = {
            "need": need,
            "area": area,
            "age": age,
            "byAge": by_age,
            "asOf": as_of,
            "first": first,
            "after": after,
            "explain": explain,
        }
        response = self.execute(
            query=query, operation_name="ServiceGaps", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return ServiceGaps.model_validate(data).service_gaps

    def service_overlaps(
        self,
        area: Union[Optional[str], UnsetType] = UNSET,
        need: Union[Optional[str], UnsetType] = UNSET,
        most: Union[Optional[int], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        explain: Union[Optional[bool], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> ServiceOverlapsServiceOverlaps:
        query = gql("""
            query ServiceOverlaps($area: String = null, $need: String = null, $most: Int = 100, $asOf: Date = null, $first: Int = 100, $after: String = null, $explain: Boolean = false) {
              serviceOverlaps(
                area: $area
                need: $need
                most: $most
                asOf: $asOf
                first: $first
                after: $after
                explain: $explain
              ) {
                edges {
                  node {
                    ...Overlap
                  }
                  cursor
                }
                pageInfo {
                  ...PageInfo
                }
                asOf
                unseen
                explanation {
                  ...Explanation
                }
              }
            }

            fragment Evidence on Evidence {
              record
              saidOn
              words
              person
              capacity
              spanFrom
              spanTo
              sure
            }

            fragment Explanation on Explanation {
              asks
              cypher
              parameters {
                ...ParameterUnderstood
              }
              rowsRead
              further
              rules {
                ...RulesFollowed
              }
              leftOut
            }

            fragment Overlap on Overlap {
              serviceA
              serviceB
              nameA
              nameB
              providerA
              providerB
              needs
              areas
              areaNames
              ages
              score
              needsShared
              needsRare
              areasShared
              agesShared
              wordsAlike
              sameSite
              perhapsOne
              evidence {
                ...Evidence
              }
              unconfirmed
              spend {
                ...Spend
              }
              touched
            }

            fragment PageInfo on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }

            fragment ParameterUnderstood on ParameterUnderstood {
              parameter
              given
              understood
              how
              means
            }

            fragment RulesFollowed on RulesFollowed {
              file
              version
              ofThePlace
            }

            fragment Spend on Spend {
              on
              pounds
              told
              saidOn
              evidence {
                ...Evidence
              }
            }
            """)
        variables: dict[str, object] = {
            "area": area,
            "need": need,
            "most": most,
            "asOf": as_of,
            "first": first,
            "after": after,
            "explain": explain,
        }
        response = self.execute(
            query=query, operation_name="ServiceOverlaps", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return ServiceOverlaps.model_validate(data).service_overlaps

    def services_for_need(
        self,
        need: str,
        area: Union[Optional[str], UnsetType] = UNSET,
        age: Union[Optional[int], UnsetType] = UNSET,
        near: Union[Optional[str], UnsetType] = UNSET,
        within_km: Union[Optional[float], UnsetType] = UNSET,
        weekday: Union[Optional[str], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        explain: Union[Optional[bool], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> ServicesForNeedServicesForNeed:
        query = gql("""
            query ServicesForNeed($need: String!, $area: String = null, $age: Int = null, $near: String = null, $withinKm: Float = null, $weekday: String = null, $asOf: Date = null, $first: Int = 100, $after: String = null, $explain: Boolean = false) {
              servicesForNeed(
                need: $need
                area: $area
                age: $age
                near: $near
                withinKm: $withinKm
                weekday: $weekday
                asOf: $asOf
                first: $first
                after: $after
                explain: $explain
              ) {
                edges {
                  node {
                    ...Offered
                  }
                  cursor
                }
                pageInfo {
                  ...PageInfo
                }
                asOf
                unseen
                explanation {
                  ...Explanation
                }
              }
            }

            fragment Evidence on Evidence {
              record
              saidOn
              words
              person
              capacity
              spanFrom
              spanTo
              sure
            }

            fragment Explanation on Explanation {
              asks
              cypher
              parameters {
                ...ParameterUnderstood
              }
              rowsRead
              further
              rules {
                ...RulesFollowed
              }
              leftOut
            }

            fragment Offered on Offered {
              service
              fullName
              provider
              description
              ages
              eligibility
              howToApply
              charge
              meetsWhen
              contact
              room
              confirmedOn
              latelyConfirmed
              km
              walkMinutes
              distanceAbout
              address
              postcode
              areas
              areaNames
              evidence {
                ...Evidence
              }
              unconfirmed
            }

            fragment PageInfo on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }

            fragment ParameterUnderstood on ParameterUnderstood {
              parameter
              given
              understood
              how
              means
            }

            fragment RulesFollowed on RulesFollowed {
              file
              version
              ofThePlace
            }
            """)
        variables: dict[str, object] = {
            "need": need,
            "area": area,
            "age": age,
            "near": near,
            "withinKm": within_km,
            "weekday": weekday,
            "asOf": as_of,
            "first": first,
            "after": after,
            "explain": explain,
        }
        response = self.execute(
            query=query, operation_name="ServicesForNeed", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return ServicesForNeed.model_validate(data).services_for_need

    def story_repetition(
        self,
        family: str,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        explain: Union[Optional[bool], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> StoryRepetitionStoryRepetition:
        query = gql("""
            query StoryRepetition($family: String!, $asOf: Date = null, $first: Int = 100, $after: String = null, $explain: Boolean = false) {
              storyRepetition(
                family: $family
                asOf: $asOf
                first: $first
                after: $after
                explain: $explain
              ) {
                edges {
                  node {
                    ...Telling
                  }
                  cursor
                }
                pageInfo {
                  ...PageInfo
                }
                asOf
                unseen
                explanation {
                  ...Explanation
                }
              }
            }

            fragment Evidence on Evidence {
              record
              saidOn
              words
              person
              capacity
              spanFrom
              spanTo
              sure
            }

            fragment Explanation on Explanation {
              asks
              cypher
              parameters {
                ...ParameterUnderstood
              }
              rowsRead
              further
              rules {
                ...RulesFollowed
              }
              leftOut
            }

            fragment PageInfo on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }

            fragment ParameterUnderstood on ParameterUnderstood {
              parameter
              given
              understood
              how
              means
            }

            fragment RulesFollowed on RulesFollowed {
              file
              version
              ofThePlace
            }

            fragment Telling on Telling {
              number
              toldOn
              kind
              organisation
              keptBy
              toldTo
              people
              couldHaveRead
              evidence {
                ...Evidence
              }
            }
            """)
        variables: dict[str, object] = {
            "family": family,
            "asOf": as_of,
            "first": first,
            "after": after,
            "explain": explain,
        }
        response = self.execute(
            query=query, operation_name="StoryRepetition", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return StoryRepetition.model_validate(data).story_repetition

    def team_skill_gaps(
        self,
        team: str,
        required: Union[Optional[list[str]], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        explain: Union[Optional[bool], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> TeamSkillGapsTeamSkillGaps:
        query = gql("""
            query TeamSkillGaps($team: String!, $required: [String!] = [], $asOf: Date = null, $first: Int = 100, $after: String = null, $explain: Boolean = false) {
              teamSkillGaps(
                team: $team
                required: $required
                asOf: $asOf
                first: $first
                after: $after
                explain: $explain
              ) {
                edges {
                  node {
                    ...Skill
                  }
                  cursor
                }
                pageInfo {
                  ...PageInfo
                }
                asOf
                unseen
                explanation {
                  ...Explanation
                }
              }
            }

            fragment Evidence on Evidence {
              record
              saidOn
              words
              person
              capacity
              spanFrom
              spanTo
              sure
            }

            fragment Explanation on Explanation {
              asks
              cypher
              parameters {
                ...ParameterUnderstood
              }
              rowsRead
              further
              rules {
                ...RulesFollowed
              }
              leftOut
            }

            fragment PageInfo on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }

            fragment ParameterUnderstood on ParameterUnderstood {
              parameter
              given
              understood
              how
              means
            }

            fragment RulesFollowed on RulesFollowed {
              file
              version
              ofThePlace
            }

            fragment Skill on Skill {
              capability
              fullName
              status
              required
              told
              holders
              vacant
              days
              people
              peopleTold
              evidence {
                ...Evidence
              }
            }
            """)
        variables: dict[str, object] = {
            "team": team,
            "required": required,
            "asOf": as_of,
            "first": first,
            "after": after,
            "explain": explain,
        }
        response = self.execute(
            query=query, operation_name="TeamSkillGaps", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return TeamSkillGaps.model_validate(data).team_skill_gaps

    def thresholds(
        self,
        since: Union[Optional[date], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        explain: Union[Optional[bool], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> ThresholdsThresholds:
        query = gql("""
            query Thresholds($since: Date = null, $asOf: Date = null, $first: Int = 100, $after: String = null, $explain: Boolean = false) {
              thresholds(
                since: $since
                asOf: $asOf
                first: $first
                after: $after
                explain: $explain
              ) {
                edges {
                  node {
                    ...Threshold
                  }
                  cursor
                }
                pageInfo {
                  ...PageInfo
                }
                asOf
                unseen
                explanation {
                  ...Explanation
                }
              }
            }

            fragment Evidence on Evidence {
              record
              saidOn
              words
              person
              capacity
              spanFrom
              spanTo
              sure
            }

            fragment Explanation on Explanation {
              asks
              cypher
              parameters {
                ...ParameterUnderstood
              }
              rowsRead
              further
              rules {
                ...RulesFollowed
              }
              leftOut
            }

            fragment PageInfo on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }

            fragment ParameterUnderstood on ParameterUnderstood {
              parameter
              given
              understood
              how
              means
            }

            fragment RulesFollowed on RulesFollowed {
              file
              version
              ofThePlace
            }

            fragment Threshold on Threshold {
              service
              referrals
              refused
              sentOn
              unanswered
              people
              inLoops
              askedBy
              wentNext
              reasons
              evidence {
                ...Evidence
              }
            }
            """)
        variables: dict[str, object] = {
            "since": since,
            "asOf": as_of,
            "first": first,
            "after": after,
            "explain": explain,
        }
        response = self.execute(
            query=query, operation_name="Thresholds", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Thresholds.model_validate(data).thresholds

    def timeline(
        self,
        family: str,
        kind: Union[Optional[str], UnsetType] = UNSET,
        since: Union[Optional[date], UnsetType] = UNSET,
        until: Union[Optional[date], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        explain: Union[Optional[bool], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> TimelineTimeline:
        query = gql("""
            query Timeline($family: String!, $kind: String = null, $since: Date = null, $until: Date = null, $asOf: Date = null, $first: Int = 100, $after: String = null, $explain: Boolean = false) {
              timeline(
                family: $family
                kind: $kind
                since: $since
                until: $until
                asOf: $asOf
                first: $first
                after: $after
                explain: $explain
              ) {
                edges {
                  node {
                    ...Event
                  }
                  cursor
                }
                pageInfo {
                  ...PageInfo
                }
                asOf
                unseen
                explanation {
                  ...Explanation
                }
              }
            }

            fragment Event on Event {
              happenedOn
              kind
              what
              who
              people
              evidence {
                ...Evidence
              }
            }

            fragment Evidence on Evidence {
              record
              saidOn
              words
              person
              capacity
              spanFrom
              spanTo
              sure
            }

            fragment Explanation on Explanation {
              asks
              cypher
              parameters {
                ...ParameterUnderstood
              }
              rowsRead
              further
              rules {
                ...RulesFollowed
              }
              leftOut
            }

            fragment PageInfo on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }

            fragment ParameterUnderstood on ParameterUnderstood {
              parameter
              given
              understood
              how
              means
            }

            fragment RulesFollowed on RulesFollowed {
              file
              version
              ofThePlace
            }
            """)
        variables: dict[str, object] = {
            "family": family,
            "kind": kind,
            "since": since,
            "until": until,
            "asOf": as_of,
            "first": first,
            "after": after,
            "explain": explain,
        }
        response = self.execute(
            query=query, operation_name="Timeline", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Timeline.model_validate(data).timeline

    def warm_introduction(
        self,
        worker: Union[Optional[str], UnsetType] = UNSET,
        team: Union[Optional[str], UnsetType] = UNSET,
        person: Union[Optional[str], UnsetType] = UNSET,
        family: Union[Optional[str], UnsetType] = UNSET,
        most: Union[Optional[int], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        explain: Union[Optional[bool], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> WarmIntroductionWarmIntroduction:
        query = gql("""
            query WarmIntroduction($worker: String = null, $team: String = null, $person: String = null, $family: String = null, $most: Int = 10, $asOf: Date = null, $first: Int = 100, $after: String = null, $explain: Boolean = false) {
              warmIntroduction(
                worker: $worker
                team: $team
                person: $person
                family: $family
                most: $most
                asOf: $asOf
                first: $first
                after: $after
                explain: $explain
              ) {
                edges {
                  node {
                    ...Introduction
                  }
                  cursor
                }
                pageInfo {
                  ...PageInfo
                }
                asOf
                unseen
                explanation {
                  ...Explanation
                }
              }
            }

            fragment Evidence on Evidence {
              record
              saidOn
              words
              person
              capacity
              spanFrom
              spanTo
              sure
            }

            fragment Explanation on Explanation {
              asks
              cypher
              parameters {
                ...ParameterUnderstood
              }
              rowsRead
              further
              rules {
                ...RulesFollowed
              }
              leftOut
            }

            fragment Introduction on Introduction {
              steps {
                ...IntroductionStep
              }
              person
              personName
              knownAs
              informal
              lastContact
              strength
              trusted
              worth
              evidence {
                ...Evidence
              }
            }

            fragment IntroductionStep on IntroductionStep {
              practitioner
              fullName
              organisation
              why
              worth
              evidence {
                ...Evidence
              }
            }

            fragment PageInfo on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }

            fragment ParameterUnderstood on ParameterUnderstood {
              parameter
              given
              understood
              how
              means
            }

            fragment RulesFollowed on RulesFollowed {
              file
              version
              ofThePlace
            }
            """)
        variables: dict[str, object] = {
            "worker": worker,
            "team": team,
            "person": person,
            "family": family,
            "most": most,
            "asOf": as_of,
            "first": first,
            "after": after,
            "explain": explain,
        }
        response = self.execute(
            query=query,
            operation_name="WarmIntroduction",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return WarmIntroduction.model_validate(data).warm_introduction

    def whats_stale(
        self,
        months: Union[Optional[int], UnsetType] = UNSET,
        owner: Union[Optional[str], UnsetType] = UNSET,
        area: Union[Optional[str], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        explain: Union[Optional[bool], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> WhatsStaleWhatsStale:
        query = gql("""
            query WhatsStale($months: Int = 6, $owner: String = null, $area: String = null, $asOf: Date = null, $first: Int = 100, $after: String = null, $explain: Boolean = false) {
              whatsStale(
                months: $months
                owner: $owner
                area: $area
                asOf: $asOf
                first: $first
                after: $after
                explain: $explain
              ) {
                edges {
                  node {
                    ...Stale
                  }
                  cursor
                }
                pageInfo {
                  ...PageInfo
                }
                asOf
                unseen
                explanation {
                  ...Explanation
                }
              }
            }

            fragment Evidence on Evidence {
              record
              saidOn
              words
              person
              capacity
              spanFrom
              spanTo
              sure
            }

            fragment Explanation on Explanation {
              asks
              cypher
              parameters {
                ...ParameterUnderstood
              }
              rowsRead
              further
              rules {
                ...RulesFollowed
              }
              leftOut
            }

            fragment PageInfo on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }

            fragment ParameterUnderstood on ParameterUnderstood {
              parameter
              given
              understood
              how
              means
            }

            fragment RulesFollowed on RulesFollowed {
              file
              version
              ofThePlace
            }

            fragment Stale on Stale {
              owner
              kind
              uid
              fullName
              status
              confirmedOn
              days
              told
              ask
              evidence {
                ...Evidence
              }
            }
            """)
        variables: dict[str, object] = {
            "months": months,
            "owner": owner,
            "area": area,
            "asOf": as_of,
            "first": first,
            "after": after,
            "explain": explain,
        }
        response = self.execute(
            query=query, operation_name="WhatsStale", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return WhatsStale.model_validate(data).whats_stale

    def who_knows_family(
        self,
        family: str,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        explain: Union[Optional[bool], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> WhoKnowsFamilyWhoKnowsFamily:
        query = gql("""
            query WhoKnowsFamily($family: String!, $asOf: Date = null, $first: Int = 100, $after: String = null, $explain: Boolean = false) {
              whoKnowsFamily(
                family: $family
                asOf: $asOf
                first: $first
                after: $after
                explain: $explain
              ) {
                edges {
                  node {
                    ...Acquaintance
                  }
                  cursor
                }
                pageInfo {
                  ...PageInfo
                }
                asOf
                unseen
                explanation {
                  ...Explanation
                }
              }
            }

            fragment Acquaintance on Acquaintance {
              practitioner
              fullName
              organisation
              ask
              informal
              capacity
              people
              firstContact
              lastContact
              ended
              status
              strength
              sure
              perhapsAlso
              evidence {
                ...Evidence
              }
            }

            fragment Evidence on Evidence {
              record
              saidOn
              words
              person
              capacity
              spanFrom
              spanTo
              sure
            }

            fragment Explanation on Explanation {
              asks
              cypher
              parameters {
                ...ParameterUnderstood
              }
              rowsRead
              further
              rules {
                ...RulesFollowed
              }
              leftOut
            }

            fragment PageInfo on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }

            fragment ParameterUnderstood on ParameterUnderstood {
              parameter
              given
              understood
              how
              means
            }

            fragment RulesFollowed on RulesFollowed {
              file
              version
              ofThePlace
            }
            """)
        variables: dict[str, object] = {
            "family": family,
            "asOf": as_of,
            "first": first,
            "after": after,
            "explain": explain,
        }
        response = self.execute(
            query=query, operation_name="WhoKnowsFamily", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return WhoKnowsFamily.model_validate(data).who_knows_family

    def who_knows_person(
        self,
        person: str,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        explain: Union[Optional[bool], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> WhoKnowsPersonWhoKnowsPerson:
        query = gql("""
            query WhoKnowsPerson($person: String!, $asOf: Date = null, $first: Int = 100, $after: String = null, $explain: Boolean = false) {
              whoKnowsPerson(
                person: $person
                asOf: $asOf
                first: $first
                after: $after
                explain: $explain
              ) {
                edges {
                  node {
                    ...Acquaintance
                  }
                  cursor
                }
                pageInfo {
                  ...PageInfo
                }
                asOf
                unseen
                explanation {
                  ...Explanation
                }
              }
            }

            fragment Acquaintance on Acquaintance {
              practitioner
              fullName
              organisation
              ask
              informal
              capacity
              people
              firstContact
              lastContact
              ended
              status
              strength
              sure
              perhapsAlso
              evidence {
                ...Evidence
              }
            }

            fragment Evidence on Evidence {
              record
              saidOn
              words
              person
              capacity
              spanFrom
              spanTo
              sure
            }

            fragment Explanation on Explanation {
              asks
              cypher
              parameters {
                ...ParameterUnderstood
              }
              rowsRead
              further
              rules {
                ...RulesFollowed
              }
              leftOut
            }

            fragment PageInfo on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }

            fragment ParameterUnderstood on ParameterUnderstood {
              parameter
              given
              understood
              how
              means
            }

            fragment RulesFollowed on RulesFollowed {
              file
              version
              ofThePlace
            }
            """)
        variables: dict[str, object] = {
            "person": person,
            "asOf": as_of,
            "first": first,
            "after": after,
            "explain": explain,
        }
        response = self.execute(
            query=query, operation_name="WhoKnowsPerson", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return WhoKnowsPerson.model_validate(data).who_knows_person

    def wobbling(
        self,
        area: Union[Optional[str], UnsetType] = UNSET,
        status: Union[Optional[str], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        explain: Union[Optional[bool], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> WobblingWobbling:
        query = gql("""
            query Wobbling($area: String = null, $status: String = null, $asOf: Date = null, $first: Int = 100, $after: String = null, $explain: Boolean = false) {
              wobbling(
                area: $area
                status: $status
                asOf: $asOf
                first: $first
                after: $after
                explain: $explain
              ) {
                edges {
                  node {
                    ...Wobble
                  }
                  cursor
                }
                pageInfo {
                  ...PageInfo
                }
                asOf
                unseen
                explanation {
                  ...Explanation
                }
              }
            }

            fragment Evidence on Evidence {
              record
              saidOn
              words
              person
              capacity
              spanFrom
              spanTo
              sure
            }

            fragment Explanation on Explanation {
              asks
              cypher
              parameters {
                ...ParameterUnderstood
              }
              rowsRead
              further
              rules {
                ...RulesFollowed
              }
              leftOut
            }

            fragment PageInfo on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }

            fragment ParameterUnderstood on ParameterUnderstood {
              parameter
              given
              understood
              how
              means
            }

            fragment RulesFollowed on RulesFollowed {
              file
              version
              ofThePlace
            }

            fragment Strain on Strain {
              code
              label
              saidOn
              record
              words
              value
              acute
              told
            }

            fragment Wobble on Wobble {
              person
              fullName
              status
              why
              trend
              age
              family
              area
              strains {
                ...Strain
              }
              knownTo
              evidence {
                ...Evidence
              }
            }
            """)
        variables: dict[str, object] = {
            "area": area,
            "status": status,
            "asOf": as_of,
            "first": first,
            "after": after,
            "explain": explain,
        }
        response = self.execute(
            query=query, operation_name="Wobbling", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Wobbling.model_validate(data).wobbling

    def wobbling_fairness(
        self,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        explain: Union[Optional[bool], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> WobblingFairnessWobblingFairness:
        query = gql("""
            query WobblingFairness($asOf: Date = null, $first: Int = 100, $after: String = null, $explain: Boolean = false) {
              wobblingFairness(asOf: $asOf, first: $first, after: $after, explain: $explain) {
                edges {
                  node {
                    ...Evenness
                  }
                  cursor
                }
                pageInfo {
                  ...PageInfo
                }
                asOf
                unseen
                explanation {
                  ...Explanation
                }
              }
            }

            fragment Evenness on Evenness {
              by
              fullName
              people
              peopleTold
              picked
              pickedTold
              share
              timesAsOften
              uneven
              told
              evidence {
                ...Evidence
              }
            }

            fragment Evidence on Evidence {
              record
              saidOn
              words
              person
              capacity
              spanFrom
              spanTo
              sure
            }

            fragment Explanation on Explanation {
              asks
              cypher
              parameters {
                ...ParameterUnderstood
              }
              rowsRead
              further
              rules {
                ...RulesFollowed
              }
              leftOut
            }

            fragment PageInfo on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }

            fragment ParameterUnderstood on ParameterUnderstood {
              parameter
              given
              understood
              how
              means
            }

            fragment RulesFollowed on RulesFollowed {
              file
              version
              ofThePlace
            }
            """)
        variables: dict[str, object] = {
            "asOf": as_of,
            "first": first,
            "after": after,
            "explain": explain,
        }
        response = self.execute(
            query=query,
            operation_name="WobblingFairness",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return WobblingFairness.model_validate(data).wobbling_fairness

    def ask_in_words(
        self, words: str, as_of: Union[Optional[date], UnsetType] = UNSET, **kwargs: Any
    ) -> AskInWordsAskInWords:
        query = gql("""
            query AskInWords($words: String!, $asOf: Date = null) {
              askInWords(words: $words, asOf: $asOf) {
                ...InWords
              }
            }

            fragment InWords on InWords {
              understood {
                ...Understanding
              }
              couldAlsoMean {
                ...Understanding
              }
              answer
            }

            fragment Understanding on Understanding {
              question
              answers
              parameters
              because
              passedOver
              score
            }
            """)
        variables: dict[str, object] = {"words": words, "asOf": as_of}
        response = self.execute(
            query=query, operation_name="AskInWords", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return AskInWords.model_validate(data).ask_in_words

    def saved_questions(self, **kwargs: Any) -> list[SavedQuestionsSavedQuestions]:
        query = gql("""
            query SavedQuestions {
              savedQuestions {
                ...SavedQuestion
              }
            }

            fragment SavedQuestion on SavedQuestion {
              savedAs
              question
              parameters
              savedOn
              lost
            }
            """)
        variables: dict[str, object] = {}
        response = self.execute(
            query=query, operation_name="SavedQuestions", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return SavedQuestions.model_validate(data).saved_questions

    def saved_answer(
        self,
        saved_as: str,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> SavedAnswerSavedAnswer:
        query = gql("""
            query SavedAnswer($savedAs: String!, $asOf: Date = null) {
              savedAnswer(savedAs: $savedAs, asOf: $asOf) {
                ...SavedAnswerTold
              }
            }

            fragment SavedAnswerTold on SavedAnswer {
              saved {
                ...SavedQuestion
              }
              answer
            }

            fragment SavedQuestion on SavedQuestion {
              savedAs
              question
              parameters
              savedOn
              lost
            }
            """)
        variables: dict[str, object] = {"savedAs": saved_as, "asOf": as_of}
        response = self.execute(
            query=query, operation_name="SavedAnswer", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return SavedAnswer.model_validate(data).saved_answer

    def nodes(
        self, ids: list[str], **kwargs: Any
    ) -> list[
        Optional[
            Union[
                NodesNodesNode,
                NodesNodesArea,
                NodesNodesAsset,
                NodesNodesFamily,
                NodesNodesNeed,
                NodesNodesOrganisation,
                NodesNodesPerson,
                NodesNodesPractitioner,
                NodesNodesService,
            ]
        ]
    ]:
        query = gql("""
            query Nodes($ids: [ID!]!) {
              nodes(ids: $ids) {
                __typename
                ... on Area {
                  ...Area
                }
                ... on Asset {
                  ...Asset
                }
                ... on Family {
                  ...Family
                }
                ... on Need {
                  ...Need
                }
                ... on Organisation {
                  ...Organisation
                }
                ... on Person {
                  ...Person
                }
                ... on Practitioner {
                  ...Practitioner
                }
                ... on Service {
                  ...Service
                }
              }
            }

            fragment Area on Area {
              id
              uid
              fullName
              kind
              lat
              lon
            }

            fragment Asset on Asset {
              id
              uid
              fullName
              description
              kind
              status
              url
              meetsWhen
              contact
              address
              postcode
              lat
              lon
              confirmedOn
              unconfirmed
            }

            fragment Family on Family {
              id
              uid
              fullName
              restricted
            }

            fragment Need on Need {
              id
              uid
              fullName
            }

            fragment Organisation on Organisation {
              id
              uid
              fullName
              knownAs
              url
              email
              phone
              address
              postcode
              description
              charityNumber
              companyNumber
              orgId
              publishedId
              kind
              status
            }

            fragment Person on Person {
              id
              uid
              fullName
              knownAs
              dob
              restricted
            }

            fragment Practitioner on Practitioner {
              id
              uid
              fullName
              surname
              organisation
              informal
            }

            fragment Service on Service {
              id
              uid
              fullName
              knownAs
              publishedId
              description
              status
              alert
              minimumAge
              maximumAge
              eligibility
              howToApply
              url
              email
              phone
              charge
              meetsWhen
              opens
              languages
              serves
              contact
              address
              postcode
              lat
              lon
              confirmedOn
              unconfirmed
            }
            """)
        variables: dict[str, object] = {"ids": ids}
        response = self.execute(
            query=query, operation_name="Nodes", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Nodes.model_validate(data).nodes

    def judge(
        self, mention_a: str, mention_b: str, verdict: str, why: str, **kwargs: Any
    ) -> JudgeJudge:
        query = gql("""
            mutation Judge($mentionA: String!, $mentionB: String!, $verdict: String!, $why: String!) {
              judge(mentionA: $mentionA, mentionB: $mentionB, verdict: $verdict, why: $why) {
                ...Judged
              }
            }

            fragment Judged on Judged {
              judgement
            }
            """)
        variables: dict[str, object] = {
            "mentionA": mention_a,
            "mentionB": mention_b,
            "verdict": verdict,
            "why": why,
        }
        response = self.execute(
            query=query, operation_name="Judge", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Judge.model_validate(data).judge

    def take_back(self, judgement: str, **kwargs: Any) -> TakeBackTakeBack:
        query = gql("""
            mutation TakeBack($judgement: String!) {
              takeBack(judgement: $judgement) {
                ...Judged
              }
            }

            fragment Judged on Judged {
              judgement
            }
            """)
        variables: dict[str, object] = {"judgement": judgement}
        response = self.execute(
            query=query, operation_name="TakeBack", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return TakeBack.model_validate(data).take_back

    def agree(
        self,
        words: str,
        family: Union[Optional[str], UnsetType] = UNSET,
        person: Union[Optional[str], UnsetType] = UNSET,
        kind: Union[Optional[str], UnsetType] = UNSET,
        owner: Union[Optional[str], UnsetType] = UNSET,
        due_on: Union[Optional[date], UnsetType] = UNSET,
        on: Union[Optional[date], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> AgreeAgree:
        query = gql("""
            mutation Agree($words: String!, $family: String = null, $person: String = null, $kind: String = "action", $owner: String = null, $dueOn: Date = null, $on: Date = null) {
              agree(
                words: $words
                family: $family
                person: $person
                kind: $kind
                owner: $owner
                dueOn: $dueOn
                on: $on
              ) {
                ...Recorded
              }
            }

            fragment Recorded on Recorded {
              action
            }
            """)
        variables: dict[str, object] = {
            "words": words,
            "family": family,
            "person": person,
            "kind": kind,
            "owner": owner,
            "dueOn": due_on,
            "on": on,
        }
        response = self.execute(
            query=query, operation_name="Agree", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Agree.model_validate(data).agree

    def finish_action(
        self,
        action: str,
        came_of: str,
        on: Union[Optional[date], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> FinishActionFinishAction:
        query = gql("""
            mutation FinishAction($action: String!, $cameOf: String!, $on: Date = null) {
              finishAction(action: $action, cameOf: $cameOf, on: $on) {
                ...Recorded
              }
            }

            fragment Recorded on Recorded {
              action
            }
            """)
        variables: dict[str, object] = {"action": action, "cameOf": came_of, "on": on}
        response = self.execute(
            query=query, operation_name="FinishAction", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return FinishAction.model_validate(data).finish_action

    def register_offer(
        self,
        offer: OfferForm,
        on: Union[Optional[date], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> RegisterOfferRegisterOffer:
        query = gql("""
            mutation RegisterOffer($offer: OfferForm!, $on: Date = null) {
              registerOffer(offer: $offer, on: $on) {
                ...OfferKept
              }
            }

            fragment OfferKept on OfferKept {
              offer
              record
              standing
              told
            }
            """)
        variables: dict[str, object] = {"offer": offer, "on": on}
        response = self.execute(
            query=query, operation_name="RegisterOffer", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return RegisterOffer.model_validate(data).register_offer

    def moderate_offer(
        self,
        offer: str,
        verdict: str,
        why: Union[Optional[str], UnsetType] = UNSET,
        version: Union[Optional[str], UnsetType] = UNSET,
        on: Union[Optional[date], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> ModerateOfferModerateOffer:
        query = gql("""
            mutation ModerateOffer($offer: String!, $verdict: String!, $why: String = null, $version: String = null, $on: Date = null) {
              moderateOffer(
                offer: $offer
                verdict: $verdict
                why: $why
                version: $version
                on: $on
              ) {
                ...OfferKept
              }
            }

            fragment OfferKept on OfferKept {
              offer
              record
              standing
              told
            }
            """)
        variables: dict[str, object] = {
            "offer": offer,
            "verdict": verdict,
            "why": why,
            "version": version,
            "on": on,
        }
        response = self.execute(
            query=query, operation_name="ModerateOffer", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return ModerateOffer.model_validate(data).moderate_offer

    def withdraw_offer(
        self,
        offer: str,
        why: Union[Optional[str], UnsetType] = UNSET,
        on: Union[Optional[date], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> WithdrawOfferWithdrawOffer:
        query = gql("""
            mutation WithdrawOffer($offer: String!, $why: String = null, $on: Date = null) {
              withdrawOffer(offer: $offer, why: $why, on: $on) {
                ...OfferKept
              }
            }

            fragment OfferKept on OfferKept {
              offer
              record
              standing
              told
            }
            """)
        variables: dict[str, object] = {"offer": offer, "why": why, "on": on}
        response = self.execute(
            query=query, operation_name="WithdrawOffer", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return WithdrawOffer.model_validate(data).withdraw_offer

    def save_question(
        self, saved_as: str, question: str, parameters: Any, **kwargs: Any
    ) -> SaveQuestionSaveQuestion:
        query = gql("""
            mutation SaveQuestion($savedAs: String!, $question: String!, $parameters: JSON!) {
              saveQuestion(savedAs: $savedAs, question: $question, parameters: $parameters) {
                ...SavedQuestion
              }
            }

            fragment SavedQuestion on SavedQuestion {
              savedAs
              question
              parameters
              savedOn
              lost
            }
            """)
        variables: dict[str, object] = {
            "savedAs": saved_as,
            "question": question,
            "parameters": parameters,
        }
        response = self.execute(
            query=query, operation_name="SaveQuestion", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return SaveQuestion.model_validate(data).save_question

    def delete_saved_question(
        self, saved_as: str, **kwargs: Any
    ) -> DeleteSavedQuestionDeleteSavedQuestion:
        query = gql("""
            mutation DeleteSavedQuestion($savedAs: String!) {
              deleteSavedQuestion(savedAs: $savedAs) {
                ...Unsaved
              }
            }

            fragment Unsaved on Unsaved {
              savedAs
            }
            """)
        variables: dict[str, object] = {"savedAs": saved_as}
        response = self.execute(
            query=query,
            operation_name="DeleteSavedQuestion",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return DeleteSavedQuestion.model_validate(data).delete_saved_question
