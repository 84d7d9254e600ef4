import { useEffect, useRef, useState } from "preact/hooks";
import { type MarkKind, markKinds } from "../../../model/mark.ts";
import type { CountRow } from "../../api/contract.ts";
import { useAnswer } from "../asking.ts";
import { Facet } from "../facet.tsx";
import type { Option } from "../facet-option.ts";
import { EvidenceMark } from "../glyph.tsx";
import { usePlace } from "../location.ts";
import { all, changed, one, type Query, toggled } from "../route.ts";
import { counted } from "../words.ts";
import { claimFilters } from "./claim-query.ts";
import { valueWord } from "./claim-words.ts";
import { DayBars } from "./day-bars.tsx";
import { SpeakerFacet } from "./speaker-facet.tsx";
import { useStill } from "./still.ts";
import { undatedOf } from "./undated.ts";

type By = CountRow["by"];
const facetsBy = ["speaker", "target", "kind", "stance", "mark", "via", "publisher"] as const satisfies readonly By[];
/** Days are not cut: bars with holes in them would be read as silence. */
const mostDays = 10_000;

const markPlace = (value: string): number => markKinds.indexOf(value as MarkKind);

/** Words in the content: asked when the typing rests. */
function WordsField() {
  const { route, change } = usePlace();
  const asked = one(route.query, "words") ?? "";
  const [typed, setTyped] = useState(asked);
  const still = useStill(typed.trim(), 350);
  const sent = useRef(asked);
  useEffect(() => {
    if (still === sent.current) return;
    sent.current = still;
    change({ words: still, row: null }, { replace: true });
  }, [still]);
  useEffect(() => {
    // Taken out by its chip, or by going back.
    if (asked !== sent.current) {
      sent.current = asked;
      setTyped(asked);
    }
  }, [asked]);
  return (
    <label class="facet-field">
      Words in what is said
      <input
        type="search"
        value={typed}
        placeholder="troops, “exact words”, -without"
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
    </label>
  );
}

/** Values of a closed list that are chosen and found nowhere: still told in words, and with the number that they have. */
function withChosen(options: readonly Option[], chosen: readonly string[], name: string, isAsked: boolean) {
  const listed = new Set(options.map(({ value }) => value));
  const missing = chosen.filter((value) => !listed.has(value));
  return [...options, ...missing.map((value) => ({ value, label: valueWord(name, value), count: isAsked ? 0 : null }))];
}

/**
 * All by which the claims can be narrowed, each value with the number that it would leave. `isReady` says that the rows are there:
 * counting a large case takes a second, and the rows must not wait for it.
 */
export function Facets({ isReady }: { readonly isReady: boolean }) {
  const { route, change } = usePlace();
  const filters = claimFilters(route.query);
  const counts = useAnswer("counts", isReady ? { ...filters, by: facetsBy, limit: 300 } : null);
  const days = useAnswer("counts", isReady ? { ...filters, by: ["day"], limit: mostDays } : null);
  // As the days are counted: under all filters but that of days itself.
  const whole = useAnswer("claims", isReady ? { ...changed(filters, { from: null, to: null }), limit: 1 } : null);
  const isWhole = !days.isLoading && !whole.isLoading && (days.value?.rows.length ?? 0) < mostDays;
  const undated = isWhole ? undatedOf(whole.value?.aside?.total, days.value?.rows) : null;
  const of = (by: By): readonly CountRow[] => counts.value?.rows.filter((row) => row.by === by) ?? [];
  const toggle = (name: string) => (value: string) => {
    const query: Query = toggled(route.query, name, value);
    change({ [name]: all(query, name), row: null });
  };
  const plain = (by: "kind" | "stance" | "via" | "publisher" | "target"): readonly Option[] =>
    of(by).map(({ value, count }) => ({ value, label: valueWord(by, value), count }));
  // "No evidence given" stands first even where there is none of it: it is the question that people come with.
  const marks = of("mark").toSorted((a, b) => markPlace(a.value) - markPlace(b.value));
  const isAsked = counts.value !== null;
  const markRows =
    marks.some(({ value }) => value === "none-given") || !isAsked
      ? marks
      : [{ value: "none-given", count: 0 }, ...marks];
  const [from, to] = [one(route.query, "from"), one(route.query, "to")];
  const setDays = (days_: { readonly from?: string | null; readonly to?: string | null }) =>
    change({ ...days_, row: null });
  return (
    <div class="facets">
      {counts.problem && (
        <p class="quiet" role="status">
          The numbers beside the filters could not be counted.{" "}
          <button type="button" class="plain-button" onClick={counts.again}>
            Count again
          </button>
        </p>
      )}
      <Facet
        title="Evidence"
        shown={13}
        chosen={all(route.query, "mark")}
        onToggle={toggle("mark")}
        options={withChosen(
          markRows.map(({ value, count }) => ({ value, label: <EvidenceMark kind={value as MarkKind} />, count })),
          all(route.query, "mark"),
          "mark",
          isAsked,
        )}
      />
      <SpeakerFacet counts={of("speaker")} chosen={all(route.query, "actor")} onToggle={toggle("actor")} />
      <WordsField />
      <details class="facet" open>
        <summary>Days of saying, else of print</summary>
        <DayBars
          what="claim"
          counts={(days.value?.rows ?? []).map(({ value, count }) => ({ day: value, count }))}
          from={from}
          to={to}
          onPick={setDays}
        />
        {undated !== null && undated > 0 && (
          <p class="quiet">
            {counted(undated, "claim has", "claims have")} no day at all: neither of saying nor of print. “from” and
            “until” leave {undated === 1 ? "it" : "them"} out.
          </p>
        )}
        <div class="facet-days">
          <label>
            from
            <input type="date" value={from ?? ""} onChange={(event) => setDays({ from: event.currentTarget.value })} />
          </label>
          <label>
            until
            <input type="date" value={to ?? ""} onChange={(event) => setDays({ to: event.currentTarget.value })} />
          </label>
        </div>
      </details>
      <Facet
        title="What is done"
        chosen={all(route.query, "kind")}
        onToggle={toggle("kind")}
        options={withChosen(plain("kind"), all(route.query, "kind"), "kind", isAsked)}
      />
      <Facet
        title="Stance"
        chosen={all(route.query, "stance")}
        onToggle={toggle("stance")}
        options={withChosen(plain("stance"), all(route.query, "stance"), "stance", isAsked)}
      />
      <Facet
        title="Publisher"
        chosen={all(route.query, "publisher")}
        onToggle={toggle("publisher")}
        options={plain("publisher")}
      />
      <Facet title="Via" chosen={all(route.query, "via")} onToggle={toggle("via")} options={plain("via")} />
      <Facet
        title="Against or to"
        chosen={all(route.query, "target")}
        onToggle={toggle("target")}
        options={plain("target")}
      />
    </div>
  );
}
