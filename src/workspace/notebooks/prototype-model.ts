import type { Cell } from './notebook.ts'

const WORDS = {
  es: {
    intro: `# Una variante de la red de la demanda

Abre en Keras la red que dejó \`chasqui train\`, predice con ella, ajusta una capa con los últimos meses y guarda un archivo que \`chasqui forecast --model\` toma.

Necesita \`pip install keras jax duckdb matplotlib\` (o TensorFlow o PyTorch en lugar de JAX) y una carpeta de trabajo con \`chasqui train\`, \`chasqui backtest\` y \`chasqui forecast\` hechos.`,
    file: `## El archivo
\`demand_prediction_model.h5\` tiene las redes de todos los productos, una al lado de la otra; \`demand_prediction_model.json\` dice de cada una qué lee, qué significan sus salidas y hasta qué mes aprendió (docs/data.md). Las capas de un producto empiezan con su prefijo.`,
    inputs: `## Lo que lee
Dos entradas por ventana (un lugar y un mes de partida): \`lags\`, los meses pasados divididos por la escala del lugar, y \`known\`, lo demás que se sabe. Los nombres están, en orden, en \`inputs\` del archivo .json; aquí se calculan.`,
    outputs: `## Lo que dice
De los números de la salida a cuantiles: \`count\` es una binomial negativa, \`hurdle\` dice si hace falta algo y cuánto (log-normal), \`quantile\` son cuantiles sobre el mismo mes del año anterior. Las redes de distinto comienzo se promedian cuantil por cuantil.`,
    predict: `## Predecir
Lo que dice la red, al lado del pronóstico de chasqui (que combina métodos, y la red solo donde acertó en el pasado).`,
    fit: `## Ajustar
Se entrena solo la última capa, pocas vueltas y con los últimos meses. La pérdida es sencilla a propósito: Poisson en torno a la media, la de si ocurre y cuánto, o la de los cuantiles.`,
    save: `## Guardar
El archivo y su .json, con el sha256 nuevo. chasqui comprueba ambos, prueba la variante con el pasado y pronostica con ella; \`chasqui train\` vuelve a las redes propias.`,
    past: 'observado',
    network: 'red, 80 %',
    median: 'red, mediana',
    chasqui: 'chasqui, 80 %',
    changed: 'variante, mediana',
  },
  en: {
    intro: `# A variation of the demand network

Opens in Keras the network that \`chasqui train\` left, predicts with it, fits one layer to the last months, and saves a file that \`chasqui forecast --model\` takes.

It needs \`pip install keras jax duckdb matplotlib\` (or TensorFlow or PyTorch in the place of JAX) and a workspace in which \`chasqui train\`, \`chasqui backtest\` and \`chasqui forecast\` have run.`,
    file: `## The file
\`demand_prediction_model.h5\` holds the networks of all products side by side; \`demand_prediction_model.json\` says of each what it reads, what its outputs mean, and up to which month it has learned (docs/data.md). The layers of a product begin with its prefix.`,
    inputs: `## What it reads
Two inputs per window (a place and a month to start from): \`lags\`, the past months over the scale of the place, and \`known\`, all else that is known. Their names stand, in order, in \`inputs\` of the .json file; here they are computed.`,
    outputs: `## What it says
From the numbers of the output to quantiles: \`count\` is a negative binomial, \`hurdle\` says whether anything is needed and how much (log-normal), \`quantile\` are quantiles upon the same month of the year before. Networks of different beginnings are averaged quantile by quantile.`,
    predict: `## Predict
What the network says, beside the forecast of chasqui (which combines methods, the network among them only where it was right in the past).`,
    fit: `## Fit
Only the last layer is trained, a few rounds on the last months. The loss is simple on purpose: Poisson around the mean, that of whether and how much, or that of quantiles.`,
    save: `## Save
The file and its .json, with the new sha256. chasqui checks both, tries the variation on the past and forecasts with it; \`chasqui train\` goes back to its own networks.`,
    past: 'observed',
    network: 'network, 80 %',
    median: 'network, median',
    chasqui: 'chasqui, 80 %',
    changed: 'variation, median',
  },
}

