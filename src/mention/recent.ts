import type { Draft } from "./draft.ts";

/** No more people are looked back on for "the spokesman". */
const lookBack = 40;

/** `drafts` with `draft` moved to its end, no longer than what is looked back on. */
export function moved(drafts: readonly Draft[], draft: Draft): Draft[] {
  return [...drafts.filter((one) => one !== draft), draft].slice(-lookBack);
}
