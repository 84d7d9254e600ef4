"""python training/parse/train.py WORK OUT.pt [--teacher] [--soft NAMES] ...: trains a network on what prepare.ts wrote.

Ends with the scores on the development sets: UPOS, XPOS, UAS, LAS without subtypes; gold tokens, predicted tags.
"""

import argparse
import random
import time

import numpy as np
import torch
import torch.nn.functional as F

from data import Corpus, read_meta
from model import Student


def options():
    o = argparse.ArgumentParser()
    o.add_argument("work")
    o.add_argument("out")
    o.add_argument("--teacher", action="store_true", help="train a teacher on what features.py wrote")
    o.add_argument("--soft", default="", help="WORK/NAME.npz of label.py, for train and silver, split by a comma")
    o.add_argument("--epochs", type=int, default=10)
    o.add_argument("--rate", type=float, default=2e-3)
    o.add_argument("--tokens", type=int, default=2500)
    o.add_argument("--seed", type=int, default=1)
    o.add_argument("--threads", type=int, default=1)
    o.add_argument("--embed", type=int, default=96)
    o.add_argument("--width", type=int, default=128)
    o.add_argument("--layers", default="cac")
    o.add_argument("--inner", type=int, default=64)
    o.add_argument("--drop", type=float, default=0.25)
    o.add_argument("--smooth", type=float, default=0.03)
    o.add_argument("--start", default="", help="go on from this network")
    o.add_argument("--limit", type=float, default=1e9, help="seconds after which the rate is at zero, whatever the epochs")
    return o.parse_args()


def gold_loss(model, given, mask, gold, smooth):
    kind = given[0]
    tag, arc, parts = model(*given)
    heads = torch.zeros_like(kind)
    heads[mask] = gold[:, 1]
    label = model.heads.labels(parts, heads)[mask]
    known = gold[:, 2].clamp(min=-1)
    known = torch.where(known < 0, -100, known)
    tags = torch.where(gold[:, 0] < 0, -100, gold[:, 0])
    return (
        F.cross_entropy(tag[mask], tags, label_smoothing=smooth, ignore_index=-100)
        + F.cross_entropy(arc[mask], gold[:, 1])
        + F.cross_entropy(label, known, label_smoothing=smooth, ignore_index=-100)
    )


def soft_loss(model, given, mask, soft, rows):
    """Cross entropy to a teacher's probabilities of tags and heads, and of the label under its best head."""
    kind = given[0]
    tag, arc, parts = model(*given)
    heads = torch.zeros_like(kind)
    heads[mask] = torch.from_numpy(soft["head"][rows].astype(np.int64))
    label = model.heads.labels(parts, heads)[mask]
    share = lambda name: torch.from_numpy(soft[name][rows].astype(np.float32))
    wanted = torch.zeros(arc.shape)
    wanted[mask] = torch.zeros(int(mask.sum()), arc.shape[-1]).scatter_add_(
        1, torch.from_numpy(soft["arc"][rows].astype(np.int64)).clamp(max=arc.shape[-1] - 1), share("arcShare")
    )
    wanted = wanted[mask]
    wanted = wanted / wanted.sum(-1, keepdim=True)
    cross = lambda score, p: -(p * score.log_softmax(-1)).sum(-1).mean()
    return cross(tag[mask], share("tag")) + cross(arc[mask], wanted) + cross(label, share("label"))


def evaluate(model, corpus, meta):
    model.eval()
    upos = np.array([sorted(set(t.split("|")[0] for t in meta["tags"])).index(t.split("|")[0]) for t in meta["tags"]])
    xpos = np.array([sorted(set(t.split("|")[1] for t in meta["tags"])).index(t.split("|")[1]) for t in meta["tags"]])
    bases = sorted(set(t.split(":")[0] for t in meta["labels"]))
    base = np.array([bases.index(t.split(":")[0]) for t in meta["labels"]] + [-1])
    right = np.zeros(5)
    with torch.no_grad():
        for numbers in corpus.batches(4000, False):
            kind, mask, gold, rows = corpus.batch(numbers)
            tag, arc, parts = model(*corpus.given(kind, mask, rows))
            head = arc.argmax(-1)
            label = model.heads.labels(parts, head).argmax(-1)[mask].numpy()
            tag, head, gold = tag.argmax(-1)[mask].numpy(), head[mask].numpy(), gold.numpy()
            attached = head == gold[:, 1]
            right += [
                (upos[tag] == upos[gold[:, 0]]).sum(),
                (xpos[tag] == xpos[gold[:, 0]]).sum(),
                attached.sum(),
                (attached & (base[label] == base[gold[:, 2]])).sum(),
                len(gold),
            ]
    model.train()
    return " ".join(f"{100 * x / right[4]:.2f}" for x in right[:4])


