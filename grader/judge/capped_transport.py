"""A transport that reads no more than so many bytes of a reply: the vendor above it reads whole bodies.

Only `litellm.py` imports this file: httpx comes with its vendor.
"""

from collections.abc import AsyncIterator

import httpx

MOST_BYTES = 1024 * 1024


class CappedTransport(httpx.AsyncBaseTransport):
    """Passes requests on; asks for plain bytes, and breaks a reply off that is longer than `most` or compressed."""

    def __init__(self, inner: httpx.AsyncBaseTransport | None = None, *, most: int = MOST_BYTES) -> None:
        self._inner = inner or httpx.AsyncHTTPTransport()
        self._most = most

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Return the reply, its body under the cap."""
        request.headers["accept-encoding"] = "identity"
        response = await self._inner.handle_async_request(request)
        if response.headers.get("content-encoding", "identity").lower() != "identity":
            await response.aclose()
            raise httpx.RemoteProtocolError("The reply is compressed although plain bytes were asked for.")
        assert isinstance(response.stream, httpx.AsyncByteStream)
        stream = _Capped(response.stream, self._most)
        return httpx.Response(
            response.status_code, headers=response.headers, stream=stream, extensions=response.extensions
        )

    async def aclose(self) -> None:
        """Close what is below."""
        await self._inner.aclose()


class _Capped(httpx.AsyncByteStream):
    def __init__(self, stream: httpx.AsyncByteStream, most: int) -> None:
        self._stream, self._left = stream, most

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._stream:
            self._left -= len(chunk)
            if self._left < 0:
                raise httpx.RemoteProtocolError("The reply is longer than a judgement can be.")
            yield chunk

    async def aclose(self) -> None:
        await self._stream.aclose()
