import { useState } from "preact/hooks";
import { slots } from "../../../model/ledger.ts";
import type { ContradictionRow } from "../../../record/ask/contradictions.ts";
import { useAnswer, useStretches } from "../asking.ts";
import { OneMore } from "../filter-field.tsx";
import { Chips } from "../ledger/chips.tsx";
import { Link } from "../link.tsx";
import { usePlace } from "../location.ts";
import { Margin } from "../margin.tsx";
import { all, one, only, to, toggled, windowNames } from "../route.ts";
import { Empty, Failed, Loading } from "../state.tsx";
import { counted } from "../words.ts";
import { PairBehind } from "./behind.tsx";
import { LedgerClaimBehind } from "./claim-behind.tsx";
import { pairOf } from "./facing.ts";
import { FacingList } from "./facing-list.tsx";
import { More } from "./more.tsx";
import { selectedIn } from "./selected.ts";
import { useWalk } from "./use-walk.ts";
import { filterWords, relationWord, slotWord } from "./word.ts";

const filterNames = ["kind", "slot", "holder", "publisher", "story", "document", "asOf", "recordedBy"];
const relations = ["denies", "contradicts", "distorts", "corrects", "withdraws"] as const;
const stretch = 100;

/** A filter of a few values, each to be switched on and off. */
function Toggles({
  name,
  title,
  values,
}: {
  readonly name: string;
  readonly title: string;
  readonly values: readonly (readonly [value: string, words: string])[];
}) {
  const { route, change } = usePlace();
  return (
    <fieldset>
      <legend>{title}</legend>
      {values.map(([value, words]) => (
        <button
          key={value}
          type="button"
          class="part-toggle"
          aria-pressed={all(route.query, name).includes(value)}
          onClick={() => change({ [name]: all(toggled(route.query, name, value), name), at: null })}
        >
          {words}
        </button>
      ))}
    </fieldset>
  );
}

function Filters() {
  const { route, change } = usePlace();
  const [typed, setTyped] = useState("");
  const publishers = useAnswer("counts", { ...only(route.query, windowNames), by: ["publisher"], limit: 100 });
  const chosen = all(route.query, "publisher");
  const addHolder = (): void => {
    const name = typed.trim();
    setTyped("");
    if (name !== "" && !all(route.query, "holder").includes(name))
      change({ holder: [...all(route.query, "holder"), name], at: null });
  };
  return (
    <form
      class="timeline-filters no-print"
      onSubmit={(event) => {
        event.preventDefault();
        addHolder();
      }}
    >
      <label>
        One of the two is said by
        <input
          type="search"
          value={typed}
          placeholder="a part of a name, then Enter"
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <OneMore
        label="Stories that a publisher tells"
        chosen={chosen}
        values={(publishers.value?.rows ?? []).filter(({ by }) => by === "publisher").map(({ value }) => value)}
        onAdd={(value) => change({ publisher: [...chosen, value], at: null })}
      />
      <Toggles name="kind" title="How" values={relations.map((kind) => [kind, relationWord(kind)])} />
      <Toggles name="slot" title="On" values={slots.map((slot) => [slot, slotWord(slot)])} />
    </form>
  );
}

/** All disagreements of the case, the claims facing each other, story by story. */
export function ContradictionsView() {
  const { route, change, go } = usePlace();
  const { query } = route;
  const window = only(query, windowNames);
  const found = useStretches("contradictions", only(query, filterNames), stretch);
  const stories = useAnswer("stories", { ...window, least: 1, limit: 300 });
  const at = one(query, "at");
  const selected = selectedIn(at);
  const rows: ContradictionRow[] = [];
  for (let place = 0; place < found.total; place++) {
    const row = found.row(place);
    if (row === null) break;
    rows.push(row);
  }
  const pairs = rows.map(pairOf);
  const pair = pairs.find(({ id }) => id === at) ?? null;
  const claims = useAnswer(
    "claim",
    selected?.kind === "claim" ? { ...window, claim: [selected.id], story: [selected.id.split(".")[0]!] } : null,
  );
  const claim = selected?.kind === "claim" ? claims.value?.rows.find((row) => row.claim === at) : undefined;
  const select = (next: string): void => change({ at: next }, { replace: at !== null });
  const words = pair?.right ?? claim?.told[0];
  const read = (): void => {
    if (words) go(to("document", { subject: words.document, start: String(words.start), end: String(words.end) }));
  };
  useWalk({ title: "Contradictions", at, onSelect: select, onRead: words ? read : null });
  const titles = new Map(stories.value?.rows.map((row) => [row.story, row.title ?? row.words]));
  const byStory = [...Map.groupBy(pairs, ({ story }) => story)];
  const isFiltered = filterNames.some((name) => query[name]);
  return (
    <div class="with-margin">
      <div class="thing story">
        <header class="page-head">
          <h1>Contradictions</h1>
          <p class="page-lead" aria-live="polite">
            {found.problem || (found.isLoading && found.total === 0)
              ? ""
              : `${counted(found.total, "pair")} of claims that stand against each other. Nothing here says who is right.`}
          </p>
        </header>
        <Filters />
        <Chips names={filterNames} wordsOf={filterWords} />
        {found.problem ? (
          <Failed problem={found.problem} again={found.again} />
        ) : found.isLoading && rows.length === 0 ? (
          <Loading what="who contradicts whom" />
        ) : rows.length === 0 ? (
          isFiltered ? (
            <Empty title="No two claims fit all of these filters">Take one out above.</Empty>
          ) : (
            <Empty title="No claim stands against another yet">
              They are found where several reports tell one story, and one denies, corrects or tells otherwise what
              another says. <Link to={to("add")}>Add reports</Link> of the same days, by more publishers.
            </Empty>
          )
        ) : (
          byStory.map(([story, own]) => (
            <section key={story} class="story-part">
              <h2 class="story-name">
                <Link to={to("story", { subject: story, ...window })}>
                  <bdi>{titles.get(story) ?? `Story ${story}`}</bdi>
                </Link>{" "}
                <span class="quiet">{story}</span>
              </h2>
              <FacingList pairs={own} at={at} onSelect={select} onOpen={read} firstShown={20} />
            </section>
          ))
        )}
        {rows.length > 0 && rows.length < found.total && (
          <More
            words={`Show more: ${rows.length} of ${found.total.toLocaleString("en")} are here`}
            onMore={() => found.want(rows.length, rows.length + stretch - 1)}
          />
        )}
      </div>
      <Margin
        hint="Choose a side: the exact words of both stand here, with who printed them and when. Keys: j and k move, Enter opens the report."
        onClose={() => change({ at: null }, { replace: true })}
      >
        {pair ? (
          <PairBehind pair={pair} isInStory={false} />
        ) : claim ? (
          <LedgerClaimBehind key={claim.claim} row={claim} window={window} copiesOf={() => []} />
        ) : at === null ? null : found.isLoading || claims.isLoading ? (
          <Loading what="the words" />
        ) : (
          <p role="status">
            Nothing on this page has the name {at}. When new reports come, the claims of a story are numbered anew.
          </p>
        )}
      </Margin>
    </div>
  );
}
