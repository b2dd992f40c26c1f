"""GraphQL over a websocket, for subscriptions alone: graphql-transport-ws, from pages of this same host or from no page."""

import json
from collections.abc import AsyncGenerator
from datetime import timedelta
from typing import Any, cast

from starlette.requests import Request
from starlette.responses import Response
from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState
from strawberry import Schema
from strawberry.asgi import ASGIWebSocketAdapter, GraphQL
from strawberry.http.exceptions import NonJsonMessageReceived, NonTextMessageReceived
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL
from strawberry.subscriptions.protocols.graphql_transport_ws.handlers import BaseGraphQLTransportWSHandler
from strawberry.subscriptions.protocols.graphql_transport_ws.types import Message

from api.following import MOST
from api.graphql.context import Context
from api.graphql.problems import record
from api.graphql.route import LARGEST

WAIT = timedelta(seconds=10)
"""For a client to say that it speaks the protocol."""
TOO_BIG = 1009


class Messages(ASGIWebSocketAdapter):
    """A client's messages, none longer than a request may be."""

    async def iter_json(self, *, ignore_parsing_errors: bool = False) -> AsyncGenerator[object, None]:
        """Each message as it was sent."""
        while self.ws.application_state != WebSocketState.DISCONNECTED:
            try:
                text = await self.ws.receive_text()
            except KeyError:
                raise NonTextMessageReceived from None
            except WebSocketDisconnect:
                return
            if len(text) > LARGEST:
                await self.close(TOO_BIG, f"a message is longer than {LARGEST} characters")
                return
            yield _read(text)


def _read(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise NonJsonMessageReceived from None


class Conversation(BaseGraphQLTransportWSHandler[Context, None]):
    """One client's messages and what is answered; a failure is logged by its place alone."""

    async def handle_message(self, message: Any) -> None:
        """Carry out a message; one that is not of the protocol ends the conversation."""
        if not isinstance(message, dict) or (message.get("type") == "subscribe" and not _asks(message)):
            await self.handle_invalid_message("Failed to parse message")
            return
        await super().handle_message(cast(Message, message))

    async def handle_task_exception(self, error: Exception) -> None:
        """Log where it happened, and nothing that was asked."""
        record(error)


def _asks(message: dict[str, Any]) -> bool:
    asked = message.get("payload")
    if not isinstance(asked, dict) or not isinstance(message.get("id"), str):
        return False
    variables, operation = asked.get("variables"), asked.get("operationName")
    return isinstance(asked.get("query"), str) and isinstance(variables, dict | None) and isinstance(operation, str | None)


class Socket(GraphQL[Context, None]):
    """One websocket. Strawberry refuses a page of another origin before anything is said (cross-site hijacking)."""

    websocket_adapter_class = Messages
    graphql_transport_ws_handler_class = Conversation

    def __init__(self, schema: Schema, context: Context) -> None:
        super().__init__(
            schema,
            graphql_ide=None,
            subscription_protocols=(GRAPHQL_TRANSPORT_WS_PROTOCOL,),
            connection_init_wait_timeout=WAIT,
            max_subscriptions_per_connection=MOST,
        )
        self._context = context

    async def get_context(self, request: Request | WebSocket, response: Response | WebSocket) -> Context:
        """The socket's own."""
        return self._context
