import { type Problem, problem } from "../model/outcome.ts";
import type { ProblemCode } from "../model/problem.ts";

interface Meaning {
  readonly code: ProblemCode;
  /** Follows "host answered 404: ". */
  readonly words: string;
}

const byStatus: Readonly<Record<number, Meaning>> = {
  401: { code: "fetch/forbidden", words: "it wants a login. Save the page in your browser and add the file" },
  402: { code: "fetch/forbidden", words: "it wants to be paid. Save the page in your browser and add the file" },
  403: {
    code: "fetch/forbidden",
    words: "it does not give the page to programs. Save it in your browser and add the file",
  },
  404: { code: "fetch/gone", words: "there is no such page. Check the address, or look for it in a web archive" },
  407: { code: "fetch/proxy", words: "the proxy wants a login. Put user and password into its address" },
  410: { code: "fetch/gone", words: "the page was taken away. Look for it in a web archive" },
  429: { code: "fetch/throttled", words: "it was asked too often. Try it later" },
  451: {
    code: "fetch/forbidden",
    words: "it may not show the page here, for reasons of law. Look for it in a web archive",
  },
};

/** The problem of an answer that is no page, no redirect and not "unchanged". `askedMs` is the wait that the server asks for, null for none. */
export function statusProblem(host: string, status: number, askedMs: number | null): Problem {
  const later = askedMs === null ? "" : ` It asks to wait ${Math.ceil(askedMs / 1_000)} s.`;
  const known = byStatus[status];
  const meaning: Meaning =
    known ??
    (status >= 500 && status < 600
      ? { code: "fetch/server", words: "it failed, each time it was asked. Try it later" }
      : { code: "fetch/status", words: "that is not the answer of a page. Check the address" });
  return problem(meaning.code, `${host} answered ${status}: ${meaning.words}.${later}`).problem;
}
