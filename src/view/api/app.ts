import { type Context, Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { version } from "../../engine.ts";
import { documentLimitBytes } from "../../ingest.ts";
import { done, type Outcome, problem } from "../../model/outcome.ts";
import { leftWords } from "../arrival.ts";
import type { Desk } from "../desk.ts";
import { formatName } from "../format/schema.ts";
import { askOver } from "./ask.ts";
import type { CaseFacts, TakenIn } from "./contract.ts";
import { type Door, guard, isReading, withStrictHeaders, writeGuard } from "./guard.ts";
import { openApi } from "./openapi.ts";
import { answerJson, answerOutcome, refuse } from "./refusal.ts";
import { reasonShape } from "./schema.ts";
import { isOtherName, isPage, noSuchPage, notBuilt, openSite, plainPage, wantsPage } from "./site.ts";
import { uploadIn } from "./upload.ts";

export interface AppOptions {
  readonly door: Door;
  /** Folder of the built web app, `dist/web/`; it need not be there. */
  readonly web: URL;
  /** Told of a fault of ours, which the asker only learns to have happened. */
  readonly onFault: (error: unknown) => void;
  /** Most bytes of one request; not set: one document and what a form puts around it. */
  readonly uploadLimitBytes?: number;
}

// What a form puts around its documents.
const formBytes = 1_000_000;
const reasonBytes = 64_000;

/** The folder that a case lies in is nobody's business: messages name the file alone. */
const withoutFolder = <T>(desk: Desk, outcome: Outcome<T>): Outcome<T> => {
  if (outcome.ok) return outcome;
  const { code, message } = outcome.problem;
  return { ok: false, problem: { code, message: message.replaceAll(desk.record.path, desk.name) } };
};

async function readForm(context: Context): Promise<Outcome<FormData>> {
  const type = context.req.header("content-type") ?? "";
  const notAForm = () =>
    problem("request/not-valid", "The body is no form. Send multipart/form-data with the files as file.");
  if (!/^multipart\/form-data\s*;/i.test(type)) return notAForm();
  try {
    return done(await context.req.raw.formData());
  } catch {
    return notAForm();
  }
}

async function takeIn(desk: Desk, context: Context): Promise<Outcome<TakenIn>> {
  const form = await readForm(context);
  if (!form.ok) return form;
  const notes: string[] = [];
  const onNote = (note: string): void => {
    notes.push(note);
  };
  const upload = await uploadIn(form.value, {
    onLeft: (name, left) => onNote(`${name}: left out ${leftWords(left)}.`),
    onNote: (name, note) => onNote(`${name}: ${note}`),
    onSummary: null,
  });
  if (!upload.ok) return upload;
  const added = await desk.add(upload.value, { onNote });
  if (!added.ok) return added;
  const taken = added.value.map((one) => {
    const told = one.problem === null ? null : withoutFolder(desk, { ok: false, problem: one.problem });
    return told === null || told.ok ? one : { ...one, problem: told.problem };
  });
  return done({ taken, notes });
}

async function forgetOne(desk: Desk, context: Context) {
  const body: unknown = await context.req.json().catch(() => null);
  const reason = reasonShape.safeParse(body);
  if (!reason.success) {
    return problem("request/not-valid", 'The body must be JSON like {"reason": "…"}, saying why the document must go.');
  }
  return desk.forget(context.req.param("id") ?? "", reason.data.reason);
}

const limited = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () =>
      refuse({
        code: "document/too-large",
        message: `What was sent has more than ${maxSize} bytes, and no more are read at a time. Send fewer files at a time, or split the document.`,
      }),
  });

const isApi = (path: string): boolean => path === "/api" || path.startsWith("/api/");

/** Lets an address be called with one method alone. GET means HEAD too. */
const only =
  (allow: "GET" | "POST" | "DELETE"): MiddlewareHandler =>
  async ({ req }, next) =>
    req.method === allow || (allow === "GET" && isReading(req.method))
      ? next()
      : refuse(
          {
            code: "request/method",
            message: `${req.path.slice(0, 100)} is not called with ${req.method}. Call it with ${allow}.`,
          },
          405,
          { allow },
        );

/**
 * The server's answers over one desk: the API below `/api`, the web app above it. Does not listen.
 * Every refusal is a `Refusal` with a status of `statusOf`; nothing that is asked makes it throw.
 */
export function createApp(desk: Desk, options: AppOptions): Hono {
  const app = new Hono();
  const site = openSite(options.web, options.door.token);
  const facts: CaseFacts = { name: desk.name, isSample: desk.isSample, version, format: formatName };
  let description: object | null = null;

  app.use(withStrictHeaders);
  app.use(guard(options.door));
  // Before the token of this start is asked for: where nothing can be written, no token helps.
  for (const path of ["/api", "/api/case", "/api/openapi.json", "/api/ask/:question"]) app.use(path, only("GET"));
  app.use("/api/documents", only("POST"));
  app.use("/api/documents/:id", only("DELETE"));
  app.use(writeGuard(options.door));
  // Packing costs more than a way through this machine's own memory.
  if (options.door.access !== null) app.use("/api/*", compress());

  app.get("/api", (context) => context.redirect("/doors"));
  app.get("/api/case", () => answerJson(facts));
  app.get("/api/openapi.json", () => answerJson((description ??= openApi())));
  app.get("/api/ask/:question", async (context) => {
    const query = new URL(context.req.url).searchParams;
    return answerOutcome(withoutFolder(desk, await askOver(desk, context.req.param("question"), query)));
  });
  app.post("/api/documents", limited(options.uploadLimitBytes ?? documentLimitBytes + formBytes), async (context) =>
    answerOutcome(withoutFolder(desk, await takeIn(desk, context))),
  );
  app.delete("/api/documents/:id", limited(reasonBytes), async (context) =>
    answerOutcome(withoutFolder(desk, await forgetOne(desk, context))),
  );

  app.get("*", (context) => {
    const { path } = context.req;
    if (isApi(path)) return context.notFound();
    if (!isPage(path) && !isOtherName(path)) {
      const file = site.file(path, context.req.header("accept-encoding") ?? "");
      if (file !== null) return file;
      // The app says in its own frame that nothing is there, with the ways on.
      if (site.page === null || !wantsPage(path, context.req.header("accept") ?? "")) return noSuchPage();
      return context.html(site.page, 404, { "cache-control": "no-store" });
    }
    if (site.page === null) return notBuilt();
    return context.html(site.page, 200, { "cache-control": "no-store" });
  });
  app.notFound((context) =>
    refuse({
      code: "request/unknown",
      message: `There is no ${context.req.path.slice(0, 100)}. See /api/openapi.json for what there is.`,
    }),
  );
  app.onError((error, context) => {
    options.onFault(error);
    if (!isApi(context.req.path)) return plainPage(500, "The server failed", "<p>This is a fault of Standoff.</p>");
    return refuse({
      code: "server/fault",
      message: "The server failed on this request, which is a fault of Standoff. Please report what was asked.",
    });
  });
  return app;
}
