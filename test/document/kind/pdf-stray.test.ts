import { expect, test } from "vitest";
import { withoutStrays } from "../../../src/document/kind/pdf-stray.ts";

const rejection = (stack: string): Error => Object.assign(new Error("left behind"), { stack });
const event = "unhandledRejection";

test("what the library leaves behind is dropped, what others leave goes to those who listened, and they listen again", async () => {
  const before = process.listeners(event);
  const heard: unknown[] = [];
  const listener = (reason: unknown): void => void heard.push(reason);
  const foreign = rejection("Error\n  at file:///app/other.mjs:1:1");
  process.removeAllListeners(event);
  process.on(event, listener);
  const value = await withoutStrays(async () => {
    void Promise.reject(rejection("XRefEntryException\n  at file:///app/node_modules/unpdf/dist/pdfjs.mjs:1:1"));
    void Promise.reject(foreign);
    return "read";
  });
  const after = process.listeners(event);
  process.removeAllListeners(event);
  for (const one of before) process.on(event, one);
  expect({ value, heard, isRestored: after.length === 1 && after[0] === listener }).toEqual({
    value: "read",
    heard: [foreign],
    isRestored: true,
  });
});
