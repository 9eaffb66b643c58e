"""Measure how the service answers while thousands of connections are silent or slow, and when they are shed.

Usage: python benchmarks/connections.py [connections]

A third of them say nothing, a third send half a head, a third drip a body. The baseline is the same probe without them.
"""

import asyncio
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
BODY = b"POST /v1/grades HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9\r\n\r\n{"
KINDS = (b"", b"GET /livez HTTP/1.1\r\nHost: x\r\n", BODY)
PROBE = b"GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"


async def probes(port: int, number: int) -> list[float]:
    """Return how long each of some health checks took, one after the other."""
    took = []
    for _ in range(number):
        start = time.perf_counter()
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(PROBE)
        assert b" 200 " in (await reader.read())[:20]
        took.append(time.perf_counter() - start)
        writer.close()
        await asyncio.sleep(0.01)
    return sorted(took)


async def slow(port: int, number: int, opened: list[float]) -> float:
    """Open a connection, let it wait, and return after how many seconds it was shed."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    start = time.perf_counter()
    writer.write(KINDS[number % 3])
    opened.append(start)
    await reader.read()
    writer.close()
    return time.perf_counter() - start


async def measure(port: int, number: int) -> None:
    """Print the figures."""
    before = await probes(port, 300)
    opened: list[float] = []
    waiting = []
    for first in range(0, number, 500):
        waiting += [asyncio.create_task(slow(port, each, opened)) for each in range(first, min(number, first + 500))]
        while len(opened) < len(waiting):
            await asyncio.sleep(0.01)
    during = await probes(port, 300)
    open_then = sum(not task.done() for task in waiting)
    shed = sorted(await asyncio.gather(*waiting))
    for name, took in (("alone", before), (f"with {open_then} connections", during)):
        print(f"health {name:24} median {took[150] * 1000:6.1f} ms   p99 {took[296] * 1000:6.1f} ms")
    print(f"shed: {len(shed)} of {number}, the last one {shed[-1]:.1f} s after it was opened (deadlines: 10 s and 5 s)")


def main() -> None:
    """Run the service and the clients."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    command = [sys.executable, "-m", "grader", "serve", "--port", "0"]
    with TemporaryDirectory() as folder:
        variables = {**os.environ, "PYTHONPATH": str(ROOT), "GRADER_DATA_DIR": folder}
        out, err = subprocess.PIPE, subprocess.DEVNULL
        with subprocess.Popen(command, stdout=out, stderr=err, text=True, env=variables) as run:
            assert run.stdout is not None
            try:
                asyncio.run(measure(int(run.stdout.readline().rpartition(":")[2]), number))
                peak = Path(f"/proc/{run.pid}/status").read_text("utf-8").partition("VmHWM:")[2].split()[0]
                print(f"memory of the service at its peak: {int(peak) // 1024} MB")
            finally:
                run.terminate()


if __name__ == "__main__":
    main()
