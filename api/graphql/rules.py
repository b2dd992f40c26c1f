"""Rules a GraphQL document must keep before it is carried out."""

from collections.abc import Sequence

from graphql import ASTValidationRule

RULES: Sequence[type[ASTValidationRule]] = ()
"""Beside those of the standard: none yet.

The place of the cost rule that comes with governance: one walk that remembers each fragment's cost.
Strawberry's QueryDepthLimiter and MaxAliasesLimiter are not used: they walk a fragment anew wherever it
is spread, which takes exponential time on fragments that spread each other.
"""
