import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { problem } from "../../../src/model/outcome.ts";
import type { Answer } from "../../../src/view/answer.ts";
import { createApp } from "../../../src/view/api/app.ts";
import { answerShapes, caseShape, refusalShape } from "../../../src/view/api/schema.ts";
import { questions } from "../../../src/view/question.ts";
import { type Served, serveExample, token } from "./served.ts";

let served: Served;
beforeAll(async () => {
  served = await serveExample();
});
afterAll(() => served.close());

const codeIn = async (response: Response): Promise<string> => refusalShape.parse(await response.json()).problem.code;

describe("a question", () => {
  const asked: Readonly<Record<string, string>> = {
    actor: "?name=Toren",
    document: "?document=d1",
    happening: "?happening=t1.h1",
    search: "?words=river",
    story: "?story=d1",
  };
  for (const { name } of questions)
    test(`${name} is answered`, async () => {
      const response = await served.call(`/api/ask/${name}${asked[name] ?? ""}`);
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toMatch(/^application\/json/);
      expect(response.headers.get("cache-control")).toBe("no-store");
      const answer = answerShapes.get(name)!.parse(await response.json());
      expect(answer.question).toBe(name);
      // No report of this case has a second version.
      expect(answer.rows.length > 0).toBe(name !== "revisions");
    });

  const good = [
    ["a repeated parameter takes either", "/api/ask/claims?kind=deny&kind=say", null],
    ["a limit leaves more", "/api/ask/claims?limit=1", true],
    ["the most rows of one answer", "/api/ask/claims?limit=10000", false],
    ["an offset past the end", "/api/ask/claims?offset=100000", false],
    ["an id that the input gave", "/api/ask/document?document=one", false],
  ] as const;
  for (const [what, path, more] of good)
    test(what, async () => {
      const response = await served.call(path);
      expect(response.status).toBe(200);
      const answer = (await response.json()) as Answer;
      if (more !== null) expect(answer.more).toBe(more);
    });

  const bad = [
    ["a day that does not exist", "/api/ask/claims?from=2021-02-30", 400, "question/not-valid"],
    ["a filter that is not there", "/api/ask/claims?colour=red", 400, "question/not-valid"],
    ["a limit over the most", "/api/ask/claims?limit=10001", 400, "question/not-valid"],
    ["a limit of many digits", `/api/ask/claims?limit=${"9".repeat(400)}`, 400, "question/not-valid"],
    ["a limit of nothing", "/api/ask/claims?limit=0", 400, "question/not-valid"],
    ["a limit that is empty", "/api/ask/claims?limit=", 400, "question/not-valid"],
    [
      "a parameter twice where one is wanted",
      "/api/ask/claims?from=2021-01-01&from=2021-01-02",
      400,
      "question/not-valid",
    ],
    ["a limit twice", "/api/ask/claims?limit=1&limit=2", 400, "question/not-valid"],
    ["days the wrong way round", "/api/ask/claims?from=2022-01-01&to=2021-01-01", 400, "question/not-valid"],
    ["a missing parameter", "/api/ask/search", 400, "question/not-valid"],
    ["a name of an object's own", "/api/ask/claims?__proto__=1", 400, "question/not-valid"],
    ["no such question", "/api/ask/nothing", 404, "question/unknown"],
    ["a question of an object's own name", "/api/ask/constructor", 404, "question/unknown"],
    ["a question that is no text", "/api/ask/%E0%A4", 404, "question/unknown"],
    ["a document that is not there", "/api/ask/document?document=d99", 404, "document/unknown"],
    ["no such address", "/api/nothing", 404, "request/unknown"],
    ["an address below a question", "/api/ask/claims/more", 404, "request/unknown"],
  ] as const;
  for (const [what, path, status, code] of bad)
    test(`${what} is refused`, async () => {
      const response = await served.call(path);
      expect([response.status, await codeIn(response)]).toEqual([status, code]);
      expect(response.headers.get("cache-control")).toBe("no-store");
    });

  test("a limit twice says so", async () => {
    const { problem } = refusalShape.parse(await (await served.call("/api/ask/claims?limit=1&limit=2")).json());
    expect(problem.message).toBe("limit is given 2 times and takes one value. Leave one and ask again.");
  });
});

describe("methods", () => {
  const rows = [
    ["POST", "/api/ask/claims", "GET"],
    ["DELETE", "/api/case", "GET"],
    ["PUT", "/api/documents", "POST"],
    ["GET", "/api/documents", "POST"],
    ["PATCH", "/api/documents/d1", "DELETE"],
  ] as const;
  for (const [method, path, allow] of rows)
    test(`${method} ${path} is not taken`, async () => {
      const response = await served.call(path, { method });
      expect([response.status, await codeIn(response), response.headers.get("allow")]).toEqual([
        405,
        "request/method",
        allow,
      ]);
    });
  test("where nothing can be written, no token is asked for", async () => {
    const headers = { "x-standoff-token": null };
    const response = await served.call("/api/ask/claims", { method: "POST", headers });
    expect([response.status, await codeIn(response)]).toEqual([405, "request/method"]);
  });
  test("HEAD answers without a body", async () => {
    const response = await served.call("/api/case", { method: "HEAD" });
    expect([response.status, await response.text()]).toEqual([200, ""]);
  });
});

