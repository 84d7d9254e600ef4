import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createCase } from "../../src/record/open.ts";
import { createApp } from "../../src/view/api/app.ts";
import { type Desk, openDesk } from "../../src/view/desk.ts";
import { type Field, fieldsOf, type Question, questions } from "../../src/view/question.ts";
import { reports } from "../record/ask/reports.ts";
import { keepStoryOfReports } from "../record/ask/story-of-reports.ts";
import { type Draft, put } from "../record/example.ts";
import { emptyFolder, standoff } from "./cli/command.ts";
import { call, connected } from "./mcp/client.ts";

// One table of questions, three doors: whatever is asked, the rows must be the same behind each of them.

const strange: Draft = {
  id: "strange",
  text: 'Estmark\u202e says "no"\nThe ministry said\u200b that\u{e0041} 🙂 "it\\u200b" stays.',
  publisher: "Estmark|Sun\ufe0f",
  published: "2031-05-20",
  claims: [{ source: "The ministry", cue: "said", content: ['that\u{e0041} 🙂 "it\\u200b" stays'] }],
};

/** The same report before its last sentence was written: what changed is asked too. */
const before: Draft = {
  ...strange,
  text: strange.text.split("\n")[0]!,
  claims: [],
  recorded: "2031-05-21T00:00:00.000Z",
};

const door = { host: "127.0.0.1", port: 4747, token: "t", access: null };
const program = fileURLToPath(new URL("../../bin/standoff.js", import.meta.url));
const clock = (): string => "2031-06-02T00:00:00.000Z";
const folder = emptyFolder();
const file = join(folder, "case.standoff");
let desk: Desk;
let app: Hono;
let near: Client;
let far: Client;

beforeAll(async () => {
  const made = createCase(file, clock);
  if (!made.ok) throw new Error(made.problem.message);
  const [early, late] = [reports.slice(0, 3), reports.slice(3)];
  put(made.value, ...early.map((one) => ({ ...one, recorded: "2031-05-03T08:00:00.000Z" })), ...late, before, strange);
  keepStoryOfReports(made.value);
  made.value.close();
  const opened = await openDesk({ path: file, isSample: false, clock, signal: new AbortController().signal });
  if (!opened.ok) throw new Error(opened.problem.message);
  desk = opened.value;
  const onFault = (error: unknown): never => {
    throw error;
  };
  app = createApp(desk, { door, web: new URL("file:///no/web/"), onFault });
  near = await connected(desk);
  far = new Client({ name: "test", version: "1" });
  await far.connect(
    new StdioClientTransport({ command: process.execPath, args: [program, "mcp", "--case", file], stderr: "inherit" }),
  );
});
afterAll(async () => {
  await near.close();
  await far.close();
  await desk.close();
  rmSync(folder, { recursive: true });
});

type Input = Readonly<Record<string, string | number | readonly string[]>>;
type Rows = readonly object[];

const valuesOf = (value: Input[string]): readonly string[] => (Array.isArray(value) ? value : [value]).map(String);

const askApi = (question: string, input: Input): Response | Promise<Response> => {
  const query = new URLSearchParams(
    Object.entries(input).flatMap(([name, value]) => valuesOf(value).map((one): [string, string] => [name, one])),
  );
  return app.request(`/api/ask/${question}?${query}`, { headers: { host: `${door.host}:${door.port}` } });
};

