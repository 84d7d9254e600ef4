import type { Told } from "../model/story.ts";

/** The order of joining: by day or time of publication, the undated last, then by the hash of the text, which no order of arrival changes. */
export const inOrder = (documents: readonly Told[]): readonly Told[] => {
  const keyed = documents.map((one) => ({
    one,
    key: `${one.annotation.meta.published ?? "\u{ffff}"} ${one.annotation.provenance.textSha256} ${one.publisher ?? ""}`,
  }));
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ one }) => one);
};
