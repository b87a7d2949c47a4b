import type { Cell } from './notebook.ts'

const WORDS = {
  es: {
    intro: `# La demanda, vista de cerca

Las tablas que dejó \`chasqui prepare\`, leídas con DuckDB: cuántos ceros hay, qué meses pesan, dónde faltan datos y cómo se reparte en el mapa.

Necesita \`pip install duckdb matplotlib\` y una carpeta de trabajo con \`chasqui import\` y \`chasqui prepare\` hechos. Cada columna está explicada en docs/data.md.`,
    zeros: `## Ceros
Un cero es un número: ese mes no hizo falta nada. Un mes sin dato (\`missing\`) o que aún crecerá (\`censored\`) no es cero. La mayor parte de los lugares no necesita nada la mayor parte de los meses; unos pocos meses concentran casi todo.`,
    seasons: `## Estaciones
La media de cada mes del año, y la parte de los lugares que necesitó algo. La segunda dice más: un solo desastre no la mueve.`,
    gaps: `## Huecos
La parte de las series que se observó en cada mes. Lo que no se observó no se toma por cero en ningún paso.`,
    map: `## Mapa
Cada lugar en su capital; el área del círculo es lo que necesitó en total. En gris, los lugares sin demanda.`,
    zeroShare: 'parte de ceros',
    series: 'series por parte de ceros',
    share: 'parte de los lugares con demanda',
    mean: 'media por lugar',
    observed: 'observados',
    censored: 'por completar',
    missing: 'sin dato',
    months: 'EFMAMJJASOND',
  },
  en: {
    intro: `# Demand, looked at closely

The tables that \`chasqui prepare\` left, read with DuckDB: how many zeros there are, which months weigh, where data are missing, and how it lies on the map.

It needs \`pip install duckdb matplotlib\` and a workspace in which \`chasqui import\` and \`chasqui prepare\` have run. docs/data.md explains every column.`,
    zeros: `## Zeros
A zero is a number: nothing was needed that month. A month without data (\`missing\`), or whose number will still grow (\`censored\`), is not zero. Most places need nothing in most months; a few months hold nearly everything.`,
    seasons: `## Seasons
The mean of each month of the year, and the share of the places that needed anything. The second tells more: a single disaster does not move it.`,
    gaps: `## Gaps
The share of the series that was observed in each month. What was not observed is taken for zero by no stage.`,
    map: `## Map
Each place at its capital; the area of the circle is what it needed in all. Grey are the places without demand.`,
    zeroShare: 'share of zeros',
    series: 'series by their share of zeros',
    share: 'share of places with demand',
    mean: 'mean per place',
    observed: 'observed',
    censored: 'to be completed',
    missing: 'missing',
    months: 'JFMAMJJASOND',
  },
}

/** What the demand of the past is like. */
export function exploreDemand(language: 'es' | 'en'): readonly Cell[] {
  const w = WORDS[language]
  return [
    ['text', w.intro],
    [
      'python',
      `
from pathlib import Path

import duckdb
import matplotlib.pyplot as plt
import numpy as np

root = Path.cwd() if (Path.cwd() / "chasqui.yaml").exists() else Path.cwd().parent
db = duckdb.connect()
for table in ("demand", "places"):
    db.execute(f"CREATE VIEW {table} AS FROM read_parquet('{root / 'data' / 'processed_data' / table}.parquet')")
products = [name for (name,) in db.sql("SELECT DISTINCT product FROM demand ORDER BY product").fetchall()]
db.sql("SUMMARIZE demand").project("column_name, column_type, min, max, approx_unique, null_percentage").show()
`,
    ],
    ['text', w.zeros],
    [
      'python',
      `
db.sql("""
    SELECT product,
           count(DISTINCT ubigeo) AS places,
           count(DISTINCT period) AS months,
           round(avg(CASE WHEN status = 'observed' THEN (quantity = 0)::INT END), 3) AS zeros,
           sum(quantity) FILTER (status = 'observed') AS total,
           max(quantity) AS largest
    FROM demand GROUP BY product ORDER BY product
""").show()

figure, axes = plt.subplots(1, len(products), figsize=(3.2 * len(products), 2.6), squeeze=False)
for axis, product in zip(axes[0], products):
    shares = db.execute("""
        SELECT avg((quantity = 0)::INT) AS zeros FROM demand
        WHERE product = ? AND status = 'observed' GROUP BY ubigeo
    """, [product]).fetchnumpy()["zeros"]
    axis.hist(shares, bins=np.linspace(0, 1, 21))
    axis.set(title=product, xlabel="${w.zeroShare}")
figure.suptitle("${w.series}")
figure.tight_layout()
plt.show()
`,
    ],
    ['text', w.seasons],
    [
      'python',
      `
figure, axes = plt.subplots(2, len(products), figsize=(3.2 * len(products), 4.6), squeeze=False)
for column, product in enumerate(products):
    season = db.execute("""
        SELECT month(period) AS month, avg(quantity) AS mean, avg((quantity > 0)::INT) AS share
        FROM demand WHERE product = ? AND status = 'observed' GROUP BY 1 ORDER BY 1
    """, [product]).fetchnumpy()
    for axis, of, name in ((axes[0][column], "mean", "${w.mean}"), (axes[1][column], "share", "${w.share}")):
        axis.bar(season["month"], season[of])
        axis.set_xticks(range(1, 13), "${w.months}")
        axis.set_title(f"{product}\\n{name}", fontsize=9)
figure.tight_layout()
plt.show()
`,
    ],
    ['text', w.gaps],
    [
      'python',
      `
gaps = db.sql("""
    SELECT period,
           avg((status = 'observed')::INT) AS observed,
           avg((status = 'censored')::INT) AS censored,
           avg((status = 'missing')::INT) AS missing
    FROM demand GROUP BY period ORDER BY period
""")
gaps.filter("observed < 0.95").show(max_rows=40)
months = gaps.fetchnumpy()
plt.figure(figsize=(9, 2.4))
plt.stackplot(
    months["period"],
    months["observed"], months["censored"], months["missing"],
    labels=["${w.observed}", "${w.censored}", "${w.missing}"], colors=["#4a7aa7", "#e0b060", "#c8c8c8"],
)
plt.ylim(0, 1)
plt.legend(loc="lower left", ncols=3)
plt.show()
`,
    ],
    ['text', w.map],
    [
      'python',
      `
figure, axes = plt.subplots(1, len(products), figsize=(3.6 * len(products), 4.8), squeeze=False)
for axis, product in zip(axes[0], products):
    on_map = db.execute("""
        SELECT lon, lat, coalesce(sum(quantity) FILTER (status = 'observed'), 0) AS total
        FROM places LEFT JOIN demand ON demand.ubigeo = places.ubigeo AND product = ?
        WHERE level <> 'department' GROUP BY places.ubigeo, lon, lat
    """, [product]).fetchnumpy()
    lon, lat, total = (np.ma.getdata(on_map[name]) for name in ("lon", "lat", "total"))
    axis.scatter(lon, lat, s=1, color="#c8c8c8")
    axis.scatter(lon, lat, s=200 * total / max(total.max(), 1e-9), color="#b5482a", alpha=0.6, linewidths=0)
    axis.set_aspect(1 / np.cos(np.radians(9)))
    axis.set_title(product)
figure.tight_layout()
plt.show()
`,
    ],
  ]
}
