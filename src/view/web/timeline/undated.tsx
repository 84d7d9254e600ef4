import { useAnswer } from "../asking.ts";
import type { Filters } from "../client.ts";
import { Link } from "../link.tsx";
import { only, type Query, to } from "../route.ts";
import { classWords, datedWords, undatedWords } from "./undated-words.ts";
import type { Timeline } from "./use-timeline.ts";

interface UndatedProps {
  readonly undated: NonNullable<Timeline["undated"]>;
  readonly query: Query;
}

/** Filters that the undated follow: days cannot find them. */
const choiceNames = ["part", "class", "realis", "actor", "publisher", "document", "asOf", "recordedBy"];
const ofLedger = ["actor", "publisher", "document", "from", "to", "asOf", "recordedBy"];

/** What has no day and so stands in no timeline: how many, of what, and where else to find it. */
export function Undated({ undated, query }: UndatedProps) {
  const choice = only(query, choiceNames);
  const isOfEvents = choice["class"] !== undefined || choice["realis"] !== undefined;
  // Parts are no filter of events: with some chosen, how many there are in all is not known.
  const isWhole = isOfEvents && choice["part"] === undefined;
  const events = useAnswer("events", isWhole ? ({ ...choice, limit: 1 } as Filters) : null);
  const total = isWhole && !events.isLoading ? (events.value?.aside?.total ?? null) : null;
  if (total !== null) {
    return <p class="quiet">{datedWords(total, undated.events, classWords(choice["class"]))}</p>;
  }
  if (undated.claims + undated.events === 0) return null;
  const isFiltered = Object.keys(choice).length > 0;
  return (
    <p class="quiet">
      {undatedWords(undated, { isFiltered, hasDays: query["from"] !== undefined || query["to"] !== undefined })}
      {undated.claims > 0 && (
        <>
          {" "}
          Claims stand with their day of print in the{" "}
          <Link to={to("claims", only(query, ofLedger))}>ledger of claims</Link>.
        </>
      )}
    </p>
  );
}
