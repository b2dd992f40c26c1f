"""The settings and a model in the shape that Splink takes, and a model out of what Splink has learned."""

from collections.abc import Collection
from typing import Any

from linkage.model import Model, Weights, in_bounds
from linkage.settings import Comparison, Kind


def splink_settings(kind: Kind, model: Model, columns: Collection[str], dialect: str) -> dict[str, Any]:
    """Settings for a Splink linker over the columns that there are."""
    compared = [one for one in kind.comparisons if set(one.needs) <= set(columns)]
    return {
        "link_type": "dedupe_only",
        "comparisons": [_comparison(one, model.weights[one.name], dialect, model.records > 0) for one in compared],
        "blocking_rules_to_generate_predictions": [
            rule(key, dialect) for key in (*kind.shape.keys, "whole") if f"key_{key}" in columns
        ],
        "probability_two_random_records_match": model.prior,
        "retain_intermediate_calculation_columns": True,
        "retain_matching_columns": True,
        "em_convergence": 0.001,
        "max_iterations": 20,
    }


def rule(key: str, dialect: str) -> dict[str, str]:
    """A rule that pairs records with the same key."""
    return {"blocking_rule": f"l.key_{key} = r.key_{key}", "sql_dialect": dialect}


def _comparison(one: Comparison, weights: Weights, dialect: str, rarity: bool) -> dict[str, Any]:
    missing = " OR ".join(f"{column}_{side} IS NULL" for column in one.needs for side in "lr")
    if one.unless:
        from linkage.levels import level

        missing = f"{missing} OR {level(one.unless).sql(dialect)}"
    levels: list[dict[str, Any]] = [{"sql_condition": missing, "label_for_charts": "null", "is_null_level": True}]
    conditions = [(test.sql(dialect), test.label) for test in one.tests] + [("ELSE", "else")]
    for at, (sql, label) in enumerate(conditions):
        told = {"sql_condition": sql, "label_for_charts": label}
        levels.append(told | {"m_probability": weights.m[at], "u_probability": weights.u[at]})
    # In a handful of records every name is as common as every other; rarity is for what was learned.
    if one.frequency and rarity:
        levels[1] |= {"tf_adjustment_column": one.frequency, "tf_adjustment_weight": 1.0, "tf_minimum_u_value": one.rarest}
    return {"output_column_name": one.name, "comparison_levels": levels}


def learned(told: dict[str, Any], fallback: Model, records: int) -> Model:
    """A model from Splink's saved settings; what it could not learn is taken from another model."""
    weights = dict(fallback.weights)
    for comparison in told["comparisons"]:
        name = comparison["output_column_name"]
        levels = [one for one in comparison["comparison_levels"] if not one.get("is_null_level")]
        before = fallback.weights[name]
        m = tuple(one.get("m_probability") or before.m[at] for at, one in enumerate(levels))
        u = tuple(one.get("u_probability") or before.u[at] for at, one in enumerate(levels))
        weights[name] = Weights(in_bounds(m), in_bounds(u))
    return Model(weights, told["probability_two_random_records_match"], learned_from="its own records", records=records)


def projection(table: str, names: Collection[str], kind: Kind, rarity: bool) -> str:
    """What is taken from Splink's predictions: who, the level met (0 the most alike) and its bits."""
    said = ["unique_id_l as one", "unique_id_r as other"]
    for name in names:
        comparison = kind.comparison(name)
        top = len(comparison.levels)
        said.append(f"cast(case when gamma_{name} < 0 then -1 else {top} - gamma_{name} end as smallint) as level_{name}")
        bits = f"mw_{name} + mw_tf_adj_{name}" if comparison.frequency and rarity else f"mw_{name}"
        said.append(f"cast({bits} as float) as bits_{name}")
    return f"select {', '.join(said)} from {table} order by one, other"


def frequency(table: str, column: str, own: int) -> str:
    """How common each value is among others than the two compared: what only they bear is as rare as can be."""
    share = f"greatest(count(*) - {own}, 0.001) / (select cast(count({column}) as double) from {table})"
    return f"select {column}, {share} as tf_{column} from {table} where {column} is not null group by {column}"
