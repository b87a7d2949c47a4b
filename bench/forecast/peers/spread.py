"""
Counts about a mean: negative binomial, variance mean × d, d = variance ÷ mean of the series' history (Poisson where
that is below 1).
"""

import numpy as np
from scipy.stats import nbinom, poisson

from windows import LEVELS, known


def counts_about(means, histories):
    """means series × steps → quantiles series × steps × levels"""
    quantiles = np.zeros((*means.shape, len(LEVELS)))
    for i, y in enumerate(map(known, histories)):
        mean = np.maximum(0, np.nan_to_num(means[i]))[:, None]
        if len(y) < 2 or y.mean() == 0 or not mean.any():
            continue
        d = y.var() / y.mean()
        if d <= 1.001:
            quantiles[i] = poisson.ppf(LEVELS, mean)
        else:
            quantiles[i] = nbinom.ppf(LEVELS, np.maximum(mean, 1e-9) / (d - 1), 1 / d)
    return quantiles
