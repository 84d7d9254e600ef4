-- The words that a mark of evidence bears on, as spans. Readings of before have none until the document is read again.
ALTER TABLE mark ADD COLUMN words TEXT NOT NULL DEFAULT '[]';
