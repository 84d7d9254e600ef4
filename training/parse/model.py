"""The network: word features, convolutions with attention between them, and three heads (tag, arc, label).

What the running code does in whole numbers is written here in floats; `pack.py` turns one into the other.
"""

import math

import torch
import torch.nn.functional as F
from torch import nn

TABLES = (4096, 2048, 4096, 1024)  # last three characters, last two, first three, shape: as in feature.ts
REACH = 16  # attention and arcs tell distances up to this apart
HEAD = 16  # numbers a head of attention
DIRECTIONS = 2


def dropped(x, rate, training):
    """Dropout of whole columns of a sentence: cheaper by a sixth of a step than one of single numbers."""
    return x * F.dropout(x.new_ones(x.shape[0], 1, x.shape[2]), rate) if training and rate > 0 else x


def normed(x):
    """Root-mean-square norm without weights: the next matrix holds them."""
    return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + 1e-6)


def rounded(x, scale, most=63):
    """To whole multiples of 1 / scale, at most `most` of them; the gradient goes through where nothing was cut off."""
    kept = x.clamp(-most / scale, most / scale) if not torch.is_tensor(scale) else x
    return kept + ((kept * scale).round() / scale - kept).detach()


def coarse(x):
    """The seven bits that the running code keeps of a layer's input: the norm, in steps of 1/15 up to 4.2."""
    return rounded(normed(x), 15.0)


def coarse_word(x):
    """Seven bits of a word's vector, by its own largest number."""
    return rounded(x, 63 / x.abs().amax(-1, keepdim=True).clamp(min=1e-6).detach())


def windows(x, reach):
    """[B, T, H] -> [B, T, (2 reach + 1) H], zeros beyond the ends."""
    padded = F.pad(x, (0, 0, reach, reach))
    return torch.cat([padded[:, i : i + x.shape[1]] for i in range(2 * reach + 1)], -1)


class Words(nn.Module):
    """Vector of a word form: its word (given vector, projected, and a learned one), ending, beginning, shape."""

    def __init__(self, meta, width, word_drop=0.25):
        super().__init__()
        count = len(meta["words"])
        given = torch.zeros(count + 1, 100)
        given[: meta["vector"].shape[0]] = meta["vector"]
        self.register_buffer("given", given, persistent=False)
        self.register_buffer("feature", meta["feature"], persistent=False)
        self.project = nn.Linear(100, width, bias=False)
        nn.init.normal_(self.project.weight, std=0.12)
        self.word = nn.Embedding(count + 1, width, sparse=True)
        nn.init.zeros_(self.word.weight)
        self.tables = nn.ModuleList(nn.Embedding(size, width, sparse=True) for size in TABLES)
        for table in self.tables:
            nn.init.normal_(table.weight, std=0.15)
        self.unknown = count
        self.drop = word_drop
        seen = torch.zeros(count + 1)
        self.register_buffer("seen", seen, persistent=False)

    def forward(self, kind):
        feature = self.feature[kind.clamp(min=0)]
        word = feature[..., 0]
        word = torch.where(word < 0, self.unknown, word)
        if self.training:
            # Rare words are often hidden, so that their endings and shapes are learned: as many unseen ones come later.
            rate = self.drop / (self.drop + self.seen[word])
            hidden = torch.rand_like(rate) < rate
            whole = torch.rand_like(rate) < 0.3
            learned = torch.where(hidden, self.unknown, word)
            given = torch.where(hidden & whole, self.unknown, word)
        else:
            learned = given = word
        x = self.project(self.given[given]) + self.word(learned)
        for i, table in enumerate(self.tables):
            x = x + table(feature[..., i + 1])
        return x * (kind >= 0).unsqueeze(-1)


