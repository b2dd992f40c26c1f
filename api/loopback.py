"""The gate before everything that is served: requests of this machine pass, all others are refused."""

from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from api.caller import CallerError, check_request


class LoopbackOnly:
    """Answers 403, with the cure, to whoever is not on this machine; goes once sign-in is there."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] != "lifespan":
            try:
                check_request((scope.get("client") or (None,))[0], scope["headers"])
            except CallerError as refused:
                answer = JSONResponse({"error": refused.what, "cure": refused.cure}, status_code=403)
                await answer(scope, receive, send)
                return
        await self._app(scope, receive, send)
