import { readFileSync } from "node:fs";
import { shareKernel } from "../../../src/sentence/core/kernel.ts";
import { readNameWeights } from "../../../src/sentence/core/name-weights.ts";
import { nameFinder } from "../../../src/sentence/core/names.ts";
import { goldenTests } from "../../golden.ts";
import { parsedOf } from "../parsed.ts";

const model = (name: string): Buffer => readFileSync(new URL(`../../../models/${name}`, import.meta.url));
const find = nameFinder(readNameWeights(model("names.bin"), shareKernel(model("kernel.wasm"))));

goldenTests("name", ({ text }) => {
  const { tokens, firstToken } = parsedOf(text);
  return find(
    tokens.map(({ start, end }) => text.slice(start, end)),
    firstToken,
  )
    .map(({ from, to, kind }) => `${kind}: ${text.slice(tokens[from]!.start, tokens[to - 1]!.end)}`)
    .join("\n");
});
