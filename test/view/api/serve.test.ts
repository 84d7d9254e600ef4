import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Readable, Writable } from "node:stream";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { listen } from "../../../src/view/api/listen.ts";
import { run } from "../../../src/view/cli/main.ts";
import { type ServeOptions, serve } from "../../../src/view/cli/serve.ts";
import { exit, type Shell } from "../../../src/view/cli/shell.ts";
import { emptyFolder, standoff } from "../cli/command.ts";

const folder = emptyFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

class Kept extends Writable {
  text = "";
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString("utf8");
    this.emit("said");
    done();
  }
}

const standard: ServeOptions = {
  case: null,
  manifest: null,
  publisher: null,
  published: null,
  host: "127.0.0.1",
  port: 0,
  sample: false,
  open: true,
};

interface Running {
  readonly out: Kept;
  readonly err: Kept;
  readonly url: string;
  readonly ended: Promise<number>;
  readonly stop: () => void;
}

/** Starts a server and waits for its line, or for its end. */
async function start(paths: readonly string[], options: Partial<ServeOptions>): Promise<Running> {
  const [out, err, stop] = [new Kept(), new Kept(), new AbortController()];
  const shell: Shell = {
    stdin: Readable.from([]),
    stdout: out,
    stderr: err,
    clock: () => "2024-05-15T08:00:00.000Z",
    signal: stop.signal,
  };
  const ended = serve(shell, paths, { ...standard, ...options });
  await Promise.race([ended, new Promise((resolve) => out.once("said", resolve))]);
  const url = /http:\/\/\S+/.exec(out.text)?.[0] ?? "";
  return { out, err, url, ended, stop: () => stop.abort() };
}

const reports = join(folder, "sample");
mkdirSync(join(reports, "report"), { recursive: true });
writeFileSync(
  join(reports, "report", "one.txt"),
  "The harbour master of Varna denied on Monday that the port was shut.",
);
writeFileSync(
  join(reports, "manifest.json"),
  JSON.stringify([{ file: "report/one.txt", publisher: "Harbour Post", published: "2024-05-14" }]),
);

const rowsAt = async (url: string) => (await (await fetch(url)).json()) as { rows: Record<string, unknown>[] };