const IMPORTS = `
import importlib.util
import json
import os
from hashlib import sha256
from pathlib import Path
from statistics import NormalDist

engines = {"jax": "jax", "tensorflow": "tensorflow", "torch": "torch"}
present = [engine for engine, module in engines.items() if importlib.util.find_spec(module)]
os.environ.setdefault("KERAS_BACKEND", present[0])

import duckdb
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import ops

root = Path.cwd() if (Path.cwd() / "chasqui.yaml").exists() else Path.cwd().parent
db = duckdb.connect()
for folder, tables in (("processed_data", ("demand", "places", "covariates")), ("preprocessed_data", ("forecast",))):
    for table in tables:
        db.execute(f"CREATE VIEW {table} AS FROM read_parquet('{root / 'data' / folder / table}.parquet')")
`

const FILE = `
path = root / "models" / "keras_models" / "demand_prediction_model.h5"
note = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
assert sha256(path.read_bytes()).hexdigest() == note["sha256"]
model = keras.models.load_model(path, compile=False)
for entry in note["products"]:
    print(entry["product"], entry["head"], entry["horizon"], entry["settings"]["lags"], entry["vintages"][0]["before"])

# The product of which most was needed; any other name of the list will do.
PRODUCT = db.sql("SELECT product FROM demand GROUP BY product ORDER BY count(*) FILTER (quantity > 0) DESC, product").fetchall()[0][0]
entry = next(entry for entry in note["products"] if entry["product"] == PRODUCT)
vintage = entry["vintages"][0]
HEAD, HORIZON, LAGS, QUANTUM = entry["head"], entry["horizon"], entry["settings"]["lags"], vintage["quantum"]
layer = lambda name: model.get_layer(vintage["prefix"] + name)
network = keras.Model([layer("lags").output, layer("known").output], layer(vintage["output"]).output)
print(network.name, network.count_params())
`

