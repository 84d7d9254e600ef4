import { useEffect, useState } from "preact/hooks";
import { Link } from "../link.tsx";
import { to } from "../route.ts";
import { notesOf, outcomeWord, type Taken, tallyWords } from "./arrived.ts";
import type { Item, Queue } from "./queue.ts";
import { Undo } from "./undo.tsx";

/** The queue's items, redrawn as they change. */
export function useItems(queue: Queue): readonly Item[] {
  const [items, setItems] = useState(queue.items);
  useEffect(() => {
    setItems(queue.items());
    return queue.listen(() => setItems(queue.items()));
  }, [queue]);
  return items;
}

/** So many documents of one file are told one by one. */
const shownRows = 20;
const shownItems = 200;

const finished = (items: readonly Item[]): number =>
  items.filter(({ state }) => state.kind !== "waiting" && state.kind !== "sending").length;

/** What became of everything that was handed in since the desk was opened, the last first. */
export function OutcomeList({ queue }: { readonly queue: Queue }) {
  const items = useItems(queue);
  if (items.length === 0) return null;
  const isRunning = queue.isRunning();
  const arrived = items.flatMap(({ state }) => (state.kind === "done" ? state.arrived : []));
  const refused = items.filter(({ state }) => state.kind === "refused").length;
  const told = [tallyWords(arrived), refused > 0 ? `${refused} refused` : ""].filter((part) => part !== "").join(", ");
  return (
    <section class="outcomes" aria-label="What became of them">
      <div class="outcomes-head">
        <h2>What became of them</h2>
        <p role="status" class="quiet">
          {isRunning ? `${Math.min(finished(items) + 1, items.length)} of ${items.length} …` : told}
        </p>
        {isRunning ? (
          <button type="button" class="plain-button" onClick={queue.stop}>
            Stop after this one
          </button>
        ) : (
          <button type="button" class="plain-button" onClick={queue.clear}>
            Clear this list
          </button>
        )}
      </div>
      {isRunning && <progress max={items.length} value={finished(items)} aria-label="Reports handed in" />}
      <ol>
        {items
          .toReversed()
          .slice(0, shownItems)
          .map((item) => (
            <OutcomeItem key={item.id} item={item} />
          ))}
      </ol>
    </section>
  );
}

const stateWords = { waiting: "waiting", sending: "being read …", left: "left out: stopped before it" } as const;

const OutcomeItem = ({ item: { name, state } }: { readonly item: Item }) => (
  <li class={`outcome outcome-${state.kind}`}>
    {state.kind === "done" ? (
      state.arrived.length === 0 ? (
        <p>
          <b class="outcome-name">{name}</b>: it holds no report.
        </p>
      ) : state.arrived.length === 1 ? (
        <ArrivedLine one={state.arrived[0]!} name={name} />
      ) : (
        <>
          <p>
            <b class="outcome-name">{name}</b>: {tallyWords(state.arrived)}
          </p>
          <ul class="outcome-rows">
            {notable(state.arrived).map((one, at) => (
              <li key={at}>
                <ArrivedLine one={one} name={one.name} />
              </li>
            ))}
          </ul>
        </>
      )
    ) : (
      <p>
        <b class="outcome-name">{name}</b>: {state.kind === "refused" ? state.problem.message : stateWords[state.kind]}
      </p>
    )}
    {state.kind === "done" &&
      state.notes.slice(0, shownRows).map((note, at) => (
        <p key={at} class="quiet">
          {note}
        </p>
      ))}
  </li>
);

/** The rows of a long file that need a look: those that failed, then the others. */
const notable = (arrived: readonly Taken[]): readonly Taken[] =>
  arrived.toSorted((a, b) => Number(b.problem !== null) - Number(a.problem !== null)).slice(0, shownRows);

const ArrivedLine = ({ one, name }: { readonly one: Taken; readonly name: string }) => (
  <div class="arrived">
    <div>
      <p>
        {one.document !== null ? (
          <>
            <Link to={to("document", { subject: one.document })} class="outcome-name">
              {one.read?.title ?? name}
            </Link>
            :{" "}
          </>
        ) : (
          // The message on a line of a file names the file and the line itself.
          name !== "" && (
            <>
              <b class="outcome-name">{name}</b>:{" "}
            </>
          )
        )}
        {one.problem === null ? outcomeWord(one.outcome) : one.problem.message}
        {one.read?.copyOf && (
          <>
            . The same text is there as <Link to={to("document", { subject: one.read.copyOf })}>{one.read.copyOf}</Link>
          </>
        )}
      </p>
      {notesOf(one).map((note) => (
        <p key={note} class="quiet">
          {note}
        </p>
      ))}
    </div>
    {one.document !== null && one.outcome === "new" && <Undo document={one.document} title={one.read?.title ?? name} />}
  </div>
);