def main():
    o = options()
    torch.set_num_threads(o.threads)
    torch.manual_seed(o.seed)
    random.seed(o.seed)
    meta = read_meta(o.work)
    sets = {"train": Corpus(o.work, "train")}
    if o.soft:
        for name in o.soft.split(","):
            if name not in sets:
                sets[name] = Corpus(o.work, name)
            with np.load(f"{o.work}/{name}.npz") as soft:
                sets[name].soft = {key: soft[key] for key in soft}
    if o.teacher:
        from teacher import Teacher

        model = Teacher(meta)
    else:
        model = Student(meta, o.embed, o.width, o.layers, o.inner, o.drop)
    if o.start:
        model.load_state_dict(torch.load(o.start)["state"])
    for corpus in sets.values():
        word = meta["feature"][torch.from_numpy(corpus.type.astype(np.int64)), 0]
        model.words.seen += torch.bincount(word[word >= 0], minlength=len(model.words.seen)).float()
    sparse = [p for name, p in model.named_parameters() if "words.word" in name or "words.tables" in name]
    taken = {id(p) for p in sparse}
    dense = [p for p in model.parameters() if id(p) not in taken and p.requires_grad]
    best = [torch.optim.AdamW([{"params": dense, "peak": o.rate}], lr=o.rate, betas=(0.9, 0.98), weight_decay=0.01)]
    best.append(torch.optim.SparseAdam([{"params": sparse, "peak": o.rate}], lr=o.rate, betas=(0.9, 0.98)))
    print("numbers a token:", sum(p.numel() for p in dense), flush=True)
    dev = {name: Corpus(o.work, name) for name in ("ewt-dev", "gum-dev")}
    if o.teacher:
        for corpus in [*sets.values(), *dev.values()]:
            corpus.open_deep(o.work)
    started = time.time()
    total = o.epochs * sum(len(c.batches(o.tokens, False)) for c in sets.values())
    done = 0
    for epoch in range(o.epochs):
        work = [(c, b) for c in sets.values() for b in c.batches(o.tokens, True)]
        random.shuffle(work)
        loss_sum = 0.0
        for corpus, numbers in work:
            part = max(done / total, (time.time() - started) / o.limit)
            if part >= 1:
                break
            factor = min(1, (done + 1) / 150) * (1 - part)
            for one in best:
                for group in one.param_groups:
                    group["lr"] = group["peak"] * factor
                one.zero_grad(set_to_none=True)
            kind, mask, gold, rows = corpus.batch(numbers)
            given = corpus.given(kind, mask, rows)
            if corpus.soft is not None:
                loss = soft_loss(model, given, mask, corpus.soft, rows)
                if gold is not None:
                    loss = 0.5 * loss + 0.5 * gold_loss(model, given, mask, gold, 0)
            else:
                loss = gold_loss(model, given, mask, gold, o.smooth)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(dense, 2.0)
            for one in best:
                one.step()
            loss_sum += float(loss.detach())
            done += 1
            if done % 200 == 0:
                print(f"{done}/{total} loss {loss_sum / (done % len(work) or 1):.3f} {time.time() - started:.0f} s", flush=True)
        scores = "  ".join(f"{name} {evaluate(model, corpus, meta)}" for name, corpus in dev.items())
        print(f"epoch {epoch + 1} loss {loss_sum / len(work):.4f} {time.time() - started:.0f} s  {scores}", flush=True)
        torch.save({"state": model.state_dict(), "config": getattr(model, "config", None)}, o.out)
        if time.time() - started > o.limit:
            break


if __name__ == "__main__":
    main()
