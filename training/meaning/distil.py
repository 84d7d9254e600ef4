"""python training/meaning/distil.py WORK MODEL.zip models/meaning.bin: the teacher's rows of the terms in WORK/term.tsv, centred, projected on
their first main directions, as signed bytes. No chance is in it: the same inputs give the same bytes, but for the last bit of a machine's sums."""
import struct
import sys

import numpy

import encoder

WIDTH = 64
KEPT = 20_000
# The main directions are looked for among the commonest terms, so that rare words and slips of spelling do not draw them.
COMMON = 10_000


def rows_of(terms, model):
    """For each term the teacher's row of its commonest form; the other forms of a term say little that is new."""
    tokenizer, tensors = encoder.load(model)
    return encoder.encode(tokenizer, tensors, [form for _, form in terms])


def projected(rows):
    rows = rows - rows.mean(0)
    _, _, directions = numpy.linalg.svd(rows[:COMMON], full_matrices=False)
    rows = rows @ directions[:WIDTH].T
    return rows / numpy.linalg.norm(rows, axis=1, keepdims=True)


def packed(terms, rows):
    """As `readMeaning` in src/story/meaning/meaning.ts reads it; each row is drawn out to the whole of a byte."""
    whole = numpy.rint(127 * rows / numpy.abs(rows).max(1, keepdims=True)).astype(numpy.int8)
    keys = "\n".join(term for term, _ in terms).encode()
    return b"SM01" + struct.pack("<3I", len(terms), WIDTH, len(keys)) + keys + whole.tobytes()


def main():
    work, model, out = sys.argv[1:4]
    with open(f"{work}/term.tsv", encoding="utf-8") as lines:
        terms = [tuple(line.rstrip("\n").split("\t")[:2]) for line in lines][:KEPT]
    data = packed(terms, projected(rows_of(terms, model)))
    with open(out, "wb") as file:
        file.write(data)
    print(f"{len(terms)} terms of {WIDTH} numbers, {len(data)} bytes")


if __name__ == "__main__":
    main()
