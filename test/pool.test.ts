import { afterEach, expect, test } from "vitest";
import { createPool, longDocument, type ReaderPool } from "../src/engine.ts";
import { nothingGiven } from "../src/model/document.ts";

let pool: ReaderPool | undefined;
afterEach(() => pool?.close());

const taskOf = (body: string) => ({
  id: "x",
  body,
  given: { ...nothingGiven, lang: "en" },
  sentences: null,
  tokens: false,
});

test("a long document is given up when its reader is told to stop, and a short one is read in place", async () => {
  const stop = new AbortController();
  pool = createPool({ jobs: 1, signal: stop.signal });
  const reading = pool.read(taskOf("He said no. ".repeat(longDocument)));
  stop.abort();
  expect((await reading).ok).toBe(false);
  expect((await pool.read(taskOf("He said no."))).ok).toBe(true);
});
