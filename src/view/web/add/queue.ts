import type { Outcome, Problem } from "../../../model/outcome.ts";
import type { TakenIn } from "../../api/contract.ts";
import type { Taken } from "./arrived.ts";

/** One call on its way: a file, or a pasted text. */
export interface Item {
  readonly id: number;
  readonly key: string;
  readonly name: string;
  readonly state:
    | { readonly kind: "waiting" }
    | { readonly kind: "sending" }
    | { readonly kind: "done"; readonly arrived: readonly Taken[]; readonly notes: readonly string[] }
    /** The call as a whole failed; nothing of it was stored. */
    | { readonly kind: "refused"; readonly problem: Problem }
    /** Left out because somebody pressed stop. */
    | { readonly kind: "left" };
}

/** One thing to hand in. */
export interface Load {
  /** What stands for the same thing when it is handed in again: what failed of that key before is taken off the list. */
  readonly key: string;
  readonly name: string;
  readonly form: () => FormData;
}

/** Was nothing of it taken in? */
const isFailed = ({ state }: Item): boolean =>
  state.kind === "refused" ||
  state.kind === "left" ||
  (state.kind === "done" && state.arrived.length > 0 && state.arrived.every((one) => one.problem !== null));

/** Hands things in one after another, also while another page is shown. */
export interface Queue {
  readonly items: () => readonly Item[];
  readonly isRunning: () => boolean;
  /** Puts loads at the end, in place of what failed of the same key; done when they are handed in or left out. Gives their items as they are then. */
  readonly add: (loads: readonly Load[]) => Promise<readonly Item[]>;
  /** Leaves out what waits; what is being sent is finished, since the record takes it in anyway. */
  readonly stop: () => void;
  /** Takes what is finished off the list. */
  readonly clear: () => void;
  /** Calls `listener` at every change; gives what ends that. */
  readonly listen: (listener: () => void) => () => void;
}

/** A queue that hands in by `send`. */
export function createQueue(send: (form: FormData) => Promise<Outcome<TakenIn>>): Queue {
  let items: readonly Item[] = [];
  let waiting: { readonly id: number; readonly load: Load }[] = [];
  let lastId = 0;
  let running: Promise<void> | null = null;
  const listeners = new Set<() => void>();
  const set = (ids: ReadonlySet<number>, state: Item["state"]): void => {
    items = items.map((item) => (ids.has(item.id) ? { ...item, state } : item));
    for (const listener of listeners) listener();
  };
  const run = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const own = new Set([next.id]);
      set(own, { kind: "sending" });
      const found = await send(next.load.form());
      set(
        own,
        found.ok
          ? { kind: "done", arrived: found.value.taken, notes: found.value.notes }
          : { kind: "refused", problem: found.problem },
      );
    }
    running = null;
    set(new Set(), { kind: "left" });
  };
  return {
    items: () => items,
    isRunning: () => running !== null,
    add: async (loads) => {
      const added = loads.map((load) => ({ id: ++lastId, load }));
      const again = new Set(loads.map((load) => load.key));
      items = [
        ...items.filter((item) => !(again.has(item.key) && isFailed(item))),
        ...added.map(({ id, load: { key, name } }): Item => ({ id, key, name, state: { kind: "waiting" } })),
      ];
      waiting = [...waiting, ...added];
      running ??= run();
      await running;
      const own = new Set(added.map(({ id }) => id));
      return items.filter((item) => own.has(item.id));
    },
    stop: () => {
      const left = new Set(waiting.map(({ id }) => id));
      waiting = [];
      set(left, { kind: "left" });
    },
    clear: () => {
      items = items.filter(({ state }) => state.kind === "waiting" || state.kind === "sending");
      for (const listener of listeners) listener();
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
