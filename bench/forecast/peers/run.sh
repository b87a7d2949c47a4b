#!/bin/sh
# Peers' forecasts of every window into FOLDER, in a Python environment that is made and thrown away. What lies in FOLDER already stays.
# Usage: CHASQUI_DATA=… bench/forecast/peers/run.sh FOLDER [set or method …]
set -eu
folder=$(mkdir -p "$1" && cd "$1" && pwd)
shift
cd "$(dirname "$0")"
node ../windows.ts "$folder/windows"
environment=$(mktemp -d)
trap 'rm -rf "$environment"' EXIT
python3 -m venv "$environment"
"$environment/bin/pip" install --quiet -r requirements.txt
# One thread, so that processor seconds are those of one core.
export PYTHONDONTWRITEBYTECODE=1 OMP_NUM_THREADS=1
for family in statistical lightgbm_quantiles neural; do
  "$environment/bin/python" -W ignore "$family.py" "$folder" "$@"
done
