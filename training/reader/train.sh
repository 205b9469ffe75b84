#!/bin/sh
# Data folder and seed model's folder -> checkpoints below .cache/reader, then the shipped files in $3.
# Stops and resumes anywhere: a stage that is complete is passed over.
set -eu
data=$1 seed=$2 out=$3
export OMP_NUM_THREADS=1 PYTHONPATH=src:.
train="python -m training.reader.train --data $data --seed-model $seed"
$train --out .cache/reader/first --epochs 2 \
    --shares ewt:1,gum:1,polnear:0.2,re3d:2,meantime:2,ecbplus:0.3
$train --out .cache/reader/second --start .cache/reader/first --epochs 1 --pieces 1280 \
    --shares ewt:1,gum:1,polnear:0.4,re3d:3,meantime:3,ecbplus:0.5,own:1
$train --out .cache/reader/third --start .cache/reader/second --epochs 1 --pieces 1280 --frozen 2 \
    --shares ewt:1,gum:1,polnear:0.6,re3d:6,meantime:8,ecbplus:0.7,own:2
python -m training.reader.export .cache/reader/third "$out" --seed-model "$seed"
python -m training.reader.lean "$out" --data "$data"
python -m training.reader.calibrate "$out" --data "$data"
