#!/bin/sh
# sh training/meaning/run.sh VECTORS MODEL.zip WORK: list of words, rows, manifest.
set -eu
node training/meaning/words.ts "$1" "$3"
python training/meaning/distil.py "$3" "$2" models/meaning.bin
node training/meaning/manifest.ts "$3" "$2"
