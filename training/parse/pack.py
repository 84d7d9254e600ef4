"""python training/parse/pack.py WORK MODEL.pt OUT: a trained network in whole numbers, as src/sentence/core reads it.

Matrices: eight bits, a scale a column; word rows: eight bits, a scale a row. Biases take back what the zero point 64 adds.
"""

import json
import struct
import sys

import numpy as np
import torch

from data import read_meta
from model import HEAD, REACH, Student, coarse


def hash_of(text, seed=0):
    """As hashOf of feature.ts, over UTF-16 units."""
    h = (0x811C9DC5 ^ seed) & 0xFFFFFFFF
    units = text.encode("utf-16-le", "surrogatepass")
    for i in range(0, len(units), 2):
        h = ((h ^ (units[i] | units[i + 1] << 8)) * 0x01000193) & 0xFFFFFFFF
    h ^= h >> 15
    return (h * 0x2C1B3C6D) & 0xFFFFFFFF


class Pack:
    def __init__(self):
        self.parts, self.place, self.top = [], {}, 0

    def put(self, name, values, kind=np.float32):
        raw = np.ascontiguousarray(values, kind).tobytes()
        self.place[name] = self.top
        self.parts.append(raw + bytes(-len(raw) % 16))
        self.top += len(self.parts[-1])

    def matrix(self, name, weight, bias, steps=15.0, columns=None, bias_name="bias"):
        """`weight` [width, depth] as torch has it -> [depth / 4][width][4] bytes, scale, bias; filled up to `columns`."""
        w, b = weight.astype(np.float64), bias.astype(np.float64)
        if columns is not None:
            w = np.concatenate([w, np.zeros((columns - len(w), w.shape[1]))])
            b = np.concatenate([b, np.zeros(columns - len(b))])
        scale = np.maximum(np.abs(w).max(1), 1e-9) / 127
        q = np.rint(w / scale[:, None])
        self.put(f"{name}.w", q.reshape(len(q), -1, 4).transpose(1, 0, 2), np.int8)
        self.put(f"{name}.scale", scale / steps)
        self.put(f"{name}.{bias_name}", b - 64 * scale / steps * q.sum(1))

    def rows(self, name, table):
        scale = np.maximum(np.abs(table).max(1), 1e-9) / 127
        self.put(f"{name}.row", np.rint(table / scale[:, None]), np.int8)
        self.put(f"{name}.scale", scale)


def main():
    work, path, out = sys.argv[1:]
    meta = read_meta(work)
    saved = torch.load(path)
    config = saved["config"]
    model = Student(meta, **config)
    model.load_state_dict(saved["state"])
    model.eval()
    value = lambda p: p.detach().numpy()
    pack = Pack()
    count = len(meta["words"])
    with torch.no_grad():
        table = (model.words.project(model.words.given) + model.words.word.weight).numpy()
    keys = np.array([hash_of(word) for word in meta["words"]], np.int64)
    keys, first = np.unique(keys, return_index=True)  # two words of one hash: the more frequent one stays
    pack.put("word.key", keys, np.uint32)
    pack.rows("word", np.concatenate([table[first], table[count:]]))
    pack.rows("table", np.concatenate([value(t.weight) for t in model.words.tables]))
    width, embed, inner = config["width"], config["embed"], config["inner"]
    parts = value(model.first.weight).reshape(width, 5, embed).transpose(1, 0, 2).reshape(5 * width, embed)
    pack.matrix("first", parts, np.zeros(5 * width), 1.0, bias_name="zero")
    pack.put("first.bias", value(model.first.bias))
    for i, (kind, layer) in enumerate(zip(config["layers"], model.layers)):
        if kind == "c":
            pack.matrix(f"{i}.inner", value(layer.inner.weight), value(layer.inner.bias))
            continue
        share = np.ones(3 * inner)
        share[:inner] = HEAD**-0.5
        pack.matrix(f"{i}.into", value(layer.into.weight) * share[:, None], value(layer.into.bias) * share)
        pack.matrix(f"{i}.out", value(layer.out.weight), value(layer.out.bias))
        pack.put(f"{i}.near", value(layer.near))
    heads = model.heads
    pack.put("root", np.rint(coarse(heads.root).detach().numpy() * 15) + 64, np.uint8)
    tags = len(meta["tags"])
    tag_columns = -(-tags // 16) * 16
    fill = np.zeros((tag_columns - tags, width))
    share = config["arc"] ** -0.5
    weight = [value(heads.tag.weight), fill, value(heads.dependent.weight), value(heads.head.weight) * share]
    weight += [value(heads.label_dependent.weight), value(heads.label_head.weight)]
    bias = [value(heads.tag.bias), fill[:, 0], value(heads.dependent.bias), value(heads.head.bias) * share]
    bias += [value(heads.label_dependent.bias), value(heads.label_head.bias)]
    pack.matrix("all", np.concatenate(weight), np.concatenate(bias))
    pack.put("far", value(heads.far))
    pack.put("side", value(heads.label_side))
    order = sorted(range(len(meta["labels"])), key=lambda i: (meta["labels"][i] != "root", i))
    label_columns = -(-len(order) // 16) * 16
    pack.matrix("label", value(heads.label.weight)[order], value(heads.label.bias)[order], columns=label_columns)
    shape = dict(config, words=len(keys), tagColumns=tag_columns, labelColumns=label_columns, reach=REACH)
    head = dict(shape=shape, tags=meta["tags"], labels=[meta["labels"][i] for i in order], place=pack.place)
    magic = b"standoff-core-1\n"
    start = 0
    for _ in range(3):  # the head tells where the parts begin, and its length moves them
        head["place"] = {name: start + at for name, at in pack.place.items()}
        text = json.dumps(head, separators=(",", ":")).encode()
        start = -(-(len(magic) + 4 + len(text)) // 16) * 16
    head["place"] = {name: start + at for name, at in pack.place.items()}
    text = json.dumps(head, separators=(",", ":")).encode()
    assert -(-(len(magic) + 4 + len(text)) // 16) * 16 == start
    raw = magic + struct.pack("<I", len(text)) + text
    with open(out, "wb") as file:
        file.write(raw + bytes(start - len(raw)) + b"".join(pack.parts))


if __name__ == "__main__":
    main()
