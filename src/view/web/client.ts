import type { Outcome, Problem } from "../../model/outcome.ts";
import type { AnswerOf, CaseFacts, Contract, Forgotten, Refusal, TakenIn } from "../api/contract.ts";
import { harmless } from "./harmless.ts";
import type { Query } from "./route.ts";

/** A value of a filter as it goes into a URL. */
type Value = string | number | readonly (string | number)[] | null | undefined;
/** Filters of a question. */
export type Filters = Readonly<Record<string, Value>> | Query;

/** The URL behind which the answer to a question stands. */
export function askUrl(question: string, filters: Filters): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(filters) as [string, Value][]) {
    if (value === null || value === undefined) continue;
    for (const one of typeof value === "object" ? value : [value]) parameters.append(name, String(one));
  }
  const search = parameters.toString();
  return `/api/ask/${question}${search === "" ? "" : `?${search}`}`;
}

/** What the desk says where the server does not answer at all. */
const unreachable: Problem = {
  code: "server/unreachable",
  message:
    "The server does not answer. What was stored is kept. Start it again (npm start, or standoff serve), then reload this page.",
};

/** An answer's JSON; titles come without marks that would turn them. Only where there is such a mark at all, since looking at each value takes time. */
const read = (json: string): unknown =>
  harmless(json) === json
    ? JSON.parse(json)
    : JSON.parse(json, (name, value) => (name === "title" && typeof value === "string" ? harmless(value) : value));

async function call<T>(url: string, init: RequestInit): Promise<Outcome<T>> {
  try {
    const response = await fetch(url, { credentials: "same-origin", ...init });
    const body = read(await response.text()) as T | Refusal;
    if (response.ok) return { ok: true, value: body as T };
    return { ok: false, problem: (body as Refusal).problem };
  } catch (error) {
    if (init.signal?.aborted) throw error;
    return { ok: false, problem: unreachable };
  }
}

/** Asks a question. Throws only where `signal` was aborted. */
export const ask = <Name extends keyof Contract>(
  question: Name,
  filters: Filters,
  signal: AbortSignal,
): Promise<Outcome<AnswerOf<Name>>> => call(askUrl(question, filters), { signal });

let caseName: string | null = null;

/** Which case is open. */
export async function caseFacts(signal: AbortSignal): Promise<Outcome<CaseFacts>> {
  const facts = await call<CaseFacts>("/api/case", { signal });
  if (facts.ok) caseName ??= facts.value.name;
  return facts;
}

const tokenIn = (page: Document): string | null =>
  page.querySelector<HTMLMetaElement>('meta[name="standoff-token"]')?.getAttribute("content") ?? null;

/** The word of this start of the server that every writing call must bring; another site cannot read it. */
let token: string | null = null;

/** The token of the server that answers now, which may have been started again; null where its page cannot be read. */
async function newToken(signal: AbortSignal): Promise<string | null> {
  try {
    const page = await fetch("/", { credentials: "same-origin", cache: "no-store", signal });
    return page.ok ? tokenIn(new DOMParser().parseFromString(await page.text(), "text/html")) : null;
  } catch (error) {
    if (signal.aborted) throw error;
    return null;
  }
}

/** A writing call. One that an older start's token made fail is tried once more with the new one, if the same case is open. */
async function write<T>(url: string, init: RequestInit, signal: AbortSignal): Promise<Outcome<T>> {
  const attempt = (word: string): Promise<Outcome<T>> =>
    call(url, { ...init, headers: { ...init.headers, "x-standoff-token": word }, signal });
  const held = (token ??= tokenIn(document) ?? "");
  const first = await attempt(held);
  if (first.ok || first.problem.code !== "request/token") return first;
  const renewed = await newToken(signal);
  if (renewed === null || renewed === held) return first;
  const facts = await call<CaseFacts>("/api/case", { signal });
  if (!facts.ok) return facts;
  if (caseName !== null && facts.value.name !== caseName) {
    const message = `The server was started again with another case, ${facts.value.name}, and this page shows ${caseName}. Nothing was changed. Load this page again to go on there.`;
    return { ok: false, problem: { code: "request/token", message } };
  }
  token = renewed;
  return attempt(renewed);
}

/** Hands documents in: `file` parts with a `manifest`, or one `text` or `html`, with `publisher`, `published`, `url`, `title`. */
export const takeIn = (form: FormData, signal: AbortSignal): Promise<Outcome<TakenIn>> =>
  write("/api/documents", { method: "POST", body: form }, signal);

/** Removes a document for good. */
export const forget = (document: string, reason: string, signal: AbortSignal): Promise<Outcome<Forgotten>> =>
  write(
    `/api/documents/${encodeURIComponent(document)}`,
    { method: "DELETE", body: JSON.stringify({ reason }), headers: { "content-type": "application/json" } },
    signal,
  );