test("the case is told without its folder", async () => {
  const text = await (await served.call("/api/case")).text();
  expect(caseShape.parse(JSON.parse(text)).name).toBe("example.standoff");
  expect(text).not.toContain(served.folder);
});

test("/api leads to the page about the doors", async () => {
  const response = await served.call("/api");
  expect([response.status, response.headers.get("location")]).toEqual([302, "/doors"]);
});

describe("a fault of ours", () => {
  test("is a 500 that names no path and is told to the one who runs the server", async () => {
    const broken = await serveExample();
    broken.desk.record.close();
    const response = await broken.call("/api/ask/claims");
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(refusalShape.parse(JSON.parse(text)).problem.code).toBe("server/fault");
    expect(text).not.toMatch(/\.ts\b|\/tmp|\bat /);
    expect(broken.faults).toHaveLength(1);
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    await broken.close();
  });
});

describe("a problem of the case", () => {
  const rows = [
    ["case/in-use", 409],
    ["case/read-only", 409],
    ["case/full", 507],
    ["case/damaged", 500],
    ["document/refused", 422],
  ] as const;
  for (const [code, status] of rows)
    test(`${code} is ${status}, and does not name the folder`, async () => {
      const { desk } = served;
      const message = `${desk.record.path}: the case is so.`;
      const failing = async () => problem(code, message);
      const door = { host: "127.0.0.1", port: 80, token, access: null };
      const web = new URL("file:///nowhere/at/all/");
      const app = createApp({ ...desk, add: failing, forget: failing }, { door, web, onFault: () => {} });
      const headers = { host: "localhost", "x-standoff-token": token };
      const body = new FormData();
      body.append("text", "The mayor said it.");
      const responses = [
        await app.request("/api/documents", { method: "POST", headers, body }),
        await app.request("/api/documents/d1", { method: "DELETE", headers, body: '{"reason":"a"}' }),
      ];
      for (const response of responses) {
        const refusal = refusalShape.parse(await response.json());
        expect([response.status, refusal.problem]).toEqual([
          status,
          { code, message: "example.standoff: the case is so." },
        ]);
      }
    });
});

describe("the web app", () => {
  const pages = [
    "/",
    "/claims",
    "/claims?kind=deny",
    "/timeline",
    "/map",
    "/stories",
    "/story/t1",
    "/contradictions",
    "/actors",
    "/actor/Ana%20Ruk",
    "/search",
    "/add",
    "/doors",
    "/document/d1",
  ];
  for (const path of pages)
    test(`${path} is a page`, async () => {
      const response = await served.call(path);
      expect([response.status, response.headers.get("cache-control")]).toEqual([200, "no-store"]);
      expect(await response.text()).toContain(`content="${token}"`);
    });

  const missing = [
    "/nothing",
    "/claims/",
    "/actor",
    "/document/",
    "/document/d1/x",
    "/index.html",
    "/assets/",
    "/assets/none.js",
    "/ClAIMS",
  ];
  const traversals = [
    "/../secret.txt",
    "/assets/../../secret.txt",
    "/assets/..%2f..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/..%5csecret.txt",
    "/assets/%2e%2e%2f%2e%2e%2fsecret.txt",
    "//etc/passwd",
    "/assets/index-1a2b3c.js%00.svg",
  ];
  for (const path of [...missing, ...traversals])
    test(`${path} is not there`, async () => {
      const response = await served.call(path);
      expect(response.status).toBe(404);
      expect(await response.text()).not.toContain("secret");
    });

  const assets = [
    ["/assets/index-1a2b3c.js", "text/javascript; charset=utf-8", "private, max-age=31536000, immutable"],
    ["/assets/text-9f8e7d.woff2", "font/woff2", "private, max-age=31536000, immutable"],
    ["/favicon.svg", "image/svg+xml", "no-cache"],
  ] as const;
  for (const [path, type, cache] of assets)
    test(`${path} is served`, async () => {
      const response = await served.call(path);
      expect([response.status, response.headers.get("content-type"), response.headers.get("cache-control")]).toEqual([
        200,
        type,
        cache,
      ]);
    });

  const encodings = [
    ["gzip, deflate, br", "gzip"],
    ["gzip;q=0.5", "gzip"],
    ["gzip;q=0", null],
    ["br", null],
    [null, null],
  ] as const;
  for (const [accepted, encoding] of encodings)
    test(`"${accepted}" is answered with ${encoding}`, async () => {
      const response = await served.call("/assets/index-1a2b3c.js", { headers: { "accept-encoding": accepted } });
      expect([response.headers.get("content-encoding"), response.headers.get("vary")]).toEqual([
        encoding,
        "accept-encoding",
      ]);
    });

  test("that was not built says how to build it", async () => {
    const bare = await serveExample({ web: new URL("file:///nowhere/at/all/") });
    const response = await bare.call("/");
    expect(response.status).toBe(503);
    expect(await response.text()).toContain("npm run build:web");
    await bare.close();
  });
});
