import { useEffect, useRef, useState } from "preact/hooks";
import type { Outcome, Problem } from "../../model/outcome.ts";
import type { AnswerOf, Contract } from "../api/contract.ts";
import { ask, askUrl, type Filters } from "./client.ts";

/** An answer on its way. `value` is the last good one, so that a page does not go blank while filters change. */
export interface Asked<T> {
  readonly isLoading: boolean;
  readonly value: T | null;
  readonly problem: Problem | null;
  /** Asks again. */
  readonly again: () => void;
}

/** Runs `load` when `key` changes, and gives up the one before. A null key asks nothing. */
export function useLoaded<T>(key: string | null, load: (signal: AbortSignal) => Promise<Outcome<T>>): Asked<T> {
  const [held, setHeld] = useState<{
    readonly key: string | null;
    readonly value: T | null;
    readonly problem: Problem | null;
  }>({
    key: null,
    value: null,
    problem: null,
  });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (key === null) return;
    const stop = new AbortController();
    load(stop.signal).then(
      (found) => {
        if (stop.signal.aborted) return;
        setHeld(found.ok ? { key, value: found.value, problem: null } : { key, value: null, problem: found.problem });
      },
      () => {
        // Given up: the next one is on its way.
      },
    );
    return () => stop.abort();
  }, [key, turn]);
  return {
    isLoading: key !== null && held.key !== key,
    value: held.value,
    problem: held.key === key ? held.problem : null,
    again: () => setTurn(turn + 1),
  };
}

/** The answer to one question. Null filters ask nothing. */
export const useAnswer = <Name extends keyof Contract>(
  question: Name,
  filters: Filters | null,
): Asked<AnswerOf<Name>> =>
  useLoaded(filters === null ? null : askUrl(question, filters), (signal) => ask(question, filters ?? {}, signal));

/** Rows of a long answer, of which only the stretches that were looked at are loaded. */
export interface Stretches<Row> {
  readonly isLoading: boolean;
  readonly problem: Problem | null;
  /** How many rows there are; where the question does not tell, those that are known to be there and one stretch more. */
  readonly total: number;
  /** Is `total` the number of rows, or only that of those known so far? */
  readonly isExact: boolean;
  /** The row at a place of the whole answer; null while it is not loaded. */
  readonly row: (at: number) => Row | null;
  /** Loads what is missing of the rows from `first` to `last`, both included. */
  readonly want: (first: number, last: number) => void;
  readonly again: () => void;
}

/** The rows of a question that has paging, loaded `stretch` at a time as they are wanted; fewer where a row costs the server more. */
export function useStretches<Name extends keyof Contract>(
  question: Name,
  filters: Filters,
  stretch = 100,
): Stretches<Contract[Name]["row"]> {
  type Row = Contract[Name]["row"];
  const key = askUrl(question, filters);
  const first = useAnswer(question, { ...filters, limit: stretch } as Filters);
  const pages = useRef<{
    key: string;
    rows: Map<number, readonly Row[]>;
    asked: Set<number>;
    end: number | null;
    stop: AbortController;
  }>(null);
  const [, redraw] = useState(0);
  const [problem, setProblem] = useState<Problem | null>(null);
  if (pages.current?.key !== key) {
    pages.current?.stop.abort();
    pages.current = { key, rows: new Map(), asked: new Set([0]), end: null, stop: new AbortController() };
    if (problem !== null) setProblem(null);
  }
  useEffect(() => () => pages.current?.stop.abort(), []);
  const held = pages.current!;
  if (!first.isLoading && first.value) held.rows.set(0, first.value.rows as readonly Row[]);
  const total = first.value?.aside?.total;
  const known = Math.max(0, ...[...held.rows].map(([page, rows]) => page * stretch + rows.length));
  const isMore = first.value?.more === true && held.end === null;
  const load = async (page: number): Promise<void> => {
    held.asked.add(page);
    try {
      const found = await ask(
        question,
        { ...filters, limit: stretch, offset: page * stretch } as Filters,
        held.stop.signal,
      );
      if (!found.ok) {
        held.asked.delete(page);
        setProblem(found.problem);
        return;
      }
      held.rows.set(page, found.value.rows as readonly Row[]);
      if (!found.value.more) held.end = page * stretch + found.value.rows.length;
      redraw((turn) => turn + 1);
    } catch {
      // Given up because other filters were chosen.
    }
  };
  return {
    isLoading: first.isLoading,
    problem: first.problem ?? problem,
    total: total ?? held.end ?? known + (isMore ? stretch : 0),
    isExact: total !== undefined || !isMore,
    row: (at) => held.rows.get(Math.floor(at / stretch))?.[at % stretch] ?? null,
    want: (from, until) => {
      if (first.isLoading || !first.value) return;
      for (let page = Math.floor(from / stretch); page <= Math.floor(until / stretch); page++) {
        if (!held.asked.has(page) && page * stretch < (total ?? Infinity)) void load(page);
      }
    },
    again: () => {
      setProblem(null);
      first.again();
    },
  };
}
