"""
Grows the trees that judge whether two tellings are one claim, or one a changed retelling of the other.
python training/claim/train.py PAIRS.jsonl OUT.json [--fold K/N]    PAIRS.jsonl from prepare.ts; with --fold, bundles K, K+N, K+2N … are left out and listed
"""
import json
import sys

import numpy
from sklearn.ensemble import GradientBoostingClassifier

CLASSES = ["other", "same", "distorts"]
# Pairs of which one telling is in no claim of the gold: it may still say the same.
UNSURE = 0.3
# A changed retelling that is taken for the same does more harm than a retelling that is missed.
DISTORTED = 2.0
# Pairs of a part of a bundle stand in the whole too.
PART = 0.5


def grown():
    return GradientBoostingClassifier(
        n_estimators=160, max_depth=4, learning_rate=0.07, subsample=0.6, min_samples_leaf=15, max_features=0.3, random_state=0
    )


def read(path):
    rows, labels, weights, bundles, ids = [], [], [], [], []
    with open(path) as lines:
        names = json.loads(lines.readline())
        for line in lines:
            bundle = json.loads(line)
            whole = bundle["id"] not in ids
            if whole:
                ids.append(bundle["id"])
            at = ids.index(bundle["id"])
            claims = [set(one) for one in bundle["claims"]]
            distorts = [set(one) for one in bundle["distorts"]]
            for a, b, *features in bundle["pairs"]:
                same = bool(claims[a] & claims[b])
                distorted = bool(distorts[a] & claims[b] or distorts[b] & claims[a])
                known = all(claims[x] or distorts[x] for x in (a, b))
                rows.append(features)
                labels.append(1 if same else 2 if distorted else 0)
                weights.append((1.0 if known and (same or not distorted) else DISTORTED if known else UNSURE) * (1 if whole else PART))
                bundles.append(at)
    return names, numpy.array(rows, float), numpy.array(labels), numpy.array(weights), numpy.array(bundles), ids


def tree_of(tree, rate):
    """Nodes as four numbers each: feature, threshold, left, right; a leaf has -1 and its value."""
    found = []
    for at in range(tree.node_count):
        leaf = tree.children_left[at] < 0
        value = round(float(rate * tree.value[at][0][0]), 5)
        # The threshold as the nearest float32 above or at it: rows are compared as float32 there and as float64 by the reader.
        threshold = float(numpy.float32(tree.threshold[at]))
        found += [-1, value, 0, 0] if leaf else [int(tree.feature[at]), round(threshold, 6), int(tree.children_left[at]), int(tree.children_right[at])]
    return found


def main():
    path, out = sys.argv[1], sys.argv[2]
    names, rows, labels, weights, bundles, ids = read(path)
    print(f"{len(rows)} pairs, {(labels == 1).sum()} same, {(labels == 2).sum()} distorted")
    if "--fold" in sys.argv:
        fold, of = map(int, sys.argv[sys.argv.index("--fold") + 1].split("/"))
        held = bundles % of == fold
        print("held", ",".join(sorted({ids[at] for at in bundles[held]})))
        rows, labels, weights = rows[~held], labels[~held], weights[~held]
    model = grown().fit(rows, labels, sample_weight=weights)
    shares = numpy.array([weights[labels == at].sum() for at in range(len(CLASSES))])
    base = numpy.log(shares / shares.sum())
    forest = {
        "features": names,
        "classes": CLASSES,
        "base": [round(float(one), 6) for one in base],
        "trees": [tree_of(one.tree_, model.learning_rate) for stage in model.estimators_ for one in stage],
    }
    with open(out, "w") as file:
        json.dump(forest, file, separators=(",", ":"))
        file.write("\n")
    # What the program must give for the first rows, so that both can be compared.
    print(numpy.round(model.predict_proba(rows[:3]), 4).tolist())


main()
