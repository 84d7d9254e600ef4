"""Reads what prepare.ts wrote, and makes batches."""

import json
import random
from pathlib import Path

import numpy as np
import torch


class Corpus:
    """A set of sentences: type ids, and for treebanks gold tag, head and label of each token."""

    def __init__(self, folder, name):
        path = Path(folder)
        self.length = np.fromfile(path / f"{name}.length", np.int32)
        self.type = np.fromfile(path / f"{name}.type", np.int32)
        self.start = np.concatenate([[0], np.cumsum(self.length)]).astype(np.int64)
        gold = path / f"{name}.gold"
        self.gold = np.fromfile(gold, np.int32).reshape(-1, 3) if gold.exists() else None
        self.name = name
        self.soft = None
        self.deep = None

    def open_deep(self, folder):
        """Makes the numbers that features.py wrote part of what `given` hands out."""
        self.deep = np.memmap(Path(folder) / f"{self.name}.deep", np.float16, "r").reshape(len(self.type), -1)

    def given(self, kind, mask, rows):
        """What the network takes of a batch."""
        if self.deep is None:
            return (kind,)
        deep = torch.zeros(*kind.shape, self.deep.shape[1])
        deep[mask] = torch.from_numpy(self.deep[rows].astype(np.float32))
        return kind, deep

    def batches(self, tokens, shuffle):
        """Lists of sentence numbers of like length, about `tokens` tokens each with the padding; seeded by `random`."""
        order = sorted(range(len(self.length)), key=lambda i: self.length[i] + (random.random() * 3 if shuffle else 0))
        out, now = [], []
        for i in order:
            if now and (len(now) + 1) * self.length[i] > tokens:
                out.append(now)
                now = []
            now.append(i)
        out.append(now)
        if shuffle:
            random.shuffle(out)
        return out

    def batch(self, numbers):
        """`type` [B, T] padded with -1, `mask` [B, T], and the gold or soft values of the tokens in the mask's order."""
        longest = max(self.length[i] for i in numbers)
        kind = torch.full((len(numbers), int(longest)), -1, dtype=torch.long)
        rows = []
        for row, i in enumerate(numbers):
            span = slice(self.start[i], self.start[i + 1])
            kind[row, : self.length[i]] = torch.from_numpy(self.type[span].astype(np.int64))
            rows.append(np.arange(self.start[i], self.start[i + 1]))
        rows = np.concatenate(rows)
        gold = None if self.gold is None else torch.from_numpy(self.gold[rows].astype(np.int64))
        return kind, kind >= 0, gold, rows


def read_meta(folder):
    """Names of tags, labels and words; feature rows and form of each type; the vectors of the first words."""
    path = Path(folder)
    meta = json.loads((path / "meta.json").read_text())
    meta["feature"] = torch.from_numpy(np.fromfile(path / "type.feature", np.int32).reshape(-1, 5).astype(np.int64))
    meta["form"] = json.loads((path / "type.json").read_text())
    meta["vector"] = torch.from_numpy(np.fromfile(path / "vector.f32", np.float32).reshape(-1, 100))
    return meta