class Convolution(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.inner = nn.Linear(3 * width, width)

    def forward(self, h, mask, drop):
        x = coarse(h) * mask
        return h + dropped(F.relu(self.inner(windows(x, 1))), drop, self.training)


class Attention(nn.Module):
    def __init__(self, width, inner):
        super().__init__()
        self.heads = inner // HEAD
        self.into = nn.Linear(width, 3 * inner)
        self.out = nn.Linear(inner, width)
        self.near = nn.Parameter(torch.zeros(self.heads, 2 * REACH + 1))

    def forward(self, h, mask, drop):
        B, T, _ = h.shape
        q, k, v = self.into(coarse(h)).view(B, T, 3, self.heads, HEAD).permute(2, 0, 3, 1, 4)
        place = torch.arange(T)
        apart = (place[None, :] - place[:, None]).clamp(-REACH, REACH) + REACH
        score = q @ k.transpose(-1, -2) / math.sqrt(HEAD) + self.near[:, apart]
        score = score.masked_fill(~mask.squeeze(-1).bool()[:, None, None, :], -1e4)
        x = (score.softmax(-1) @ v).transpose(1, 2).reshape(B, T, -1)
        return h + dropped(self.out(coarse(x)), drop, self.training)


class Heads(nn.Module):
    """Tags, arcs and labels from a vector a token. Arc score: dependent (one vector for heads before it, one for heads after) . head."""

    def __init__(self, width, tags, labels, arc=64, label=64):
        super().__init__()
        self.tag = nn.Linear(width, tags)
        self.dependent = nn.Linear(width, DIRECTIONS * arc)
        self.head = nn.Linear(width, arc)
        self.root = nn.Parameter(torch.randn(width) * 0.3)
        self.far = nn.Parameter(torch.zeros(2 * REACH + 1))
        self.label_dependent = nn.Linear(width, label)
        self.label_head = nn.Linear(width, label)
        self.label_side = nn.Parameter(torch.zeros(DIRECTIONS, label))
        self.label = nn.Linear(label, labels)
        self.arc = arc

    def forward(self, h, mask):
        """Tag scores [B, T, tags], arc scores [B, T, T + 1] (0 is the root), and what `labels` needs."""
        B, T, W = h.shape
        x = coarse(h)
        with_root = torch.cat([coarse(self.root).expand(B, 1, W), x], 1)
        left, right = self.dependent(x).split(self.arc, -1)
        head = self.head(with_root)
        place = torch.arange(T + 1)
        apart = (place[None, :] - place[1:, None]).clamp(-REACH, REACH)
        score = torch.where(apart < 0, left @ head.transpose(1, 2), right @ head.transpose(1, 2)) / math.sqrt(self.arc)
        score = score + self.far[apart + REACH]
        allowed = F.pad(mask.squeeze(-1).bool(), (1, 0), value=True)[:, None, :] & (apart != 0)
        score = score.masked_fill(~allowed, -1e4)
        return self.tag(x), score, (self.label_dependent(x), self.label_head(with_root))

    def labels(self, parts, heads):
        """Label scores [B, T, labels] of each token under the given head."""
        dependent, head = parts
        picked = head.gather(1, heads.unsqueeze(-1).expand(-1, -1, head.shape[-1]))
        side = (heads > torch.arange(1, heads.shape[1] + 1)).long()
        return self.label(coarse(F.relu(dependent + picked + self.label_side[side])))


class Student(nn.Module):
    def __init__(self, meta, embed=96, width=128, layers="cac", inner=64, drop=0.2, arc=64, label=64):
        super().__init__()
        self.config = dict(embed=embed, width=width, layers=layers, inner=inner, arc=arc, label=label)
        self.words = Words(meta, embed)
        self.first = nn.Linear(5 * embed, width)
        self.layers = nn.ModuleList(Attention(width, inner) if x == "a" else Convolution(width) for x in layers)
        self.heads = Heads(width, len(meta["tags"]), len(meta["labels"]), arc, label)
        self.drop = drop

    def encode(self, kind):
        mask = (kind >= 0).unsqueeze(-1).float()
        x = dropped(self.words(kind), self.drop, self.training)
        h = F.relu(self.first(windows(coarse_word(x), 2)))
        for layer in self.layers:
            h = layer(h, mask, self.drop / 2)
        return dropped(h, self.drop, self.training), mask

    def forward(self, kind):
        h, mask = self.encode(kind)
        return self.heads(h, mask)
