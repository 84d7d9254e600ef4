-- What made a ledger, and what a document is compared by: the version with a fingerprint of its models and rules. Null: a version that did not say.
-- What another maker made is no damage: `verify` tells it apart, and the next `add` makes it anew.
ALTER TABLE story ADD COLUMN maker TEXT;
ALTER TABLE story_profile ADD COLUMN maker TEXT;