describe("serve", () => {
  test("adds what is named, answers, takes documents in, and ends cleanly", async () => {
    const path = join(folder, "own.standoff");
    const running = await start([join(reports, "report")], { case: path, publisher: "Given Post" });
    expect(running.out.text).toMatch(
      /^Standoff listens on http:\/\/127\.0\.0\.1:\d+\/ with own\.standoff; Ctrl-C ends it\n$/,
    );
    const { rows } = await rowsAt(`${running.url}api/ask/documents`);
    expect(rows.map((row) => row["publisher"])).toEqual(["Given Post"]);
    const refused = await fetch(`${running.url}api/documents`, { method: "POST", body: new FormData() });
    expect(refused.status).toBe(403);
    running.stop();
    expect(await running.ended).toBe(exit.good);
    await expect(fetch(running.url)).rejects.toThrow();
    const sqlite = new DatabaseSync(path);
    expect(sqlite.prepare("SELECT count(*) AS n FROM writer").get()?.["n"]).toBe(0);
    sqlite.close();
    expect(readdirSync(folder).filter((name) => name.startsWith("own.standoff"))).toEqual(["own.standoff"]);
  });

  test("shows the demonstration in a folder that is gone afterwards", async () => {
    // Other programs make folders in the common one.
    const common = process.env["TMPDIR"];
    const own = join(folder, "tmp");
    mkdirSync(own);
    process.env["TMPDIR"] = own;
    try {
      const running = await start([], { sample: true, sampleFrom: pathToFileURL(`${reports}/`) });
      const { rows } = await rowsAt(`${running.url}api/ask/documents`);
      expect(rows.map((row) => [row["path"], row["publisher"]])).toEqual([["report/one.txt", "Harbour Post"]]);
      const facts: unknown = await (await fetch(`${running.url}api/case`)).json();
      expect(facts).toMatchObject({ name: "sample.standoff", isSample: true });
      expect(readdirSync(own)).toHaveLength(1);
      running.stop();
      expect(await running.ended).toBe(exit.good);
      expect(readdirSync(own)).toEqual([]);
    } finally {
      if (common === undefined) delete process.env["TMPDIR"];
      else process.env["TMPDIR"] = common;
    }
  });

  describe("npm start shows the demonstration where nothing is named", () => {
    const rows = [
      [["--no-open", "--port", "0"], "sample.standoff"],
      [["--port", "0", "--no-open", "--case", join(folder, "none.standoff")], "case/missing"],
      [["--port", "0", join(folder, "none.txt"), "--case", join(folder, "none.standoff")], "document/unreadable"],
    ] as const;
    for (const [args, says] of rows) {
      test(args.filter((arg) => !arg.includes(folder)).join(" "), { timeout: 60_000 }, async () => {
        const [out, err, stop] = [new Kept(), new Kept(), new AbortController()];
        out.once("said", () => stop.abort());
        const clock = () => "2024-05-15T08:00:00.000Z";
        const shell = { stdin: Readable.from([]), stdout: out, stderr: err, clock, signal: stop.signal };
        await run(["serve", "--or-sample", ...args], shell);
        expect(out.text + err.text).toContain(says);
      });
    }
  });

  test("without the reports of the demonstration says what is missing", async () => {
    const running = await start([], { sample: true, sampleFrom: pathToFileURL(`${join(folder, "nothing")}/`) });
    expect(await running.ended).toBe(exit.someFailed);
    expect(running.err.text).toContain("[sample/missing]");
  });

  test("takes in what its page sends, and refuses what is too large before it comes", async () => {
    const web = join(folder, "web");
    mkdirSync(web);
    writeFileSync(join(web, "index.html"), '<meta name="standoff-token" content="%TOKEN%">');
    const running = await start([], { case: join(folder, "own.standoff"), web: pathToFileURL(`${web}/`) });
    expect(running.err.text).toBe("");
    const page = await (await fetch(running.url)).text();
    const token = /content="([0-9a-f]{32})"/.exec(page)?.[1] ?? "";
    const form = new FormData();
    form.append("file", new File(["Ilka Toren said on Friday that the bridge was open."], "bridge.txt"));
    form.append("file", new File(["é".repeat(1_000_000)], "long.txt"));
    const headers = { "x-standoff-token": token, origin: new URL(running.url).origin };
    const sent = await fetch(`${running.url}api/documents`, { method: "POST", headers, body: form });
    const { taken } = (await sent.json()) as { taken: { outcome: string }[] };
    expect(taken.map((one) => one.outcome)).toEqual(["new", "new"]);
    const { port, host } = new URL(running.url);
    const head = `POST /api/documents HTTP/1.1\r\nHost: ${host}\r\nx-standoff-token: ${token}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 900000000\r\n\r\n--x`;
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), "127.0.0.1");
      socket.once("data", (chunk) => {
        resolve(chunk.toString("latin1"));
        socket.destroy();
      });
      socket.on("error", reject);
      socket.write(head);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    running.stop();
    expect(await running.ended).toBe(exit.good);
  });

  test("asks callers of other machines for the token in its line", async () => {
    const running = await start([], { case: join(folder, "own.standoff"), host: "0.0.0.0" });
    const url = new URL(running.url);
    expect(url.searchParams.get("token")).toMatch(/^[0-9a-f]{32}$/);
    const local = `http://127.0.0.1:${url.port}/`;
    expect((await fetch(`${local}api/case`)).status).toBe(401);
    const led = await fetch(`${local}api/case${url.search}`, { redirect: "manual" });
    expect([led.status, led.headers.get("location")]).toEqual([303, "/api/case"]);
    const cookie = (led.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    expect((await fetch(`${local}api/case`, { headers: { cookie } })).status).toBe(200);
    running.stop();
    expect(await running.ended).toBe(exit.good);
  });

  const raw = [
    ["another Host", "GET /api/case HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", 421],
    ["no Host", "GET /api/case HTTP/1.1\r\nConnection: close\r\n\r\n", 400],
    [
      "another Host in the address itself",
      "GET http://evil.example/api/case HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
      421,
    ],
    ["a way up", "GET /../../../../etc/passwd HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n", 404],
    [
      "a packed way up",
      "GET /assets/..%2f..%2f..%2fpackage.json HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n",
      404,
    ],
    [
      "bytes that are no text",
      "GET /api/ask/search?words=%ff%fe%00 HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n",
      400,
    ],
    ["a strange escape", "GET /api/ask/claims?actor=%zz HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n", 200],
    ["two Hosts", "GET /api/case HTTP/1.1\r\nHost: HOST\r\nHost: evil.example\r\nConnection: close\r\n\r\n", 421],
  ] as const;
  test("answers raw bytes", async () => {
    const running = await start([], { case: join(folder, "own.standoff") });
    const { port, host } = new URL(running.url);
    for (const [what, bytes, status] of raw) {
      const answer = await new Promise<string>((resolve, reject) => {
        const socket = connect(Number(port), "127.0.0.1");
        let text = "";
        socket.on("data", (chunk) => (text += chunk.toString("latin1")));
        socket.on("close", () => resolve(text));
        socket.on("error", reject);
        socket.end(bytes.replaceAll("HOST", host));
      });
      expect([what, Number(answer.split(" ")[1])]).toEqual([what, status]);
      expect(answer).not.toMatch(/root:|"devDependencies"/);
    }
    running.stop();
    expect(await running.ended).toBe(exit.good);
  });

  test("an address of IPv6 may stand in brackets, as in a URL", async () => {
    const [bare, bracketed] = [
      await listen({ host: "::1", port: 0, further: 0 }),
      await listen({ host: "[::1]", port: 0, further: 0 }),
    ];
    for (const one of [bare, bracketed]) if (one.ok) one.value.server.close();
    // A machine without IPv6 refuses both.
    expect(bracketed.ok).toBe(bare.ok);
  });

  test("ends where the port that was named is taken", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as AddressInfo;
    const running = await start([], { case: join(folder, "own.standoff"), port });
    expect(await running.ended).toBe(exit.someFailed);
    expect(running.out.text).toBe("");
    expect(running.err.text).toContain(`Port ${port} is taken on 127.0.0.1.`);
    expect(running.err.text).toContain("[server/not-listening]");
    const next = await listen({ host: "127.0.0.1", port, further: 20 });
    expect(next.ok && next.value.port > port).toBe(true);
    if (next.ok) next.value.server.close();
    other.close();
  });

  test("a host that is not of this machine is told", async () => {
    const running = await start([], { case: join(folder, "own.standoff"), host: "192.0.2.1" });
    expect(await running.ended).toBe(exit.someFailed);
    expect(running.err.text).toContain("[server/not-listening]");
  });
});

