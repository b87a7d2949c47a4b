"""
Gradient-boosted trees over all series of a set at once (LightGBM, one thread): each past origin and step ahead is a
row; lags, averages and the value of the same step of the season, over the mean of the last season, whose size is also a
row's weight. One model per quantile; for counts also a Tweedie model of the mean with a negative-binomial spread.
"""

import warnings

import lightgbm
import numpy as np

from spread import counts_about
from windows import COUNTS, LEVELS, run

MOST_ROWS = 100_000
LAGS = 12
SETTINGS = {
    "num_iterations": 300,
    "learning_rate": 0.05,
    "num_leaves": 31,
    "min_data_in_leaf": 50,
    "feature_fraction": 0.8,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "num_threads": 1,
    "deterministic": True,
    "seed": 1,
    "verbose": -1,
}


def scale_of(past, season, counts):
    """What a series is measured in: the mean size of its last season; counts stay as they are."""
    return 1.0 if counts else max(np.nanmean(np.abs(past[-season:])), 1e-3 * np.nanmax(np.abs(past)), 1e-9)


def features(y, t, horizon, season, scale):
    """One row per step ahead of the origin t, from y[:t] alone."""
    past = y[:t] / scale
    last = np.full(LAGS, np.nan)
    last[max(0, LAGS - t) :] = past[-LAGS:]
    means = [np.nanmean(past[-n:]) for n in (3, 6, 12, 18, season, 2 * season)]
    demands = np.flatnonzero(past > 0)
    since = t - demands[-1] if len(demands) else t
    whole = [np.nanstd(past[-season:]), np.mean(past[-season:] == 0), since, t, np.log(scale)]
    rows = []
    for j in range(horizon):
        same = t + j - season * (j // season + 1)
        around = [past[s] if 0 <= s < t else np.nan for s in (same - 1, same, same + 1, same - season)]
        rows.append([j, (t + j) % season, *around, *last, *means, *whole])
    return rows


def tables(window):
    """Training data, the rows to forecast and each series' scale. Of too many origins every n-th is taken."""
    horizon, season = window.horizon, window.season
    counts = window.set == COUNTS
    least = min(season, 12)
    origins = [(i, t) for i, y in enumerate(window.histories) for t in range(least, len(y) - horizon + 1)]
    apart = max(1, -(-len(origins) * horizon // MOST_ROWS))
    x, target, weight, ahead, scales = [], [], [], [], []
    for i, t in origins[::apart]:
        y = window.histories[i]
        if np.isnan(y[:t]).all() or np.isnan(y[t : t + horizon]).all():
            continue
        scale = scale_of(y[:t], season, counts)
        x.extend(features(y, t, horizon, season, scale))
        target.extend(y[t : t + horizon] / scale)
        weight.extend([scale] * horizon)
    for y in window.histories:
        blank = np.isnan(y).all()
        scales.append(1.0 if blank else scale_of(y, season, counts))
        ahead.extend(features(np.zeros_like(y) if blank else y, len(y), horizon, season, scales[-1]))
    x, target, weight = np.array(x), np.array(target), np.array(weight)
    seen = ~np.isnan(target)
    return lightgbm.Dataset(x[seen], target[seen], weight=weight[seen], free_raw_data=False), np.array(ahead), np.array(scales)


def quantiles(window):
    data, ahead, scales = tables(window)
    columns = [lightgbm.train({**SETTINGS, "objective": "quantile", "alpha": q}, data).predict(ahead) for q in LEVELS]
    return np.stack(columns, axis=1).reshape(len(scales), window.horizon, -1) * scales[:, None, None], None


def tweedie(window):
    data, ahead, scales = tables(window)
    model = lightgbm.train({**SETTINGS, "objective": "tweedie", "tweedie_variance_power": 1.3}, data)
    means = model.predict(ahead).reshape(len(scales), window.horizon) * scales[:, None]
    return counts_about(means, window.histories), means


if __name__ == "__main__":
    warnings.filterwarnings("ignore", "Mean of empty slice|Degrees of freedom|All-NaN", RuntimeWarning)
    methods = {
        "LightGBM": (lambda name: True, quantiles),
        "Tweedie": (lambda name: name == COUNTS, tweedie),
    }
    run("lightgbm", methods)