const INPUTS = `
cells = db.execute("""
    SELECT ubigeo, year(period) * 12 + month(period) - 1 AS month, CASE WHEN status = 'observed' THEN quantity END AS value
    FROM demand WHERE product = ? ORDER BY ubigeo, period
""", [PRODUCT]).fetchnumpy()
ubigeos, FIRST = sorted(set(cells["ubigeo"])), int(cells["month"].min())
values = np.full((len(ubigeos), int(cells["month"].max()) - FIRST + 1), np.nan)
rows = np.searchsorted(ubigeos, list(cells["ubigeo"]))
values[rows, cells["month"] - FIRST] = np.ma.filled(np.ma.asarray(cells["value"], float), np.nan)

facts = {row[0]: row[1:] for row in db.sql("""
    SELECT ubigeo, CASE WHEN population > 0 THEN ln(population) END, poverty, altitude_m,
           (region = 'highlands')::INT, (region = 'jungle')::INT FROM places
""").fetchall()}


def statics(ubigeo):
    # A place that no file knows has its province's numbers, but not its population; the mean where nothing is known.
    own, above = facts.get(ubigeo), facts.get(ubigeo[:4] + "00", (None,) * 5)
    raw = own if own is not None else (None, *above[1:])
    mean, deviation = entry["scale"]["mean"], entry["scale"]["deviation"]
    return [0 if x is None else (x - m) / d for x, m, d in zip(raw, mean, deviation)]


beside = {}
for name, place, month, value in db.sql("SELECT covariate, ubigeo, year(period) * 12 + month(period) - 1, value FROM covariates").fetchall():
    beside.setdefault(name, {}).setdefault(place, {})[month] = value


def covariates(kind, ubigeo, months):
    # A place without its own has its province's, its department's, the nation's; the mean where a month is not known.
    numbers = []
    for name, mean, deviation in zip(*(entry[kind][part] for part in ("names", "mean", "deviation"))):
        places = beside.get(name, {})
        above = (ubigeo, ubigeo[:4] + "00", ubigeo[:2] + "0000", "000000")
        known = next((places[place] for place in above if place in places), {})
        values = [known.get(month) for month in months]
        numbers += [0 if x is None else np.clip((np.arcsinh(x) - mean) / deviation, -5, 5) for x in values]
    return numbers


def same_month(y, origin, step):
    past = [y[t] for t in range(origin + step - 12, -1, -12) if t < origin and not np.isnan(y[t])]
    return past


def seasonal_naive(row, origin):
    y = values[row]
    lags = y[max(0, origin - LAGS):origin]
    mean = np.nanmean(lags) if np.isfinite(lags).any() else 0.0
    return np.array([(same_month(y, origin, j) or [mean])[0] for j in range(HORIZON)])


def window(row, origin):
    """The inputs of a place at a month (column of values), and its scale: in counts for a count, else in the product's unit."""
    unit = 1 if HEAD == "quantile" else QUANTUM
    y = values[row] / unit
    recent, seen = y[max(0, origin - LAGS):origin], y[:origin][~np.isnan(y[:origin])]
    known = recent[~np.isnan(recent)]
    mean = np.abs(known).mean() if known.size else 0.0
    scale = (mean if mean > 0 else 1.0) if HEAD == "quantile" else mean + 0.1
    variance = max(0.0, (known**2).mean() - mean**2) if known.size >= 2 else 0.0
    events = [origin - t for t in range(origin) if y[t] > 0]
    short = LAGS - recent.size
    lags = np.concatenate([np.zeros(short), np.nan_to_num(np.minimum(10, recent / scale))])
    means = [np.mean(past) / scale if (past := same_month(y, origin, j)) else 1.0 for j in range(HORIZON)]
    angle = 2 * np.pi * (FIRST + origin) / 12
    numbers = [
        *np.zeros(short), *(~np.isnan(recent)).astype(float),
        np.log1p(scale),
        (known == 0).mean() if known.size else 1.0,
        min([LAGS, *events]) / LAGS,
        min(10, np.abs(seen).mean() / scale) if seen.size else 0.0,
        min(10, np.sqrt(variance) / scale) if HEAD == "quantile" else np.log1p(variance / mean if mean > 0 else 0.0),
        *np.minimum(10, means),
        *(np.minimum(10, seasonal_naive(row, origin) / scale) if HEAD == "quantile" else []),
        np.sin(angle), np.cos(angle), np.sin(2 * angle), np.cos(2 * angle),
        *statics(ubigeos[row]),
        *covariates("pastOnly", ubigeos[row], [FIRST + origin - lag for lag in range(1, 7)]),
        *covariates("knownAhead", ubigeos[row], [FIRST + origin + step for step in range(HORIZON)]),
    ]
    assert len(numbers) == len(entry["inputs"]["known"])
    return lags, numbers, scale


def windows(pairs):
    lags, known, scale = zip(*(window(row, origin) for row, origin in pairs))
    return {"lags": np.array(lags, "float32"), "known": np.array(known, "float32")}, np.array(scale)
`