const argvOf = (question: Question, input: Input): readonly string[] => {
  const options = Object.entries(input)
    .filter(([name]) => name !== question.subject)
    .flatMap(([name, value]) =>
      valuesOf(value).map((one) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}=${one}`),
    );
  const subject = question.subject === null ? undefined : input[question.subject];
  return [
    "ask",
    question.name,
    ...options,
    "--json",
    "--case",
    file,
    ...(subject === undefined ? [] : ["--", ...valuesOf(subject)]),
  ];
};

/** The rows behind each door. */
async function behindEach(
  question: Question,
  input: Input,
): Promise<Readonly<Record<"cli" | "api" | "mcp", Rows | null>>> {
  const said = await standoff(argvOf(question, input));
  const response = await askApi(question.name, input);
  return {
    cli: said.code === 0 ? (JSON.parse(said.out) as Rows) : null,
    api: response.ok ? ((await response.json()) as { readonly rows: Rows }).rows : null,
    mcp: (await call(near, `ask_${question.name}`, input)).rows,
  };
}

/** Something to ask for by each text field. */
const texts: Readonly<Record<string, string>> = {
  claim: "r1.s1",
  country: "NL",
  document: "x1",
  event: "r1.e1",
  happening: "t1.h1",
  lang: "en",
  notLang: "de",
  place: "Kyrovar",
  publisher: "Norland Post",
  story: "t1",
  via: "Telegram",
  words: "norland",
};

const valuesFor = (field: Field): readonly Input[string][] => {
  const one = texts[field.name] ?? "Norland";
  switch (field.type) {
    case "choice":
      return field.repeatable ? [...field.choices.map((choice) => [choice]), field.choices.slice(0, 3)] : field.choices;
    case "day":
      return ["2031-05-02"];
    case "moment":
      return ["2031-05-04", "2031-05-04T12:00:00+02:00"];
    case "number":
      return [field.least, 2];
    case "text":
      return field.repeatable ? [[one], [one, "Estmark"]] : [one];
  }
};

/** Inputs of a question: nothing but what it needs, then one field after another with each of its values. */
function inputsOf(question: Question): readonly Input[] {
  const fields = fieldsOf(question);
  const needed = Object.fromEntries(fields.filter((one) => one.required).map((one) => [one.name, valuesFor(one)[0]!]));
  // On the command line a subject is one value: its words may stand apart.
  const isSaid = (field: Field, value: Input[string]): boolean =>
    field.name !== question.subject || valuesOf(value).length === 1;
  return [
    needed,
    ...fields.flatMap((field) =>
      valuesFor(field)
        .filter((value) => isSaid(field, value))
        .map((value) => ({ ...needed, [field.name]: value })),
    ),
  ];
}

for (const question of questions) {
  describe(`the rows of ${question.name} are the same behind each door`, () => {
    for (const input of inputsOf(question)) {
      test(JSON.stringify(input), async () => {
        const { cli, api, mcp } = await behindEach(question, input);
        expect(cli).not.toBeNull();
        expect(api).toEqual(cli);
        expect(mcp).toEqual(cli);
      });
    }
    test("and are some", async () => {
      const { cli } = await behindEach(question, inputsOf(question)[0]!);
      expect(cli?.length).toBeGreaterThan(0);
    });
    test("and those of a server in a process of its own", async () => {
      const input = inputsOf(question)[0]!;
      const { rows } = await call(far, `ask_${question.name}`, input);
      expect(rows).toEqual((await behindEach(question, input)).cli);
    });
  });
}

test("a text with hidden and turning characters is the same behind each door", async () => {
  const question = questions.find((one) => one.name === "document")!;
  const { cli, api, mcp } = await behindEach(question, { document: "strange" });
  expect(cli?.[0]).toMatchObject({ words: strange.text, publisher: strange.publisher });
  expect(api).toEqual(cli);
  expect(mcp).toEqual(cli);
});

describe("a refusal has the same code and the same words", () => {
  const rows: readonly (readonly [question: string, input: Input, code: string])[] = [
    ["claims", { stance: "agrees" }, "question/not-valid"],
    ["claims", { from: "2 May" }, "question/not-valid"],
    ["claims", { limit: 0 }, "question/not-valid"],
    ["search", { words: "-no" }, "question/not-valid"],
    ["document", { document: "d999" }, "document/unknown"],
    ["claims", { document: ["d999"] }, "document/unknown"],
    ["story", { story: "zzz" }, "story/unknown"],
    ["claim", { claim: ["t1.c999"] }, "claim/unknown"],
    ["claim", { story: ["zzz"] }, "story/unknown"],
    ["origins", { claim: ["zzz"] }, "claim/unknown"],
    ["happening", { happening: "t1.h999" }, "happening/unknown"],
  ];
  for (const [name, input, code] of rows) {
    test(`${name} ${JSON.stringify(input)}`, async () => {
      const response = await askApi(name, input);
      const { problem } = (await response.json()) as {
        readonly problem: { readonly code: string; readonly message: string };
      };
      expect(problem.code).toBe(code);
      // A query and a command line give digits, a tool a number; what is said of it is the same.
      expect(await call(near, `ask_${name}`, input)).toMatchObject({
        isError: true,
        text: `${code}: ${problem.message}`,
      });
      const question = questions.find((one) => one.name === name)!;
      expect((await standoff(argvOf(question, input))).err).toContain(`[${code}]`);
    });
  }
});
