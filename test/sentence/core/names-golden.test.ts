import { readFileSync } from "node:fs";
import { readNameWeights } from "../../../src/sentence/core/name-weights.ts";
import { nameFinder } from "../../../src/sentence/core/names.ts";
import { goldenTests } from "../../golden.ts";
import { parsedOf } from "../parsed.ts";

const find = nameFinder(readNameWeights(readFileSync(new URL("../../../models/names.bin", import.meta.url))));

goldenTests("name", ({ text }) => {
  const { tokens, firstToken } = parsedOf(text);
  return find(
    tokens.map(({ start, end }) => text.slice(start, end)),
    firstToken,
  )
    .map(({ from, to, kind }) => `${kind}: ${text.slice(tokens[from]!.start, tokens[to - 1]!.end)}`)
    .join("\n");
});
