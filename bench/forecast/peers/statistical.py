"""
statsforecast's methods, series by series. Smooth demand: quantiles from the methods' own normal intervals. Counts: the
methods for rare demand give means alone, spread here as a negative binomial. Seasons of 52 are beyond its ETS: there
also MSTL, which takes the season out first.
"""

import numpy as np
from statsforecast.models import ADIDA, IMAPA, MSTL, TSB, AutoCES, AutoETS, AutoTheta, CrostonSBA
from statsforecast.models import SeasonalNaive, WindowAverage

from spread import counts_about
from windows import COUNTS, LEVELS, known, run

INTERVALS = [20, 40, 60, 80]


def one(make, window, y):
    """Quantiles and means of one series; of one too short or too even for the method, the season's last values."""
    y = known(y)
    if not y.any():
        return np.zeros((window.horizon, len(LEVELS))), np.zeros(window.horizon)
    try:
        made = make(window.season).forecast(y=y, h=window.horizon, level=INTERVALS)
    except Exception:
        made = SeasonalNaive(window.season).forecast(y=y, h=window.horizon, level=INTERVALS)
    lower = [made[f"lo-{c}"] for c in reversed(INTERVALS)]
    upper = [made[f"hi-{c}"] for c in INTERVALS]
    return np.stack([*lower, made["mean"], *upper], axis=1), made["mean"]


def by_intervals(make):
    def forecast(window):
        made = [one(make, window, y) for y in window.histories]
        return np.stack([q for q, _ in made]), np.stack([m for _, m in made])

    return forecast


def as_counts(make):
    def mean(window, y):
        y = known(y)
        return make(len(y)).forecast(y=y, h=window.horizon)["mean"] if y.any() else np.zeros(window.horizon)

    def forecast(window):
        means = np.stack([mean(window, y) for y in window.histories])
        return counts_about(means, window.histories), means

    return forecast


def counts(name):
    return name == COUNTS


def smooth(name):
    return not counts(name)


def weekly(name):
    return name.endswith("weekly")


if __name__ == "__main__":
    methods = {
        "MA18": (counts, as_counts(lambda n: WindowAverage(min(18, n)))),
        "CrostonSBA": (counts, as_counts(lambda n: CrostonSBA())),
        "TSB": (counts, as_counts(lambda n: TSB(0.2, 0.1))),
        "ADIDA": (counts, as_counts(lambda n: ADIDA())),
        "IMAPA": (counts, as_counts(lambda n: IMAPA())),
        "AutoTheta": (smooth, by_intervals(lambda m: AutoTheta(season_length=m))),
        "AutoETS": (smooth, by_intervals(lambda m: AutoETS(season_length=m))),
        "MSTL": (weekly, by_intervals(lambda m: MSTL(season_length=m, trend_forecaster=AutoETS(model="ZZN")))),
        "AutoCES": (smooth, by_intervals(lambda m: AutoCES(season_length=m))),
    }
    run("statsforecast", methods)
