/** Which engine made a reading, and of what text. Equal provenance and equal text give an equal reading. */
export interface Provenance {
  readonly engine: string;
  readonly version: string;
  /** SHA-256 over the files of weights that filled the tokens; null where none did. */
  readonly weights: string | null;
  /** SHA-256 over the lexicon's files. */
  readonly lexicon: string;
  readonly textSha256: string;
}

/** What names an engine: everything of a provenance but the text. */
export type EngineIdentity = Omit<Provenance, "textSha256">;
