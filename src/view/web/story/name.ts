import type { Holder, Origin } from "../../../model/ledger.ts";

/** What stands instead of the name of somebody who is nobody's business. */
export const privateWords = "a person not known to be public";

/** Is it a person whom no text makes public? Such a one is not named over reports. */
export const isPrivate = ({ kind, public: isKnown }: Pick<Holder, "kind" | "public">): boolean =>
  kind === "person" && isKnown !== true;

/** Whose word it is, as it may be told over reports. */
export const holderWords = (holder: Holder): string => (isPrivate(holder) ? privateWords : holder.name);

/** `text` without the names of those of `holders` who are private: a name that the machine put into a reason is a name all the same. */
export const masked = (text: string, holders: readonly Holder[]): string =>
  holders
    .filter((holder) => isPrivate(holder) && holder.name.trim() !== "")
    .reduce((words, { name }) => words.replaceAll(name, privateWords), text);

const afterName = ", statement";

/** An origin in the reader's terms: "Ministry of Defence, statement" is a statement by it. */
export const originWords = ({ name, kind }: Pick<Origin, "name" | "kind">): string =>
  kind === "statement" && name.endsWith(afterName) ? `a statement by ${name.slice(0, -afterName.length)}` : name;