const OUTPUTS = `
LEVELS = [0.1, 0.5, 0.9]
KNOTS = np.array([0.025, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.975])
softplus = lambda x: np.logaddexp(0, x)
logit = lambda p: np.log(p / (1 - np.asarray(p)))
ONE = np.log(np.e - 1)


def negative_binomial(level, mean, dispersion):
    size = 1 / dispersion
    k = np.arange(1, int(mean + 40 * np.sqrt(mean + dispersion * mean**2)) + 50)
    steps = np.log((k - 1 + size) / k) + np.log(mean / (mean + size))
    log = size * np.log(size / (size + mean)) + np.concatenate([[0], np.cumsum(steps)])
    return np.searchsorted(np.cumsum(np.exp(log)), level)


def count(numbers, scale, naive):
    mean = softplus(20 * np.tanh(numbers[:HORIZON] / 20) + ONE) * scale + 1e-4
    dispersion = softplus(numbers[HORIZON:]) + 1e-3
    return np.array([[negative_binomial(level, m, d) * QUANTUM for level in LEVELS] for m, d in zip(mean, dispersion)])


def hurdle(numbers, scale, naive):
    event, middle, spread = numbers.reshape(3, HORIZON)
    event, spread = 1 / (1 + np.exp(-event)), softplus(spread + ONE) + 0.05
    above = np.array([(level - (1 - event)) / event for level in LEVELS])
    z = np.array([[NormalDist().inv_cdf(min(p, 1 - 1e-9)) if p > 0 else -np.inf for p in row] for row in above])
    return (np.exp(middle + spread * z) * scale * QUANTUM).T


def quantile(numbers, scale, naive):
    table = []
    for j, own in enumerate(numbers.reshape(HORIZON, len(KNOTS))):
        steps = 0.1 * scale * softplus(own[1:])
        middle = naive[j] + scale * own[0]
        knots = np.concatenate([middle - np.cumsum(steps[4::-1])[::-1], [middle], middle + np.cumsum(steps[5:])])
        table.append(np.maximum(FLOOR, np.interp(logit(LEVELS), logit(KNOTS), knots)))
    return np.array(table)


FLOOR = 0 if np.nanmin(values) >= 0 else -np.inf
heads = {"count": (count, 2 * HORIZON), "hurdle": (hurdle, 3 * HORIZON), "quantile": (quantile, HORIZON * len(KNOTS))}
reading, WIDTH = heads[HEAD]


def predict(pairs):
    """Quantiles at LEVELS: windows × steps × levels."""
    inputs, scale = windows(pairs)
    output = np.asarray(network.predict([inputs["lags"], inputs["known"]], verbose=0), float)
    return np.array([
        np.mean([reading(part, s, seasonal_naive(*pair)) for part in numbers.reshape(-1, WIDTH)], axis=0)
        for pair, numbers, s in zip(pairs, output, scale)
    ])
`

const FIT = `
last = [layer for layer in network.layers if isinstance(layer, keras.layers.Dense)][-1]
for layer in network.layers:
    layer.trainable = layer is last


def loss(target, output):
    # Columns of the target: value per step, whether it was observed, scale.
    y, seen, scale = target[:, :HORIZON], target[:, HORIZON:2 * HORIZON], target[:, 2 * HORIZON:]
    total = 0.0
    for at in range(0, output.shape[-1], WIDTH):
        if HEAD == "count":
            mean = ops.softplus(20 * ops.tanh(output[:, at:at + HORIZON] / 20) + ONE) * scale + 1e-4
            each = mean - y * ops.log(mean)
        elif HEAD == "hurdle":
            occurs, middle, wide = (output[:, at + k * HORIZON:at + (k + 1) * HORIZON] for k in range(3))
            event, spread = ops.cast(y > 0, "float32"), ops.softplus(wide + ONE) + 0.05
            distance = (ops.log(ops.maximum(y, 1e-6) / scale) - middle) / spread
            each = ops.softplus(occurs) - occurs * event + event * (distance**2 / 2 + ops.log(spread))
        else:
            own = ops.reshape(output[:, at:at + WIDTH], (-1, HORIZON, len(KNOTS)))
            steps, middle = 0.1 * ops.softplus(own[..., 1:]), own[..., :1]
            below = ops.flip(ops.cumsum(ops.flip(steps[..., :5], -1), -1), -1)
            knots = ops.concatenate([middle - below, middle, middle + ops.cumsum(steps[..., 5:], -1)], -1)
            distance = y[..., None] - knots
            each = ops.mean(distance * KNOTS.astype("float32") + ops.relu(-distance), -1)
        total = total + ops.sum(each * seen) / ops.maximum(ops.sum(seen), 1.0)
    return total


def targets(pairs, scale):
    table = np.zeros((len(pairs), 2 * HORIZON + 1), "float32")
    for i, (row, origin) in enumerate(pairs):
        came = values[row, origin:min(origin + HORIZON, end)]
        scaled = came / QUANTUM if HEAD != "quantile" else (came - seasonal_naive(row, origin)[:came.size]) / scale[i]
        table[i, :came.size] = np.nan_to_num(scaled)
        table[i, HORIZON:HORIZON + came.size] = ~np.isnan(came)
        table[i, -1] = scale[i]
    return table


pairs = [(row, origin) for origin in range(max(LAGS, end - 12), end) for row in with_demand if begun[row] < origin]
pairs = [pairs[i] for i in np.random.default_rng(1).permutation(len(pairs))[:512]]
inputs, scale = windows(pairs)
keras.utils.set_random_seed(1)
network.compile(optimizer=keras.optimizers.Adam(1e-3), loss=loss)
data = ([inputs["lags"], inputs["known"]], targets(pairs, scale))
before = network.evaluate(*data, verbose=0)
network.fit(*data, epochs=3, batch_size=64, verbose=0)
print(f"{last.name}: {before:.4f} -> {network.evaluate(*data, verbose=0):.4f}")
`

