"""
Networks over all series of a set at once (neuralforecast on the processor): NHITS on the mean pinball loss, DeepAR on a
distribution, Student's t, of counts the negative binomial. Missing values are masked.
"""

import logging
import warnings

import numpy as np
import pandas
from neuralforecast import NeuralForecast
from neuralforecast.losses.pytorch import DistributionLoss, MQLoss
from neuralforecast.models import NHITS, DeepAR

from windows import COUNTS, LEVELS, run

QUIET = {
    "enable_progress_bar": False,
    "logger": False,
    "enable_checkpointing": False,
    "enable_model_summary": False,
    "accelerator": "cpu",
    "devices": 1,
}


def frame(window):
    """Long table; a missing value is 0 with mask 0."""
    sizes = [len(y) for y in window.histories]
    y = np.concatenate(window.histories)
    return pandas.DataFrame(
        {
            "unique_id": np.repeat(np.arange(len(sizes)), sizes),
            "ds": pandas.to_datetime([p for own in window.periods for p in own]),
            "y": np.nan_to_num(y),
            "available_mask": (~np.isnan(y)).astype(float),
        }
    )


def counts(window):
    return window.set == COUNTS


def settings(window):
    # So few series are learnt by heart in more steps.
    steps = 500 if len(window.names) < 100 else 1000
    shortest = min(len(y) for y in window.histories)
    return {
        "h": window.horizon,
        "input_size": min(max(24, window.season), shortest - window.horizon),
        "scaler_type": "identity" if counts(window) else "standard",
        "start_padding_enabled": True,
        "max_steps": steps,
        "batch_size": 32,
        "random_seed": 1,
        **QUIET,
    }


def fitted(model, window):
    nf = NeuralForecast(models=[model], freq="MS" if window.season == 12 else "W-MON")
    nf.fit(frame(window))
    made = nf.predict().sort_values(["unique_id", "ds"], kind="stable")
    return made.drop(columns=["unique_id", "ds"], errors="ignore"), (len(window.names), window.horizon)


def nhits(window):
    model = NHITS(**settings(window), loss=MQLoss(quantiles=list(LEVELS)), windows_batch_size=256)
    made, shape = fitted(model, window)
    return made.to_numpy().reshape(*shape, len(LEVELS)), None


def deepar(window):
    loss = DistributionLoss("NegativeBinomial" if counts(window) else "StudentT", quantiles=list(LEVELS))
    made, shape = fitted(DeepAR(**settings(window), loss=loss, windows_batch_size=128, trajectory_samples=200), window)
    return made.drop(columns="DeepAR").to_numpy().reshape(*shape, len(LEVELS)), made["DeepAR"].to_numpy().reshape(shape)


if __name__ == "__main__":
    warnings.filterwarnings("ignore")
    logging.getLogger("pytorch_lightning").setLevel(logging.ERROR)
    sets = ("stallion_monthly", "iras_lambayeque_weekly", COUNTS, "m3_monthly")
    run("neuralforecast", {"NHITS": (lambda name: name in sets, nhits), "DeepAR": (lambda name: name in sets, deepar)})
