"""The sentence transformer all-MiniLM-L6-v2 over single words, in numpy: layers of BERT, the mean of the last one's tokens, length 1."""
import json
import struct
import zipfile

import numpy
from tokenizers import Tokenizer

HEADS = 12
LAYERS = 6


def tensors_of(data):
    """Tensors of a safetensors file (length of the header, header in JSON, numbers)."""
    (length,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + length])
    found = {}
    for name, entry in header.items():
        if name == "__metadata__" or entry["dtype"] != "F32":
            continue
        start, end = entry["data_offsets"]
        numbers = numpy.frombuffer(data[8 + length + start : 8 + length + end], dtype="<f4")
        found[name] = numbers.reshape(entry["shape"])
    return found


def load(path):
    """Tokenizer and tensors of the package's model.zip."""
    with zipfile.ZipFile(path) as archive:
        tokenizer = Tokenizer.from_str(archive.read("tokenizer.json").decode())
        tensors = tensors_of(archive.read("model.safetensors"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer, tensors


def normed(rows, weight, bias):
    mean = rows.mean(-1, keepdims=True)
    spread = rows.var(-1, keepdims=True)
    return (rows - mean) / numpy.sqrt(spread + 1e-12) * weight + bias


def gelu(rows):
    """By the error function's fit of Abramowitz and Stegun 7.1.26, right to 1.5e-7."""
    x = numpy.abs(rows) * 0.5**0.5
    t = 1 / (1 + 0.3275911 * x)
    fit = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    return rows * 0.5 * (1 + numpy.sign(rows) * (1 - fit * numpy.exp(-x * x)))


def layer(tensors, at, rows):
    """One layer over (words, tokens, width); all words of a batch have as many tokens, so nothing is masked."""
    def linear(name, given):
        return given @ tensors[f"encoder.layer.{at}.{name}.weight"].T + tensors[f"encoder.layer.{at}.{name}.bias"]

    def norm(name, given):
        return normed(given, tensors[f"encoder.layer.{at}.{name}.weight"], tensors[f"encoder.layer.{at}.{name}.bias"])

    count, tokens, width = rows.shape
    split = lambda name: linear(name, rows).reshape(count, tokens, HEADS, width // HEADS).transpose(0, 2, 1, 3)
    query, key, value = (split(f"attention.self.{part}") for part in ("query", "key", "value"))
    scores = query @ key.transpose(0, 1, 3, 2) / (width // HEADS) ** 0.5
    scores = numpy.exp(scores - scores.max(-1, keepdims=True))
    seen = (scores / scores.sum(-1, keepdims=True)) @ value
    rows = norm("attention.output.LayerNorm", rows + linear("attention.output.dense", seen.transpose(0, 2, 1, 3).reshape(count, tokens, width)))
    return norm("output.LayerNorm", rows + linear("output.dense", gelu(linear("intermediate.dense", rows))))


def encode(tokenizer, tensors, texts, batch=64):
    """One row of length 1 for each text."""
    ids = [one.ids for one in tokenizer.encode_batch(texts)]
    found = numpy.zeros((len(texts), tensors["embeddings.word_embeddings.weight"].shape[1]), numpy.float32)
    for length in sorted({len(one) for one in ids}):
        places = [at for at, one in enumerate(ids) if len(one) == length]
        for start in range(0, len(places), batch):
            part = places[start : start + batch]
            rows = tensors["embeddings.word_embeddings.weight"][numpy.array([ids[at] for at in part])]
            rows = rows + tensors["embeddings.position_embeddings.weight"][:length] + tensors["embeddings.token_type_embeddings.weight"][0]
            rows = normed(rows, tensors["embeddings.LayerNorm.weight"], tensors["embeddings.LayerNorm.bias"])
            for at in range(LAYERS):
                rows = layer(tensors, at, rows)
            found[part] = rows.mean(1)
    return found / numpy.linalg.norm(found, axis=1, keepdims=True)
