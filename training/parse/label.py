"""python training/parse/label.py WORK TEACHER.pt[,TEACHER.pt …] SET …: what the teachers think of each token, on average, as WORK/SET.npz.

Shares of all tags, of the eight likeliest heads, and of all labels under the likeliest head.
"""

import sys
import time

import numpy as np
import torch

from data import Corpus, read_meta
from teacher import Teacher

HEADS = 8


def main():
    work, paths, *names = sys.argv[1:]
    torch.set_num_threads(1)
    meta = read_meta(work)
    teachers = []
    for path in paths.split(","):
        teacher = Teacher(meta)
        teacher.load_state_dict(torch.load(path)["state"])
        teachers.append(teacher.eval())
    for name in names:
        corpus = Corpus(work, name)
        corpus.open_deep(work)
        count = len(corpus.type)
        out = {
            "tag": np.zeros((count, len(meta["tags"])), np.float16),
            "label": np.zeros((count, len(meta["labels"])), np.float16),
            "arc": np.zeros((count, HEADS), np.int16),
            "arcShare": np.zeros((count, HEADS), np.float16),
            "head": np.zeros(count, np.int16),
        }
        started = time.time()
        with torch.inference_mode():
            for numbers in corpus.batches(4000, False):
                kind, mask, _, rows = corpus.batch(numbers)
                given = corpus.given(kind, mask, rows)
                read = [teacher(*given) for teacher in teachers]
                mean = lambda scores: sum(score.softmax(-1) for score in scores) / len(teachers)
                arc = mean([scores for _, scores, _ in read])
                head = arc.argmax(-1)
                label = mean([t.heads.labels(parts, head) for t, (_, _, parts) in zip(teachers, read)])
                share, at = arc[mask].topk(min(HEADS, arc.shape[-1]))
                out["tag"][rows] = mean([tag for tag, _, _ in read])[mask].numpy()
                out["label"][rows] = label[mask].numpy()
                out["arc"][rows, : at.shape[1]] = at.numpy()
                out["arcShare"][rows, : at.shape[1]] = share.numpy()
                out["head"][rows] = head[mask].numpy()
        np.savez(f"{work}/{name}.npz", **out)
        print(name, count, f"{time.time() - started:.0f} s", flush=True)


if __name__ == "__main__":
    main()
