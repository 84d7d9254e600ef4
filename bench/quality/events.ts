/**
 * Question: how many events does the product find as a careful coder does, and how often does it stay silent where a word only looks like one?
 * `node bench/quality/events.ts [--append] [--errors] GOLD.jsonl` takes a file of `bench/gold/posture` or `bench/gold/negative` (their READMEs say what is marked).
 * - posture: an event of the product and one of the gold are a pair where their triggers overlap (`also` counts as well, the one with the right type first). What overlaps a
 *   `neutral` word, and no event of the gold, counts neither way. Type (or `alt`), class and realis as F1 over all events, class and realis on pairs as accuracy too.
 * - negative: silent where no trigger overlaps `fires`.
 * --errors prints what differs, which a closed file refuses.
 */
import { type EventMention, eventTypes } from "../../src/model/event.ts";
import type { Span } from "../../src/model/span.ts";
import { circumstances } from "../result.ts";
import { annotate, readGold, report, type Score, spanOfQuote } from "./product.ts";

interface Posture {
  readonly id: string;
  readonly text: string;
  readonly published: string;
  readonly events: readonly {
    readonly trigger: string;
    readonly nth?: number;
    readonly also?: readonly string[];
    readonly type: string | null;
    readonly alt?: readonly string[];
    readonly class: string | null;
    readonly realis: string;
  }[];
  readonly neutral: readonly { readonly quote: string; readonly nth?: number }[];
}
interface Negative {
  readonly id: string;
  readonly text: string;
  readonly fires: string;
  readonly nth?: number;
  readonly other: readonly string[];
}

const path = process.argv.slice(2).find((word) => !word.startsWith("--"));
if (path === undefined) {
  console.error("usage: node bench/quality/events.ts [--append] [--errors] GOLD.jsonl");
  process.exit(2);
}
const run = circumstances();
const gold = readGold<Posture | Negative>(path);
const showsErrors = process.argv.includes("--errors");
if (showsErrors && gold.closed) {
  console.error(`${gold.corpus} is closed: its items are not printed.`);
  process.exit(2);
}
const readings = annotate(
  gold.items.map((item) => ({
    id: item.id,
    text: item.text,
    ...("published" in item ? { published: item.published } : {}),
  })),
);
const eventsOf = (id: string): readonly EventMention[] => readings.get(id)?.events ?? [];
const touches = (event: EventMention, spans: readonly (Span | null)[]): boolean =>
  event.trigger.some(([start, end]) => spans.some((span) => span !== null && start < span[1] && span[0] < end));
const printed = (text: string, event: EventMention): string =>
  `${event.trigger.map(([start, end]) => text.slice(start, end)).join(" … ")} ${event.type} ${event.realis}`;
const show = (id: string, text: string, wrong: readonly string[]): void => {
  if (showsErrors && wrong.length > 0) console.log(`${id} ${text}\n${wrong.map((line) => `    ${line}`).join("\n")}`);
};

function posture(items: readonly Posture[]): readonly Score[] {
  const totals = { found: 0, wanted: 0, paired: 0, type: 0, class: 0, realis: 0 };
  for (const { id, text, events, neutral } of items) {
    const left = [...eventsOf(id)];
    const wrong: string[] = [];
    for (const wanted of events) {
      const spans = [
        spanOfQuote(text, wanted.trigger, wanted.nth),
        ...(wanted.also ?? []).map((also) => spanOfQuote(text, also)),
      ];
      const types = [wanted.type, ...(wanted.alt ?? [])];
      const fits = left.filter((one) => touches(one, spans));
      const event = fits.find((one) => types.includes(one.type)) ?? fits[0];
      totals.wanted++;
      if (event === undefined) {
        wrong.push(`missed ${wanted.trigger} ${wanted.type} ${wanted.realis}`);
        continue;
      }
      // A light verb and its noun are one event: both words lie in `also`, and neither is an error.
      left.splice(left.indexOf(event), 1);
      const classes = types.map((type) => (type === null ? null : eventTypes[type as keyof typeof eventTypes].class));
      const [type, realis] = [types.includes(event.type), event.realis === wanted.realis];
      totals.paired++;
      totals.type += Number(type);
      totals.class += Number(classes.includes(event.type === null ? null : event.class));
      totals.realis += Number(realis);
      if (!type || !realis) wrong.push(`${printed(text, event)} for ${types.join("/")} ${wanted.realis}`);
    }
    const excused = neutral.map(({ quote, nth }) => spanOfQuote(text, quote, nth));
    const more = left.filter((one) => !touches(one, excused));
    totals.found += events.length - wrong.filter((line) => line.startsWith("missed")).length + more.length;
    for (const one of more) wrong.push(`too many: ${printed(text, one)}`);
    show(id, text, wrong);
  }
  const { found, wanted, paired } = totals;
  return [
    { figure: "events, type, F1", hits: totals.type, found, wanted },
    { figure: "events, class, F1", hits: totals.class, found, wanted },
    { figure: "events, realis, F1", hits: totals.realis, found, wanted },
    { figure: "events, triggers overlapping, F1", hits: paired, found, wanted },
    { figure: "events, type of those found", hits: totals.type, found: paired, wanted: paired },
    { figure: "events, class of those found", hits: totals.class, found: paired, wanted: paired },
    { figure: "events, realis of those found", hits: totals.realis, found: paired, wanted: paired },
  ];
}

function negative(items: readonly Negative[]): readonly Score[] {
  let silent = 0;
  let wholly = 0;
  for (const { id, text, fires, nth, other } of items) {
    const span = spanOfQuote(text, fires, nth);
    const excused = other.map((quote) => spanOfQuote(text, quote));
    const fired = eventsOf(id).filter((one) => touches(one, [span]));
    const more = eventsOf(id).filter((one) => !fired.includes(one) && !touches(one, excused));
    silent += Number(fired.length === 0);
    wholly += Number(fired.length + more.length === 0);
    show(id, text, [
      ...fired.map((one) => `fires: ${printed(text, one)}`),
      ...more.map((one) => `too many: ${printed(text, one)}`),
    ]);
  }
  const n = items.length;
  return [
    { figure: "silent on words that are no event", hits: silent, found: n, wanted: n },
    { figure: "silent on the whole sentence", hits: wholly, found: n, wanted: n },
  ];
}

const first = gold.items[0];
report(
  "event",
  gold,
  first !== undefined && "fires" in first
    ? negative(gold.items as readonly Negative[])
    : posture(gold.items as readonly Posture[]),
  run,
);
