import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { refusalShape } from "../../../src/view/api/schema.ts";
import { access, type Call, type Served, serveExample, token } from "./served.ts";

let served: Served;
let open: Served;
beforeAll(async () => {
  served = await serveExample();
  open = await serveExample({ isOpen: true });
});
afterAll(async () => {
  await served.close();
  await open.close();
});

type Row = readonly [what: string, path: string, call: Call, status: number, code: string | null];

const check = (rows: readonly Row[], which: () => Served) => {
  for (const [what, path, call, status, code] of rows)
    test(what, async () => {
      const response = await which().call(path, call);
      expect(response.status).toBe(status);
      expect(response.headers.get("content-security-policy")).toMatch(/^default-src 'none'; script-src 'self';/);
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
      if (code !== null) expect(refusalShape.parse(await response.json()).problem.code).toBe(code);
    });
};

const from = (headers: Readonly<Record<string, string | null>>): Call => ({ headers });
const deletion = (headers: Readonly<Record<string, string | null>>): Call => ({
  method: "DELETE",
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify({ reason: "test" }),
});
const own = "http://127.0.0.1:4747";

describe("where only this machine can call", () => {
  check(
    [
      ["127.0.0.1 is a name of ours", "/api/case", from({ host: "127.0.0.1:4747" }), 200, null],
      ["localhost is one", "/api/case", from({ host: "localhost:4747" }), 200, null],
      ["in capitals too", "/api/case", from({ host: "LocalHost:4747" }), 200, null],
      ["[::1] is one", "/api/case", from({ host: "[::1]:4747" }), 200, null],
      [
        "another site's name is not (DNS rebinding)",
        "/api/case",
        from({ host: "evil.example:4747" }),
        421,
        "request/host",
      ],
      [
        "nor one that begins like ours",
        "/api/case",
        from({ host: "127.0.0.1.evil.example:4747" }),
        421,
        "request/host",
      ],
      ["nor our name with another port", "/api/case", from({ host: "127.0.0.1:4748" }), 421, "request/host"],
      ["nor our name without the port", "/api/case", from({ host: "127.0.0.1" }), 421, "request/host"],
      ["nor our name with a user", "/api/case", from({ host: "evil@127.0.0.1:4747" }), 421, "request/host"],
      ["nor none", "/api/case", from({ host: null }), 421, "request/host"],
      ["nor for a page", "/", from({ host: "evil.example:4747" }), 421, "request/host"],
      ["nor for an asset", "/assets/index-1a2b3c.js", from({ host: "evil.example" }), 421, "request/host"],
      ["our own origin may ask", "/api/case", from({ origin: own }), 200, null],
      ["another may not", "/api/case", from({ origin: "https://evil.example" }), 403, "request/origin"],
      ["nor a page without one", "/api/case", from({ origin: "null" }), 403, "request/origin"],
      [
        "nor another port of this machine",
        "/api/case",
        from({ origin: "http://127.0.0.1:3000" }),
        403,
        "request/origin",
      ],
      ["nor ours by https", "/api/case", from({ origin: "https://127.0.0.1:4747" }), 403, "request/origin"],
      ["a page of ours may ask", "/api/case", from({ "sec-fetch-site": "same-origin" }), 200, null],
      ["a typed address may", "/api/case", from({ "sec-fetch-site": "none", "sec-fetch-mode": "navigate" }), 200, null],
      ["another site's page may not", "/api/case", from({ "sec-fetch-site": "cross-site" }), 403, "request/origin"],
      [
        "nor one of this machine's other ports",
        "/api/case",
        from({ "sec-fetch-site": "same-site" }),
        403,
        "request/origin",
      ],
      [
        "nor by leading there",
        "/api/case",
        from({ "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" }),
        403,
        "request/origin",
      ],
      [
        "a link of another site may open a page",
        "/document/d1",
        from({ "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" }),
        200,
        null,
      ],
      [
        "but not load our script",
        "/assets/index-1a2b3c.js",
        from({ "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" }),
        403,
        "request/origin",
      ],
      ["a change without a token", "/api/documents/d99", deletion({ "x-standoff-token": null }), 403, "request/token"],
      ["with a wrong token", "/api/documents/d99", deletion({ "x-standoff-token": "x" }), 403, "request/token"],
      ["with an empty token", "/api/documents/d99", deletion({ "x-standoff-token": "" }), 403, "request/token"],
      [
        "with the token and another origin",
        "/api/documents/d99",
        deletion({ origin: "http://evil.example" }),
        403,
        "request/origin",
      ],
      ["with the token and our origin", "/api/documents/d99", deletion({ origin: own }), 404, "document/unknown"],
      ["with the token, by a program", "/api/documents/d99", deletion({}), 404, "document/unknown"],
      [
        "asking first, as a browser does for another site",
        "/api/documents",
        { method: "OPTIONS", headers: { origin: "https://evil.example", "x-standoff-token": null } },
        403,
        "request/origin",
      ],
      ["the access token means nothing here", `/api/case?token=${access}`, {}, 200, null],
    ],
    () => served,
  );

  test("no answer allows another origin to read", async () => {
    const response = await served.call("/api/case", from({ origin: own }));
    expect([...response.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
    expect(response.headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(response.headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
  });
});

describe("where other machines can call", () => {
  const bearer = { authorization: `Bearer ${access}` };
  const cookie = { cookie: `standoff-4747=${access}` };
  check(
    [
      ["nothing is answered without the access token", "/api/case", {}, 401, "request/token"],
      ["no page either", "/", {}, 401, "request/token"],
      ["nor what the page is made of", "/assets/index-1a2b3c.js", {}, 401, "request/token"],
      ["a wrong one does not do", "/api/case", from({ authorization: "Bearer x" }), 401, "request/token"],
      ["nor one in the address", "/?token=x", {}, 401, "request/token"],
      ["nor a wrong cookie", "/api/case", from({ cookie: "standoff-4747=x" }), 401, "request/token"],
      ["nor the token of the page", "/api/case", from({ authorization: `Bearer ${token}` }), 401, "request/token"],
      ["a bearer's does", "/api/case", from(bearer), 200, null],
      ["a cookie does", "/api/case", from(cookie), 200, null],
      ["by any name of the machine", "/api/case", from({ ...bearer, host: "desk.example:4747" }), 200, null],
      [
        "from a page of that name",
        "/api/case",
        from({ ...cookie, host: "desk.example:4747", origin: "http://desk.example:4747" }),
        200,
        null,
      ],
      [
        "behind a door that speaks https",
        "/api/case",
        from({ ...cookie, host: "desk.example", origin: "https://desk.example" }),
        200,
        null,
      ],
      ["not from another page", "/api/case", from({ ...cookie, origin: "http://evil.example" }), 403, "request/origin"],
      [
        "a change needs the other token too",
        "/api/documents/d99",
        deletion({ ...cookie, "x-standoff-token": null }),
        403,
        "request/token",
      ],
      ["and is made with both", "/api/documents/d99", deletion(cookie), 404, "document/unknown"],
      [
        "a change takes no token from the address",
        `/api/documents/d99?token=${access}`,
        deletion({ "x-standoff-token": null }),
        403,
        "request/token",
      ],
    ],
    () => open,
  );

  test("answers are packed on their way through the network, where that pays", async () => {
    const headers = { ...bearer, "accept-encoding": "gzip" };
    const packed = await open.call("/api/openapi.json", { headers });
    expect(packed.headers.get("content-encoding")).toBe("gzip");
    expect(packed.headers.get("cache-control")).toBe("no-store");
    const text = await new Response(packed.body?.pipeThrough(new DecompressionStream("gzip"))).text();
    expect(JSON.parse(text)).toMatchObject({ openapi: "3.1.0" });
    const own = await served.call("/api/openapi.json", { headers: { "accept-encoding": "gzip" } });
    expect(own.headers.get("content-encoding")).toBeNull();
  });

  const leads = [
    [`/?token=${access}`, "/"],
    [`/claims?kind=deny&token=${access}&mark=none-given`, "/claims?kind=deny&mark=none-given"],
    [`//evil.example/?token=${access}`, "/evil.example/"],
    [`/%5cevil.example?token=${access}`, "/%5cevil.example"],
  ] as const;
  for (const [path, place] of leads)
    test(`${path.replace(access, "…")} sets a cookie and leads to ${place}`, async () => {
      const response = await open.call(path);
      expect([response.status, response.headers.get("location")]).toEqual([303, place]);
      expect(response.headers.get("set-cookie")).toBe(`standoff-4747=${access}; Path=/; HttpOnly; SameSite=Strict`);
      expect(response.headers.get("cache-control")).toBe("no-store");
    });
});