/** A person's own variation of the demand network. */
export function prototypeModel(language: 'es' | 'en'): readonly Cell[] {
  const w = WORDS[language]
  return [
    ['text', w.intro],
    ['python', IMPORTS],
    ['text', w.file],
    ['python', FILE],
    ['text', w.inputs],
    ['python', INPUTS],
    ['text', w.outputs],
    ['python', OUTPUTS],
    ['text', w.predict],
    [
      'python',
      `
year, month = map(int, vintage["before"].split("-"))
end = min(year * 12 + month - 1 - FIRST, values.shape[1])
begun = [next((t for t in range(end) if y[t] > 0), end) for y in values]
with_demand = [row for row in range(len(ubigeos)) if begun[row] < end]
busiest = max(with_demand, key=lambda row: np.nansum(values[row, :end]))
said = predict([(busiest, end)])[0]
known = {month: quantiles for month, *quantiles in db.execute("""
    SELECT year(period) * 12 + month(period) - 1 AS month, "q0.1", "q0.5", "q0.9"
    FROM forecast WHERE ubigeo = ? AND product = ? ORDER BY month
""", [ubigeos[busiest], PRODUCT]).fetchall()}
for j in range(HORIZON):
    at = FIRST + end + j
    print(f"{at // 12}-{at % 12 + 1:02}", np.round(said[j], 2), np.round(known.get(at, []), 2))


def picture(**more):
    past = np.arange(max(0, end - 36), end)
    ahead = np.arange(end, end + HORIZON)
    plt.figure(figsize=(9, 3))
    plt.plot(past - end, values[busiest, past], color="#333333", label="${w.past}")
    plt.fill_between(ahead - end, said[:, 0], said[:, 2], alpha=0.3, color="#4a7aa7", label="${w.network}")
    plt.plot(ahead - end, said[:, 1], color="#4a7aa7", label="${w.median}")
    shown = [(month - FIRST - end, low, high) for month, (low, _, high) in known.items()]
    if shown:
        plt.vlines(*zip(*shown), color="#b5482a", label="${w.chasqui}")
    for name, median in more.items():
        plt.plot(ahead - end, median, "--", color="#7a4aa7", label=name)
    plt.title(f"{PRODUCT}, {ubigeos[busiest]}")
    plt.legend(fontsize=8)
    plt.show()


picture()
`,
    ],
    ['text', w.fit],
    ['python', `${FIT}\npicture(**{"${w.changed}": predict([(busiest, end)])[0][:, 1]})\n`],
    ['text', w.save],
    [
      'python',
      `
for layer in network.layers:
    layer.trainable = True
own = root / "models" / "prototypes" / "demand_prediction_model.h5"
own.parent.mkdir(parents=True, exist_ok=True)
model.save(own)
text = json.dumps({**note, "sha256": sha256(own.read_bytes()).hexdigest()}, indent=2, ensure_ascii=False)
own.with_suffix(".json").write_text(text, encoding="utf-8")
print(f"chasqui forecast --model {own.relative_to(root).as_posix()}")
`,
    ],
  ]
}
