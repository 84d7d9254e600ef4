import { expect, test } from "vitest";
import type { Outcome } from "../../../../src/model/outcome.ts";
import type { TakenIn } from "../../../../src/view/api/contract.ts";
import { createQueue, type Load } from "../../../../src/view/web/add/queue.ts";

const load = (name: string): Load => ({
  key: name,
  name,
  form: () => {
    const form = new FormData();
    form.append("text", name);
    return form;
  },
});
const good: Outcome<TakenIn> = { ok: true, value: { taken: [], notes: [] } };
const states = (items: readonly { readonly name: string; readonly state: { readonly kind: string } }[]) =>
  items.map(({ name, state }) => `${name} ${state.kind}`);

test("things are handed in one after another, in their order", async () => {
  const sent: unknown[] = [];
  let open = 0;
  const queue = createQueue(async (form) => {
    expect(++open).toBe(1);
    sent.push(form.get("text"));
    await Promise.resolve();
    open--;
    return good;
  });
  const [first, second] = await Promise.all([queue.add([load("a"), load("b")]), queue.add([load("c")])]);
  expect(sent).toEqual(["a", "b", "c"]);
  expect([states(first), states(second)]).toEqual([["a done", "b done"], ["c done"]]);
  expect(queue.isRunning()).toBe(false);
});

test("a refusal is kept, and the rest goes on", async () => {
  const problem = { code: "document/too-large", message: "Too large. Split it." } as const;
  const queue = createQueue(async (form) => (form.get("text") === "a" ? { ok: false, problem } : good));
  expect(states(await queue.add([load("a"), load("b")]))).toEqual(["a refused", "b done"]);
});

test("what failed is replaced when it is handed in again, and what is in stays", async () => {
  const problem = { code: "request/token", message: "Old. Load again." } as const;
  let isGood = false;
  const queue = createQueue(async () => (isGood ? good : { ok: false, problem }));
  await queue.add([load("a"), load("b")]);
  await queue.add([load("a")]);
  expect(states(queue.items())).toEqual(["b refused", "a refused"]);
  isGood = true;
  await queue.add([load("a")]);
  await queue.add([load("a")]);
  expect(states(queue.items())).toEqual(["b refused", "a done", "a done"]);
});

test("stop leaves out what waits, not what is being sent", async () => {
  const queue = createQueue(async () => {
    queue.stop();
    return good;
  });
  expect(states(await queue.add([load("a"), load("b"), load("c")]))).toEqual(["a done", "b left", "c left"]);
  expect(states(await queue.add([load("d")]))).toEqual(["d done"]);
  queue.clear();
  expect(queue.items()).toEqual([]);
});

test("every change is told until the listener goes", async () => {
  let told = 0;
  const queue = createQueue(async () => good);
  const end = queue.listen(() => told++);
  await queue.add([load("a")]);
  expect(told).toBeGreaterThan(1);
  end();
  const before = told;
  await queue.add([load("b")]);
  expect(told).toBe(before);
});
