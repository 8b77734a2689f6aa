"""The peers' side of a comparison by rounds (see openContestant.ts)."""

import json
import resource
import sys
import time


def serve_rounds(versions, warm_up, work):
    """Warms up, says that it is ready, and for each line `run` does the work once and prints what it cost, with the numbers that
    `work` gives back."""
    warm_up()
    print(json.dumps({"ready": True, "versions": versions}), flush=True)
    for line in sys.stdin:
        if line.strip() != "run":
            raise SystemExit(f"a contestant is asked by lines 'run', got {line!r}.")
        cpu, wall = time.process_time(), time.perf_counter()
        numbers = work() or {}
        print(json.dumps({
            "wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu,
            "peakMiB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, **numbers,
        }), flush=True)
