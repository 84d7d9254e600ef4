-- Which documents say nearly the same words, looked for as each comes in. Made from the newest reading of each (near-copy.ts); `verify` compares.

-- Hashes of runs of words (sketch.ts), by which a document finds its likes.
CREATE TABLE sketch (
  hash     INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES document (id),
  PRIMARY KEY (hash, document)
) STRICT, WITHOUT ROWID;

-- The same hashes by document, 32 bits each: what to take out when it has a newer reading.
CREATE TABLE sketched (
  document INTEGER PRIMARY KEY REFERENCES document (id),
  hashes   BLOB NOT NULL
) STRICT;

-- `share` of the words of the shorter one stands in the other (overlap.ts). A pair has two rows.
CREATE TABLE near_copy (
  document INTEGER NOT NULL REFERENCES document (id),
  other    INTEGER NOT NULL REFERENCES document (id),
  share    REAL NOT NULL,
  PRIMARY KEY (document, other)
) STRICT, WITHOUT ROWID;
