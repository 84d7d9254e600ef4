/**
 * Question: how many numbers does the product find with the bound, the values and the thing counted that a careful reader gives them?
 * `node bench/quality/quantities.ts [--append] [--errors] GOLD.jsonl` takes a file of `bench/gold/quantity` (its README says what is marked and how).
 * A quantity of the product and one of the gold are a pair where their spans overlap. Right is a pair whose bound, low, high and value are the gold's and whose unit and `of`
 * come to the gold's of-what (`quantity-kind.ts`). "More than 1,000" may have 1000 or 1001 as its low. --errors prints what differs, which a closed file refuses.
 */
import type { Quantity } from "../../src/model/quantity.ts";
import { circumstances } from "../result.ts";
import { annotate, readGold, report, type Score, spanOfQuote } from "./product.ts";
import { kindOf } from "./quantity-kind.ts";

interface GoldQuantity extends Pick<Quantity, "bound" | "low" | "high" | "value"> {
  readonly quote: string;
  readonly nth?: number;
  readonly of: string;
}
interface Item {
  readonly id: string;
  readonly text: string;
  readonly quantities: readonly GoldQuantity[];
}

const path = process.argv.slice(2).find((word) => !word.startsWith("--"));
if (path === undefined) {
  console.error("usage: node bench/quality/quantities.ts [--append] [--errors] GOLD.jsonl");
  process.exit(2);
}
const run = circumstances();
const gold = readGold<Item>(path);
const showsErrors = process.argv.includes("--errors");
if (showsErrors && gold.closed) {
  console.error(`${gold.corpus} is closed: its items are not printed.`);
  process.exit(2);
}

/** Counts above one are whole: "more than 1,000" is at least 1001 for whoever computes with it. */
const sameLow = (wanted: GoldQuantity, found: Quantity): boolean =>
  wanted.low === found.low || (wanted.bound === "at-least" && wanted.low !== null && wanted.low + 1 === found.low);
const sameValues = (wanted: GoldQuantity, found: Quantity): boolean =>
  wanted.bound === found.bound && sameLow(wanted, found) && wanted.high === found.high && wanted.value === found.value;

const readings = annotate(gold.items.map(({ id, text }) => ({ id, text })));
const totals = { found: 0, wanted: 0, paired: 0, values: 0, of: 0, right: 0 };
for (const { id, text, quantities } of gold.items) {
  const left = [...(readings.get(id)?.quantities ?? [])];
  totals.found += left.length;
  totals.wanted += quantities.length;
  const wrong: string[] = [];
  for (const wanted of quantities) {
    const span = spanOfQuote(text, wanted.quote, wanted.nth);
    const at = left.findIndex((one) => span !== null && one.start < span[1] && span[0] < one.end);
    if (at < 0) {
      wrong.push(`missed "${wanted.quote}" (${wanted.of})`);
      continue;
    }
    const [found] = left.splice(at, 1) as [Quantity];
    const values = sameValues(wanted, found);
    const of = kindOf(found) === wanted.of;
    totals.paired++;
    totals.values += Number(values);
    totals.of += Number(of);
    totals.right += Number(values && of);
    const shown = ({ bound, low, high, value }: Omit<GoldQuantity, "quote" | "of">): string =>
      `${bound} ${low}..${high} ${value}`;
    if (!values) wrong.push(`values of "${wanted.quote}": ${shown(found)} for ${shown(wanted)}`);
    if (!of) wrong.push(`of "${wanted.quote}": ${kindOf(found)} (${found.unit}, ${found.of}) for ${wanted.of}`);
  }
  for (const one of left) wrong.push(`too many: "${text.slice(one.start, one.end)}" (${one.unit}, ${one.of})`);
  if (showsErrors && wrong.length > 0) console.log(`${id} ${text}\n${wrong.map((line) => `    ${line}`).join("\n")}`);
}
const { found, wanted } = totals;
const scores: readonly Score[] = [
  { figure: "numbers with bound and of-what, F1", hits: totals.right, found, wanted },
  { figure: "numbers, spans overlapping, F1", hits: totals.paired, found, wanted },
  { figure: "numbers with bound and values, F1", hits: totals.values, found, wanted },
  { figure: "numbers with of-what, F1", hits: totals.of, found, wanted },
];
report("quantity", gold, scores, run);
