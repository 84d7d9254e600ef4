/** What people write who know the question's name or the word on the page: each leads to the page that shows it. */
const aliases: ReadonlyMap<string, string> = new Map([
  ["documents", "search"],
  ["report", "document"],
  ["reports", "search"],
  ["claim", "story"],
  ["origins", "story"],
  ["events", "timeline"],
  ["happening", "story"],
  ["happenings", "timeline"],
  ["figures", "stories"],
  ["places", "map"],
  ["contradiction", "contradictions"],
]);

/** The page that a word stands for, with its subject; "claim" and "happening" name a thing of a story ("t7.c2"). Null where it stands for none. */
export function aliased(
  word: string,
  subject: string | null,
): { readonly page: string; readonly subject: string | null; readonly at: string | null } | null {
  const page = aliases.get(word);
  if (page === undefined) return null;
  if (page !== "story") return { page, subject: page === "document" ? subject : null, at: null };
  if (subject === null) return { page: word === "happening" ? "timeline" : "claims", subject: null, at: null };
  return { page, subject: subject.split(".")[0]!, at: subject };
}