describe("the command line", () => {
  const missing = join(folder, "none.standoff");
  const rows = [
    [
      "without a case",
      ["serve", "--case", missing],
      exit.someFailed,
      "See the built-in demonstration: standoff serve --sample",
    ],
    [
      "with paths that are not there",
      ["serve", join(folder, "nothing"), "--case", missing],
      exit.someFailed,
      "[document/unreadable]",
    ],
    ["with the demonstration and a case", ["serve", "--sample", "--case", missing], exit.usage, "[usage]"],
    ["with the demonstration and paths", ["serve", "--sample", reports], exit.usage, "[usage]"],
    ["with standard input", ["serve", "-"], exit.usage, "[usage]"],
    ["with a port in words", ["serve", "--port", "many"], exit.usage, "from 0 to 65535"],
    ["with a port that is none", ["serve", "--port", "65536"], exit.usage, "from 0 to 65535"],
    [
      "with a file that is no case",
      ["serve", "--case", join(reports, "manifest.json")],
      exit.someFailed,
      "[case/not-a-case]",
    ],
  ] as const;
  for (const [what, argv, code, says] of rows)
    test(what, async () => {
      const said = await standoff(argv);
      expect([said.code, said.out]).toEqual([code, ""]);
      expect(said.err).toContain(says);
    });
  test("no case is left by a mistake", () => expect(existsSync(missing)).toBe(false));
});
