"""Published methods on the windows of run.ts: statsforecast's, quantiles read from their normal intervals.

Usage: CHASQUI_DATA=folder python bench/forecast/peers.py SET [METHOD ...]; see README.md beside this file.
"""

import csv
import gzip
import json
import os
import sys
import time

import numpy as np
from statsforecast.models import AutoCES, AutoETS, AutoTheta, CrostonSBA, TSB

LEVELS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
DATA = os.environ["CHASQUI_DATA"]


def json_lines(name):
    series = []
    for line in gzip.open(f"{DATA}/forecast/{name}.jsonl.gz", "rt"):
        one = json.loads(line)
        values = [np.nan if x is None else float(x) for x in one["y"]] + [float(x) for x in one.get("test", [])]
        series.append(np.array(values))
    return series, one["h"]


def stallion():
    cells = {}
    for row in csv.DictReader(gzip.open(f"{DATA}/forecast/stallion_monthly.csv.gz", "rt")):
        cells.setdefault((row["agency"], row["sku"]), {})[row["date"]] = float(row["volume"])
    return [np.array([own[d] for d in sorted(own)]) for own in cells.values()], 6


SETS = {
    "car": lambda: json_lines("car_parts_monthly"),
    "m3": lambda: json_lines("m3_monthly"),
    "stallion": stallion,
}
METHODS = {
    "AutoETS": lambda: AutoETS(season_length=12),
    "AutoTheta": lambda: AutoTheta(season_length=12),
    "AutoCES": lambda: AutoCES(season_length=12),
    "CrostonSBA": CrostonSBA,
    "TSB": lambda: TSB(0.2, 0.1),
}


def quantiles(model, y, horizon):
    """horizon × levels; a method without intervals says its mean at every level."""
    known = y[~np.isnan(y)]
    if len(known) == 0 or not known.any():
        return np.zeros((horizon, len(LEVELS)))
    try:
        made = model.forecast(y=known, h=horizon, level=[20, 40, 60, 80])
    except Exception:
        made = model.forecast(y=known, h=horizon)
    if "lo-80" not in made:
        return np.maximum(0, np.repeat(made["mean"][:, None], len(LEVELS), axis=1))
    columns = [made[f"lo-{c}"] for c in (80, 60, 40, 20)] + [made["mean"]] + [made[f"hi-{c}"] for c in (20, 40, 60, 80)]
    return np.maximum(0, np.stack(columns, axis=1))


def main():
    series, horizon = SETS[sys.argv[1]]()
    for name in sys.argv[2:] or METHODS:
        began = time.process_time()
        loss = size = 0.0
        errors = []
        for y in series:
            history, actual = y[:-horizon], y[-horizon:]
            q = quantiles(METHODS[name](), history, horizon)
            seen = ~np.isnan(actual)
            off = actual[seen, None] - q[seen]
            loss += 2 * np.maximum(np.array(LEVELS) * off, (np.array(LEVELS) - 1) * off).sum()
            size += np.abs(actual[seen]).sum()
            scale = np.nanmean(np.abs(history[12:] - history[:-12])) if len(history) > 12 else np.nan
            if seen.any() and scale > 0:
                errors.append(np.abs(off[:, 4]).mean() / scale)
        seconds = time.process_time() - began
        print(f"{sys.argv[1]} {name}: WQL {loss / len(LEVELS) / size:.4f}, MASE {np.mean(errors):.3f}, CPU {seconds:.0f} s", flush=True)


if __name__ == "__main__":
    main()
