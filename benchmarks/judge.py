"""What the judge's wrappers cost over bare litellm: `python benchmarks/judge.py [ANSWERS]`.

A local server answers after 200 ms, then after 1 s; answers are judged 50 at once. A plain httpx client, litellm with
the same transport, and the judge with all its wrappers take turns in one run.
"""

import asyncio
import json
import multiprocessing
import sys
from collections.abc import Awaitable, Callable
from dataclasses import replace
from multiprocessing.connection import Connection
from statistics import median
from time import perf_counter

import httpx

from grader.judge import Criterion, JudgeRequest, Ports, accounted, guarded, now, prompt
from grader.judge.capped_transport import CappedTransport
from grader.judge.litellm import Litellm, LitellmJudge

WIDE = 50
ROUNDS = 3
DELAYS = (0.2, 1.0)
BAR = 0.95
REQUEST = JudgeRequest(
    "sha256:bench", "When to use cache?", (Criterion("slow", "expensive operations"),), ("slow",), "We keep slow pages."
)
SAID = {"verdicts": [{"concept": "slow", "reasoning": "r", "quotes": ["keep slow pages"], "verdict": "met"}]}
REPLY = json.dumps(
    {
        "id": "c",
        "object": "chat.completion",
        "created": 1,
        "model": "m",
        "choices": [
            {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": json.dumps(SAID)}}
        ],
        "usage": {"prompt_tokens": 900, "completion_tokens": 60, "total_tokens": 960},
    }
).encode()
Call = Callable[[int], Awaitable[object]]


def main() -> None:
    """Print the throughput of each way, and the judge's as a share of bare litellm's."""
    answers = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    ours, theirs = multiprocessing.Pipe()
    server = multiprocessing.Process(target=serve, args=(theirs,), daemon=True)
    server.start()
    try:
        base = f"http://127.0.0.1:{ours.recv()}/v1"
        shares = [asyncio.run(measured(base, delay, answers)) for delay in DELAYS]
    finally:
        server.terminate()
    sys.exit(min(shares) < BAR)


async def measured(base: str, delay: float, answers: int) -> float:
    """Return the judge's throughput as a share of bare litellm's, at one delay."""
    model = f"openai/sleep-{delay}"
    vendor = Litellm()
    judge = LitellmJudge(vendor, model, api_base=base)
    ports = Ports()
    whole = accounted(guarded((judge,), width=WIDE, recorder=ports.recorder), (judge,), ports, None)
    client = httpx.AsyncClient(transport=CappedTransport())

    async def plain(number: int) -> object:
        body = {"model": f"sleep-{delay}", "messages": [{"role": "user", "content": prompt(asked(number)).ask}]}
        return (await client.post(f"{base}/chat/completions", json=body)).json()

    async def bare(number: int) -> object:
        return await vendor.module.acompletion(**judge._call(asked(number), now() + 60))

    async def wrapped(number: int) -> object:
        return await whole.judge(asked(number), deadline=now() + 60)

    ways: dict[str, Call] = {"plain httpx": plain, "bare litellm": bare, "judge, all wrappers": wrapped}
    times: dict[str, list[float]] = {name: [] for name in ways}
    for turn in range(ROUNDS + 1):
        for name, way in ways.items():
            times[name].append(await seconds(way, turn * answers, answers))
    await client.aclose()
    await vendor.aclose()
    return told(delay, answers, {name: values[1:] for name, values in times.items()})


def told(delay: float, answers: int, times: dict[str, list[float]]) -> float:
    """Print one delay's figures; the first turn, which warms up, is left out."""
    ideal = delay * answers / WIDE
    print(f"{answers} answers, {WIDE} at once, {delay * 1000:.0f} ms each: ideal {ideal:.2f} s")
    for name, values in times.items():
        print(f"  {name:22} median {median(values):.2f} s   {ideal / median(values):.0%} of ideal")
    share = median(times["bare litellm"]) / median(times["judge, all wrappers"])
    print(f"  judge / bare litellm: {share:.1%} of its throughput (bar {BAR:.0%})")
    return share


async def seconds(way: Call, first: int, answers: int) -> float:
    """Return how long the calls take, at most WIDE at once."""
    free = asyncio.Semaphore(WIDE)

    async def one(number: int) -> None:
        async with free:
            await way(number)

    start = perf_counter()
    await asyncio.gather(*(one(number) for number in range(first, first + answers)))
    return perf_counter() - start


def asked(number: int) -> JudgeRequest:
    """Return a request that no other number has, so that nothing is taken from a cache."""
    return replace(REQUEST, answer=f"We keep slow pages, number {number}.")


def serve(port: Connection) -> None:
    """Answer after as long as the model's name says, until the process is ended."""
    asyncio.run(_serve(port))


async def _serve(port: Connection) -> None:
    server = await asyncio.start_server(_answer, "127.0.0.1", 0, backlog=1000)
    port.send(server.sockets[0].getsockname()[1])
    await server.serve_forever()


async def _answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    head = f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {len(REPLY)}\r\n\r\n".encode()
    while True:
        try:
            lines = (await reader.readuntil(b"\r\n\r\n")).lower().split(b"\r\n")
        except asyncio.IncompleteReadError:
            return writer.close()
        length = next(int(line.split(b":")[1]) for line in lines if line.startswith(b"content-length"))
        model = json.loads(await reader.readexactly(length))["model"]
        await asyncio.sleep(float(model.rpartition("-")[2]))
        writer.write(head + REPLY)
        await writer.drain()


if __name__ == "__main__":
    main()
