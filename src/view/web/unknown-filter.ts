import { filterNames as claimFilters } from "./ledger/claim-query.ts";
import { type PageName, type Query, windowNames } from "./route.ts";

/** What each page takes from the query of its address; pages that hand all of it to their question, which tells what it does not take, are left out. */
const taken: Partial<Readonly<Record<PageName, readonly string[]>>> = {
  claims: [...claimFilters, "sort", "at", "row", "day"],
  timeline: [
    "part",
    "class",
    "realis",
    "actor",
    "publisher",
    "document",
    "from",
    "to",
    ...windowNames,
    "at",
    "day",
    "order",
  ],
  map: ["actor", "publisher", "document", "realis", "from", "to", ...windowNames, "at", "talk", "class"],
  stories: ["publisher", "document", "from", "to", ...windowNames, "least", "sort", "at"],
  story: [...windowNames, "at"],
  contradictions: ["kind", "slot", "holder", "publisher", "story", "document", ...windowNames, "at"],
  document: [...windowNames, "at", "start", "end", "layers"],
};

/** Names in the query of an address that its page takes no notice of. */
export const unknownFilters = (page: PageName, query: Query): readonly string[] => {
  const names = taken[page];
  return names === undefined ? [] : Object.keys(query).filter((name) => !names.includes(name));
};
