import { basename } from "node:path";
import { setImmediate } from "node:timers/promises";
import { createPool, loadSpellings, type ReaderPool, storyModelOnce } from "../engine.ts";
import { type Arrival, ingest, type Step, storyMaker } from "../ingest.ts";
import type { Outcome } from "../model/outcome.ts";
import type { Tombstone } from "../model/record.ts";
import type { AskContext } from "../record/ask/filter.ts";
import { copiesOf } from "../record/copy.ts";
import { forget } from "../record/forget.ts";
import { type CaseRecord, openCase } from "../record/open.ts";
import { type MadeByOthers, madeByOthers } from "../record/story-maker.ts";
import { ledgerMaker, settleStories, settling } from "../settle.ts";
import { leftWords } from "./arrival.ts";

/** What became of one document that was handed to a desk. */
export type Taken = Pick<Step, "name" | "problem" | "document" | "read"> & {
  /** Null where it failed. */
  readonly outcome: keyof Step["tally"];
};

/** A document that was forgotten at a desk. */
export interface ForgottenAtDesk extends Tombstone {
  /** Public ids of documents that hold the same text and are still there. */
  readonly copies: readonly string[];
}

/** A case that is open for questions, and takes documents in between. One a server; close it. */
export interface Desk {
  /** Name of the case's file, without its folder: the folder is nobody's business. */
  readonly name: string;
  /** Is it the built-in demonstration? */
  readonly isSample: boolean;
  /** What another version had made of its stories when it was opened; it is made anew while the desk answers. */
  readonly others: MadeByOthers;
  readonly record: CaseRecord;
  readonly context: AskContext;
  /** Takes documents in, one call after another; readings run on a thread of their own, so that questions are answered meanwhile. */
  readonly add: (
    source: AsyncIterable<Outcome<Arrival>>,
    options?: { readonly force?: boolean; readonly onNote?: (note: string) => void },
  ) => Promise<Outcome<readonly Taken[]>>;
  /** Removes the document of that public id ("d12") for good. Fails as `forget` does. */
  readonly forget: (document: string, reason: string) => Promise<Outcome<ForgottenAtDesk>>;
  readonly close: () => Promise<void>;
}

export interface DeskOptions {
  readonly path: string;
  readonly isSample: boolean;
  readonly clock: () => string;
  readonly signal: AbortSignal;
}

/** How long a call waits for another process that writes to the case. */
const waitMs = 5_000;

/** What became of the document of `step`, told by what was counted since the step before. */
const takenOf = ({ name, problem, document, read, tally }: Step, before: Readonly<Step["tally"]>): Taken => {
  const outcomes = Object.keys(tally) as (keyof Step["tally"])[];
  return { name, problem, document, read, outcome: outcomes.find((one) => tally[one] > before[one]) ?? "failed" };
};

const nothingYet: Step["tally"] = { new: 0, revision: 0, reading: 0, same: 0, forgotten: 0, failed: 0 };

/** Opens the case for a desk. Fails as `openCase` does. */
export async function openDesk({ path, isSample, clock, signal }: DeskOptions): Promise<Outcome<Desk>> {
  const opened = await openCase(path, { mode: "read", waitMs, clock, signal });
  if (!opened.ok) return opened;
  const record = opened.value;
  let pool: ReaderPool | null = null;
  let last: Promise<unknown> = Promise.resolve();

  /** Runs `work` on the case opened for writing, after every writing that was asked for before it. */
  const writing = <T>(work: (writable: CaseRecord) => Promise<Outcome<T>> | Outcome<T>): Promise<Outcome<T>> => {
    const next = last.then(async (): Promise<Outcome<T>> => {
      const writable = await openCase(path, { mode: "write", waitMs, clock, signal });
      if (!writable.ok) return writable;
      try {
        return await work(writable.value);
      } finally {
        writable.value.close();
      }
    });
    last = next.catch(() => undefined);
    return next;
  };

  const spellings = loadSpellings();
  const others = madeByOthers(record, storyMaker().identity);
  // Questions are answered in between; where somebody else writes, or nobody may, the old ledgers stay for now.
  if (others.stories + others.documents > 0)
    void writing(async (writable) => {
      const steps = settling(writable, storyMaker(), signal);
      for (;;) {
        const step = steps.next();
        if (step.done) return step.value;
        await setImmediate();
      }
    });
  return {
    ok: true,
    value: {
      name: basename(path),
      isSample,
      others,
      record,
      context: { spellings, ledgerOf: ledgerMaker({ spellings, model: storyModelOnce }) },
      add: (source, { force = false, onNote = () => {} } = {}) =>
        writing(async (writable) => {
          pool ??= createPool({ jobs: 1, apart: true });
          const taken: Taken[] = [];
          let before = nothingYet;
          const onStep = (step: Step): void => {
            taken.push(takenOf(step, before));
            before = { ...step.tally };
            if (step.left.length > 0) onNote(`${step.name}: left out ${leftWords(step.left)}.`);
            if (step.partly !== null) onNote(`${step.name}: ${step.partly.message}`);
          };
          await ingest(source, writable, pool, { clock, signal, force, onStep });
          return { ok: true, value: taken };
        }),
      forget: (document, reason) =>
        writing((writable) => {
          const copies = copiesOf(writable, document);
          const gone = forget(writable, document, reason, clock());
          // Ledgers that told of it are made anew; where that fails, the next document that is added does it.
          if (gone.ok) settleStories(writable, storyMaker(), signal);
          return gone.ok ? { ok: true, value: { ...gone.value, copies } } : gone;
        }),
      close: async () => {
        await last;
        await pool?.close();
        record.close();
      },
    },
  };
}
