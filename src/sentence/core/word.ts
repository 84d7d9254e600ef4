import { tableSize, wordFeature } from "./feature.ts";
import { keptForms } from "./layout.ts";
import type { Machine } from "./machine.ts";
import { placeOf } from "./name-lookup.ts";
import { ownForm } from "./own-form.ts";

/** First row of each hashed table; they lie one behind the other. */
const firstRow = {
  long: 0,
  short: tableSize.long,
  prefix: tableSize.long + tableSize.short,
  shape: tableSize.long + tableSize.short + tableSize.prefix,
};

/**
 * Where each form's share in the first layer lies, once it has been computed: 19 of 20 tokens of news are of a form that is there already.
 * `room` makes sure that `count` more fit, so that no address of a sentence is given up while the sentence is read.
 */
export function createWordStore(machine: Machine): {
  readonly room: (count: number) => void;
  readonly addressOf: (form: string) => number;
} {
  const { kernel, shape, at, floats, part } = machine;
  const { embed, width, words } = shape;
  const keys = new Uint32Array(floats.buffer, part("word.key"), words);
  const wordRow = part("word.row");
  const wordScale = part("word.scale") >> 2;
  const tableRow = part("table.row");
  const tableScale = part("table.scale") >> 2;
  const first = { w: part("first.w"), scale: part("first.scale"), bias: part("first.zero") };
  const kept = new Map<string, number>();

  const addRow = (row: number): void =>
    kernel.addRow(at.word, tableRow + row * embed, floats[tableScale + row]!, embed);

  function compute(form: string): number {
    const feature = wordFeature(form);
    floats.fill(0, at.word >> 2, (at.word >> 2) + embed);
    const found = placeOf(keys, feature.word);
    const row = found < 0 ? words : found;
    kernel.addRow(at.word, wordRow + row * embed, floats[wordScale + row]!, embed);
    addRow(firstRow.long + feature.long);
    addRow(firstRow.short + feature.short);
    addRow(firstRow.prefix + feature.prefix);
    addRow(firstRow.shape + feature.shape);
    const step = kernel.squashWord(at.wordBits, at.word, embed);
    kernel.affineRow(at.share, at.wordBits, first.w, first.scale, first.bias, embed, 5 * width);
    const address = at.kept + kept.size * 5 * width * 2;
    kernel.keep(address, at.share, 5 * width, step);
    kept.set(ownForm(form), address);
    return address;
  }

  return {
    room: (count) => {
      if (kept.size + count > keptForms) kept.clear();
    },
    addressOf: (form) => kept.get(form) ?? compute(form),
  };
}
