"""What may be known at the beginning of each window, as windows.ts writes it, and where the forecasts go."""

import csv
import json
import os
import sys
import time
from dataclasses import dataclass
from importlib.metadata import version

import numpy as np

LEVELS = np.arange(1, 10) / 10
# The set of whole numbers, mostly zeros.
COUNTS = "car_parts_monthly"


@dataclass
class Window:
    set: str
    number: int
    horizon: int
    season: int
    names: list
    periods: list  # of each series, as written
    histories: list  # of each series, NaN where missing


def known(y):
    return y[~np.isnan(y)]


def read(folder, row):
    periods, histories = {}, {}
    with open(f"{folder}/windows/{row['set']}-{row['window']}.csv") as lines:
        for line in csv.DictReader(lines):
            periods.setdefault(line["series"], []).append(line["period"])
            histories.setdefault(line["series"], []).append(float(line["quantity"] or "nan"))
    numbers = (int(row[name]) for name in ("window", "horizon", "season"))
    values = [np.array(y) for y in histories.values()]
    return Window(row["set"], *numbers, list(histories), list(periods.values()), values)


def write(path, window, quantiles, means):
    """Quantiles are put in order and not below 0."""
    quantiles = np.maximum(0, np.sort(np.nan_to_num(quantiles), axis=2))
    with open(path, "w", newline="") as file:
        out = csv.writer(file)
        out.writerow(["series", "step", "mean", *LEVELS])
        for i, name in enumerate(window.names):
            for j in range(window.horizon):
                mean = "" if means is None else f"{max(0, np.nan_to_num(means[i, j])):.7g}"
                out.writerow([name, j + 1, mean, *(f"{q:.7g}" for q in quantiles[i, j])])


def run(package, methods):
    """
    Usage: python FILE.py FOLDER [set or method …]. Forecasts that are there already stay.
    methods: name → (is it meant for the set of this name?, forecast), where forecast makes of a window
    quantiles, series × steps × levels, and means, series × steps or None.
    """
    folder, asked = sys.argv[1], sys.argv[2:]
    with open(f"{folder}/windows/windows.csv") as lines:
        rows = list(csv.DictReader(lines))
    sets = {row["set"] for row in rows}
    named = set(asked) - sets
    for name, (fits, forecast) in methods.items():
        if named and name not in named:
            continue
        os.makedirs(f"{folder}/{name}", exist_ok=True)
        for row in rows:
            out = f"{folder}/{name}/{row['set']}-{row['window']}"
            wanted = fits(row["set"]) and (row["set"] in asked or not sets & set(asked))
            if not wanted or os.path.exists(f"{out}.csv"):
                continue
            window = read(folder, row)
            cpu, wall = time.process_time(), time.perf_counter()
            made = forecast(window)
            cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
            cost = {"cpu": round(cpu, 2), "wall": round(wall, 2), "version": f"{package} {version(package)}"}
            with open(f"{out}.json", "w") as file:
                json.dump(cost, file)
            write(f"{out}.csv", window, *made)
            print(f"{name} {row['set']} {row['window']}: {cpu:.1f} s", flush=True)
