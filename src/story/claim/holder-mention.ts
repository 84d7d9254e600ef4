import type { Actor } from "../../model/actor.ts";
import type { Told } from "../../model/story.ts";
import { piecesOf, termOf } from "../word.ts";

/**
 * Who speaks, as one document names it. "person" has a name; "body" is a ministry, a force, a firm, a paper; "state" a state or what its capital
 * stands for; "role" somebody without a name; "publisher" the paper itself; "nobody" where no source is given.
 */
export interface HolderMention {
  readonly type: "person" | "body" | "state" | "role" | "publisher" | "nobody";
  readonly name: string;
  readonly actor: Actor | null;
  /** Words of the body or the role without those of its owner; the words of a person's name, the last one last. */
  readonly words: readonly string[];
  /** ISO code or key of the state or body that it belongs to: "AZ", "lorn". */
  readonly owner: string | null;
  readonly country: string | null;
  readonly public: boolean | null;
  /** Named where it speaks, and not looked up from a pronoun or a role. */
  readonly sure: boolean;
  /** The body that a person or a role leads or belongs to, where the source says so; it may speak with the same voice. */
  readonly leads: HolderMention | null;
  /** Whose spokesman or head this is, where the text says so. */
  readonly speaksFor: HolderMention | null;
  /** What a person is called beside the name in any report, or a body by its kind: "interior minister", "grid operator". */
  readonly role: readonly string[];
  /** The document in which a body is called by its kind alone ("the company"): another report's company is another. */
  readonly within: string | null;
  /** The offices themselves, each with its words: two of one person stay apart. */
  readonly offices: readonly (readonly string[])[];
}

export const plain = {
  sure: true,
  leads: null,
  actor: null,
  country: null,
  public: null,
  speaksFor: null,
  role: [],
  within: null,
  offices: [],
} as const;

export const nobody: HolderMention = {
  ...plain,
  sure: false,
  type: "nobody",
  name: "source not given",
  words: [],
  owner: null,
};

/** A body that is meant without being named. */
export const someBody: HolderMention = { ...plain, type: "body", name: "", words: [], owner: null };

/** Words of a text without signs and possessive endings. */
export const wordsOf = (text: string): readonly string[] =>
  [...piecesOf(text)].map(({ form }) => form.replace(/['’]s$/u, "")).filter((form) => form !== "");

export const keyOf = (text: string): string => wordsOf(text).map(termOf).join(" ");

/** The paper's own voice. */
export const publisherOf = ({ publisher, document }: Told): HolderMention => ({
  ...plain,
  type: "publisher",
  name: publisher ?? document,
  words: wordsOf(publisher ?? document).map(termOf),
  owner: null,
});

/** Words that say nothing of what a body or a role is. */
export const determiners =
  /^(?:the|a|an|this|that|its|his|her|their|our|one|some|same|of|and|for|in|at|on|by|with|s|official|officials|state|national|federal|new|own|local|according|to)$/;
