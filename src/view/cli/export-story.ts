import type { Holder } from "../../model/ledger.ts";
import { noContext } from "../../record/ask/filter.ts";
import { nameIn, type SeenLedger, seenLedgers } from "../../record/ask/seen-ledger.ts";
import type { CaseRecord } from "../../record/open.ts";
import { privateName } from "../format/private.ts";

const format = "standoff/1";

/** A holder as he may leave the case: a private person is not named. */
const shownHolder = (holder: Holder): Holder =>
  holder.kind === "person" && holder.public !== true ? { ...holder, name: privateName } : holder;

/** Names in an origin of a private holder's claim are his name; they go with it. */
function* linesOf(seen: SeenLedger, idOf: (document: string) => string): Iterable<object> {
  const { story, ledger, readings } = seen;
  yield { format, line: "story", id: story, documents: [...readings.keys()].map(idOf) };
  for (const { id, holder, places, origins, ...claim } of ledger.claims) {
    const shown = shownHolder(holder);
    const hidden = (text: string): string => (shown === holder ? text : text.replaceAll(holder.name, privateName));
    yield {
      format,
      line: "claim",
      id: nameIn(seen, id),
      story,
      holder: shown,
      ...claim,
      places: places.map((place) => ({ ...place, document: idOf(place.document), reason: hidden(place.reason) })),
      relations: ledger.relations
        .filter(({ from }) => from === id)
        .map(({ kind, to, slot, reason }) => ({ kind, to: nameIn(seen, to), slot, reason: hidden(reason) })),
      established: origins.established,
      unknown: origins.unknown,
      atMost: origins.atMost,
    };
    for (const origin of origins.origins)
      yield {
        format,
        line: "origin",
        claim: nameIn(seen, id),
        ...origin,
        name: hidden(origin.name),
        documents: origin.documents.map(idOf),
        chain: origin.chain.map(hidden),
      };
  }
  for (const { id, places, conflicts, ...happening } of ledger.happenings)
    yield {
      format,
      line: "happening",
      id: nameIn(seen, id),
      story,
      ...happening,
      places: places.map(({ document, claim, ...place }) => ({
        document: idOf(document),
        claim: claim === null ? null : nameIn(seen, claim),
        ...place,
      })),
      conflicts: conflicts.map((held) => ({ ...held, documents: held.documents.map(idOf) })),
    };
}

/** What stories say together, as lines of standoff/1: `story`, `claim`, `origin`, `happening`. Documents have the ids of their own lines. */
export async function* storyLines(record: CaseRecord): AsyncGenerator<string> {
  const given = record.sqlite.prepare("SELECT given_id FROM reading WHERE id = ?");
  for await (const seen of seenLedgers(record, {}, noContext)) {
    const idOf = (document: string): string => {
      const row = given.get(seen.readings.get(document) ?? 0);
      return row ? String(row.given_id) : document;
    };
    for (const line of linesOf(seen, idOf)) yield JSON.stringify(line);
  }
}
