import type { Forest } from "./claim/model/forest.ts";
import type { Meaning } from "./meaning/meaning.ts";

/** What was learnt beforehand for the joins over the documents of a story. */
export interface StoryModel {
  readonly meaning: Meaning;
  /** Are two tellings one claim (`src/story/claim/model/pair-feature.ts`)? */
  readonly sameness: Forest;
  /** How does one telling stand to another (`src/story/claim/model/relation-feature.ts`)? */
  readonly relation: Forest;
}
