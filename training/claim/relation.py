"""
Grows the trees that judge how one telling stands to another: it denies, contradicts, supports, corrects or withdraws it, or none of these.
python training/claim/relation.py PAIRS.jsonl OUT.json [--without ID,ID]    PAIRS.jsonl from prepare.ts; bundles named by --without are left out
"""
import json
import sys

import numpy
from sklearn.ensemble import HistGradientBoostingClassifier

CLASSES = ["other", "denies", "contradicts", "supports", "corrects", "withdraws"]
GOLD = {"withdraws": "withdrawals", "corrects": "corrections", "denies": "denials", "contradicts": "contradictions", "supports": "supports"}
# Nearly all pairs bear on nothing; so many of them are kept, and each counts as the others do that it stands for.
KEPT = 0.2


# Grown twice and averaged: with so few bundles, one growth differs from another by some points.
SEEDS = (0, 1)


def grown(seed):
    return HistGradientBoostingClassifier(
        max_iter=90, learning_rate=0.08, max_leaf_nodes=8, min_samples_leaf=25, l2_regularization=2, max_features=0.25, early_stopping=False, random_state=seed
    )


def read(path):
    rows, labels, bundles, ids, pairs = [], [], [], [], []
    with open(path) as lines:
        names = json.loads(lines.readline())
        for line in lines:
            bundle = json.loads(line)
            if bundle["id"] not in ids:
                ids.append(bundle["id"])
            at = ids.index(bundle["id"])
            claims = [set(one) for one in bundle["claims"]]
            gold = {}
            for kind, field in reversed(GOLD.items()):
                for one, other in bundle[field]:
                    gold[(one, other)] = kind
                    if kind == "contradicts":
                        gold[(other, one)] = kind
            for a, b, *features in bundle["pairs"]:
                kinds = [gold[(x, y)] for x in claims[a] for y in claims[b] if (x, y) in gold]
                rows.append(features)
                labels.append(CLASSES.index(kinds[0]) if kinds else 0)
                bundles.append(at)
                pairs.append((a, b))
    return names, numpy.array(rows, numpy.float32), numpy.array(labels), numpy.array(bundles), ids, pairs


def sampled(rows, labels, inside):
    kept = inside & ((labels > 0) | (numpy.random.RandomState(0).rand(len(labels)) < KEPT))
    return rows[kept], labels[kept], numpy.where(labels[kept] > 0, 1.0, 1 / KEPT)


def fitted(rows, labels, inside):
    some, of, weights = sampled(rows, labels, inside)
    return [grown(seed).fit(some, of, sample_weight=weights) for seed in SEEDS]


def likelihoods(models, rows):
    scores = sum(model._raw_predict(rows) for model in models) / len(models)
    powers = numpy.exp(scores - scores.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def tree_of(nodes):
    """Nodes as four numbers each: feature, threshold, left, right; a leaf has -1 and its value."""
    found = []
    for node in nodes:
        if node["is_leaf"]:
            found += [-1, round(float(node["value"]) / len(SEEDS), 4), 0, 0]
        else:
            found += [int(node["feature_idx"]), round(float(node["num_threshold"]), 5), int(node["left"]), int(node["right"])]
    return found


def forest_of(models, names):
    return {
        "features": names,
        "classes": CLASSES,
        "base": [round(float(one), 6) for one in models[0]._baseline_prediction[0]],
        "trees": [tree_of(one.nodes) for model in models for stage in model._predictors for one in stage],
    }


def main():
    path, out = sys.argv[1], sys.argv[2]
    names, rows, labels, bundles, ids, _ = read(path)
    without = set(sys.argv[sys.argv.index("--without") + 1].split(",")) if "--without" in sys.argv else set()
    inside = numpy.array([ids[at] not in without for at in bundles])
    print(f"{inside.sum()} pairs:", {kind: int((labels[inside] == at).sum()) for at, kind in enumerate(CLASSES)})
    models = fitted(rows, labels, inside)
    with open(out, "w") as file:
        json.dump(forest_of(models, names), file, separators=(",", ":"))
        file.write("\n")
    # What the program must give for the first rows, so that both can be compared.
    print(numpy.round(likelihoods(models, rows[:3]), 4).tolist())


if __name__ == "__main__":
    main()
