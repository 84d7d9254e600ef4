"""python training/parse/features.py WORK MODEL.zip SET ...: what a BERT encoder says of each token of a set, once and for all.

Layers 3 and 5 (of 6; the last one is tuned to meaning, not to structure), the mean over a token's pieces, as WORK/SET.deep (float16).
The matrices run in 8-bit numbers: twice as fast, and the teacher learns on the same numbers.
"""

import sys
import time

import numpy as np
import torch

from data import Corpus, read_meta
from teacher import Encoder

DEEP = (3, 5)


def main():
    work, archive, *names = sys.argv[1:]
    torch.set_num_threads(1)
    encoder = Encoder(read_meta(work)["form"], archive).eval()
    kinds = {torch.nn.Linear: torch.ao.quantization.per_channel_dynamic_qconfig}
    encoder = torch.ao.quantization.quantize_dynamic(encoder, kinds, torch.qint8)
    for name in names:
        corpus = Corpus(work, name)
        out = np.memmap(f"{work}/{name}.deep", np.float16, "w+", shape=(len(corpus.type), 384 * len(DEEP)))
        started = time.time()
        work_list = corpus.batches(3000, False)
        with torch.inference_mode():
            for at, numbers in enumerate(work_list):
                kind, mask, _, rows = corpus.batch(numbers)
                layers = encoder(kind, DEEP)
                out[rows] = torch.cat(layers, -1)[mask].half().numpy()
                if at % 50 == 0:
                    print(name, at, len(work_list), f"{time.time() - started:.0f} s", flush=True)
        out.flush()


if __name__ == "__main__":
    main()
