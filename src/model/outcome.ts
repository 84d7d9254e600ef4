import type { ProblemCode } from "./problem.ts";

/** What went wrong at the border to the world. `message` says what happened, with the values, then what to do. */
export interface Problem {
  readonly code: ProblemCode;
  readonly message: string;
}

/** The result of whatever meets the world (file, SQL, command line): a value, or one problem. Stages never return one. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** A good outcome. */
export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });

/** A failed outcome. `message` must name the values and end with the next step. */
export const problem = (code: ProblemCode, message: string): { readonly ok: false; readonly problem: Problem } => ({
  ok: false,
  problem: { code, message },
});
