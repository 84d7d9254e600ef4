import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { dump } from "../../src/record/dump.ts";
import { type CaseRecord, createCase, fileOf, openCase } from "../../src/record/open.ts";
import { startOf } from "../../src/record/process.ts";
import { write } from "../../src/record/write.ts";
import { added, bare, clock, codeOf, found, got, incoming, madeCase, madeFolder, now, opened } from "./made.ts";

const sourceFolder = fileURLToPath(new URL("../../src/record/", import.meta.url));
const waitMs = 0;

/** A closed case with one document. */
function closedCase(): string {
  const record = madeCase();
  added(record, "a", "Words of a document.");
  record.close();
  return record.path;
}

/** A case of `count` documents, closed. */
function largeCase(count: number): string {
  const record = madeCase();
  for (let at = 0; at < count; at++) added(record, `d${at}`, `Words of document ${at}. `.repeat(40));
  record.close();
  return record.path;
}

/** Another process that runs `script` as a module; `print` in it writes a line. Ended when the test has finished. */
function otherProcess(script: string): {
  readonly pid: number;
  readonly kill: () => Promise<void>;
  readonly line: Promise<string>;
} {
  const program = `const { createCase, openCase } = await import(${JSON.stringify(pathToFileURL(join(sourceFolder, "open.ts")).href)});
    const clock = () => "2024-05-15T08:00:00Z"; ${script}`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const line = new Promise<string>((resolve) => child.stdout.once("data", (data) => resolve(String(data).trim())));
  return {
    pid: child.pid!,
    line,
    kill: () => {
      child.kill("SIGKILL");
      return ended;
    },
  };
}

describe("making a case", () => {
  test("it is one file, which opens again, and is one file again", async () => {
    const path = closedCase();
    expect(readdirSync(join(path, ".."))).toEqual(["case.standoff"]);
    const reader = await opened(path, "read");
    expect(reader.sqlite.prepare("SELECT count(*) AS n FROM document").get()?.n).toBe(1);
    expect(() => reader.sqlite.exec("DELETE FROM writer")).toThrow("readonly");
    reader.close();
    expect(readdirSync(join(path, ".."))).toEqual(["case.standoff"]);
  });

  test("what is already there is not touched", () => {
    const path = join(madeFolder(), "notes.txt");
    writeFileSync(path, "mine");
    expect(codeOf(createCase(path, clock))).toBe("case/exists");
    expect(readFileSync(path, "utf8")).toBe("mine");
  });

  test("a folder that is not there", () => {
    expect(codeOf(createCase(join(madeFolder(), "none", "case.standoff"), clock))).toBe("case/missing");
  });

  test("closing twice is harmless", () => {
    const record = madeCase();
    record.close();
    record.close();
    expect(record.sqlite.isOpen).toBe(false);
  });
});

describe("what is not a case, or cannot be one here", () => {
  const sqlite = (path: string, sql: string): void => {
    const other = new DatabaseSync(path);
    other.exec(sql);
    other.close();
  };
  const rows: readonly (readonly [what: string, make: (path: string) => void, code: string, said: RegExp])[] = [
    ["nothing", () => {}, "case/missing", /standoff init/],
    ["a folder", (path) => mkdirSync(path), "case/not-a-case", /is a folder/],
    ["an empty file", (path) => writeFileSync(path, ""), "case/not-a-case", /standoff init/],
    ["a text", (path) => writeFileSync(path, "Words of a text. ".repeat(100)), "case/not-a-case", /not a database/],
    [
      "another application's database",
      (path) => sqlite(path, "CREATE TABLE t (a)"),
      "case/not-a-case",
      /not a Standoff/,
    ],
    [
      "a case of a newer version",
      (path) => {
        copyFileSync(closedCase(), path);
        sqlite(path, "PRAGMA user_version = 8");
      },
      "case/newer",
      /schema version 8, and this Standoff knows versions up to 7\. Update/,
    ],
    [
      "a case cut off in its middle",
      (path) => {
        copyFileSync(largeCase(60), path);
        truncateSync(path, 20 * 4096);
      },
      "case/damaged",
      /standoff verify/,
    ],
  ];
  for (const [what, make, code, said] of rows) {
    for (const mode of ["read", "write"] as const) {
      test(`${what}, opened to ${mode}`, async () => {
        const path = join(madeFolder(), "case.standoff");
        make(path);
        const outcome = await openCase(path, { mode, waitMs, clock });
        expect(codeOf(outcome)).toBe(code);
        expect(outcome.ok ? "" : outcome.problem.message).toMatch(said);
      });
    }
  }
});

describe("one writes, any number read", () => {
  test("a second writer is told who the first one is", async () => {
    const record = madeCase();
    const outcome = await openCase(record.path, { mode: "write", waitMs: 60, clock });
    expect(codeOf(outcome)).toBe("case/in-use");
    expect(outcome.ok ? "" : outcome.problem.message).toContain(`in use by process ${process.pid} on ${hostname()}`);
  });

  test("it waits for the first one to finish", async () => {
    const record = madeCase();
    const second = openCase(record.path, { mode: "write", waitMs: 20_000, clock });
    await setTimeout(120);
    record.close();
    const outcome = await second;
    expect(codeOf(outcome)).toBe("done");
    got(outcome).close();
  });

  test("a reader sees what the writer has written", async () => {
    const record = madeCase();
    const reader = await opened(record.path, "read");
    added(record, "a", "Words.");
    expect(reader.sqlite.prepare("SELECT count(*) AS n FROM document").get()?.n).toBe(1);
    expect(codeOf(write(reader, incoming("b", "Other."), bare("b", "Other."), now))).toBe("case/read-only");
  });

  test("another process keeps its case, and a killed one loses it", async () => {
    const path = closedCase();
    const other = otherProcess(
      `const opened = await openCase(${JSON.stringify(path)}, { mode: "write", waitMs: 0, clock });
       console.log(opened.ok); setInterval(() => opened, 1000);`,
    );
    expect(await other.line).toBe("true");
    const refused = await openCase(path, { mode: "write", waitMs, clock });
    expect(refused.ok ? "" : refused.problem.message).toContain(`process ${other.pid} `);
    await other.kill();
    const record = await opened(path);
    expect(record.sqlite.prepare("SELECT pid FROM writer").get()?.pid).toBe(process.pid);
    expect(await found(record)).toEqual([]);
  });

  const own = startOf(process.pid);
  const holders: readonly (readonly [what: string, pid: number, host: string, started: string | null, code: string])[] =
    [
      ["a process that has ended", 2 ** 22 + 1, hostname(), null, "done"],
      [
        "a number given again to a later process",
        process.pid,
        hostname(),
        `${own} before`,
        own === null ? "case/in-use" : "done",
      ],
      ["this process", process.pid, hostname(), own, "case/in-use"],
      ["a process whose start is not known", process.pid, hostname(), null, "case/in-use"],
      ["a process of another machine", 1, `not-${hostname()}`, "x", "case/in-use"],
    ];
  for (const [what, pid, host, started, code] of holders) {
    test(`the writer's row of ${what}: ${code}`, async () => {
      const path = closedCase();
      const sqlite = new DatabaseSync(path);
      sqlite.prepare("INSERT INTO writer VALUES (1, ?, ?, ?, ?)").run(pid, host, started, now);
      sqlite.close();
      const outcome = await openCase(path, { mode: "write", waitMs, clock });
      expect(codeOf(outcome)).toBe(code);
      if (outcome.ok) outcome.value.close();
    });
  }
});

describe("a writer of another machine", () => {
  const heldElsewhere = (): string => {
    const path = closedCase();
    const sqlite = new DatabaseSync(path);
    sqlite.prepare("INSERT INTO writer VALUES (1, 1, ?, 'x', ?)").run(`not-${hostname()}`, now);
    sqlite.close();
    return path;
  };

  test("the user is told how to take over, and it is taken over", async () => {
    const path = heldElsewhere();
    const refused = await openCase(path, { mode: "write", waitMs, clock });
    expect(refused.ok ? "" : refused.problem.message).toMatch(/If that process is gone, add --take-over\.$/);
    const record = got(await openCase(path, { mode: "write", waitMs, clock, takeOver: true }));
    expect(record.sqlite.prepare("SELECT pid, host FROM writer").all()).toEqual([
      { pid: process.pid, host: hostname() },
    ]);
    record.close();
    got(await openCase(path, { mode: "write", waitMs, clock })).close();
  });

  test("who was taken over leaves the row of the next one", async () => {
    const record = madeCase();
    record.sqlite.prepare("UPDATE writer SET host = ?").run(`not-${hostname()}`);
    record.close();
    expect(codeOf(await openCase(record.path, { mode: "write", waitMs, clock }))).toBe("case/in-use");
  });

  for (const when of ["before", "while"] as const) {
    test(`waiting ends when the signal is given ${when} it waits`, async () => {
      const stop = new AbortController();
      if (when === "before") stop.abort();
      const outcome = openCase(heldElsewhere(), { mode: "write", waitMs: 600_000, clock, signal: stop.signal });
      stop.abort();
      expect(codeOf(await outcome)).toBe("case/in-use");
    });
  }
});

test("the file that a name means", () => {
  const rows = [
    ["a b.standoff", "a b.standoff"],
    ["file:///tmp/a%20b.standoff?mode=ro", "/tmp/a b.standoff"],
    ["file:a.standoff?mode=ro#x", "a.standoff"],
  ] as const;
  for (const [name, file] of process.platform === "win32" ? [] : rows) expect(fileOf(name)).toBe(file);
});

describe("a case that cannot be written to", () => {
  test("by SQLite's own word for it", async () => {
    const path = `${pathToFileURL(closedCase()).href}?mode=ro`;
    expect(codeOf(await openCase(path, { mode: "write", waitMs, clock }))).toBe("case/read-only");
    const reader = await opened(path, "read");
    expect(await found(reader)).toEqual([]);
  });

  // The owner of everything may write everywhere, so another user has to try.
  const plainUser = process.platform !== "win32" && process.getuid?.() === 0 ? 65_534 : undefined;
  const asOther = (program: string): string => {
    const url = JSON.stringify(pathToFileURL(join(sourceFolder, "open.ts")).href);
    const done = spawnSync(
      process.execPath,
      [
        "--input-type=module",
        "-e",
        `const { createCase, openCase } = await import(${url}); const clock = () => ""; ${program}`,
      ],
      { encoding: "utf8", ...(plainUser === undefined ? {} : { uid: plainUser, gid: plainUser }) },
    );
    return done.stdout.trim() || done.stderr;
  };
  const codes = (path: string) =>
    asOther(`const codes = [];
      for (const mode of ["read", "write"]) {
        const opened = await openCase(${JSON.stringify(path)}, { mode, waitMs: 0, clock });
        codes.push(opened.ok ? opened.value.sqlite.prepare("SELECT count(*) AS n FROM document").get().n : opened.problem.code);
      }
      console.log(codes.join(" "));`);

  test.skipIf(process.platform === "win32")("a file without the right to write, in a folder without it", () => {
    const path = closedCase();
    chmodSync(path, 0o444);
    chmodSync(join(path, ".."), 0o555);
    expect(codes(path)).toBe("1 case/read-only");
    chmodSync(join(path, ".."), 0o755);
  });

  test.skipIf(process.platform === "win32")("with changes beside it that only a writer could take in", () => {
    const record = madeCase();
    added(record, "a", "Words.");
    const folder = madeFolder();
    const path = join(folder, "case.standoff");
    for (const end of ["", "-wal"]) copyFileSync(`${record.path}${end}`, `${path}${end}`);
    chmodSync(path, 0o444);
    chmodSync(`${path}-wal`, 0o444);
    chmodSync(folder, 0o555);
    expect(codes(path)).toBe("case/read-only case/read-only");
    chmodSync(folder, 0o755);
  });

  test.skipIf(process.platform === "win32")("a folder in which none can be made", () => {
    const folder = madeFolder();
    chmodSync(folder, 0o555);
    const path = JSON.stringify(join(folder, "case.standoff"));
    expect(asOther(`console.log(createCase(${path}, clock).problem?.code)`)).toBe("case/read-only");
    chmodSync(folder, 0o755);
  });
});

describe("a full disk", () => {
  const fill = (record: CaseRecord): readonly string[] => {
    const codes = [];
    for (let at = 0; at < 400; at++) {
      const text = `Document ${at}. ${"Words that fill pages. ".repeat(20)}${at}`;
      codes.push(codeOf(write(record, incoming(`d${at}`, text), bare(`d${at}`, text), now)));
    }
    return codes;
  };

  test("what was stored stays, and adding goes on when there is room", async () => {
    const record = madeCase();
    record.sqlite.exec("PRAGMA max_page_count = 150");
    const codes = fill(record);
    const stored = codes.filter((code) => code === "done").length;
    expect(stored).toBeGreaterThan(10);
    expect(new Set(codes)).toEqual(new Set(["done", "case/full"]));
    expect(record.sqlite.prepare("SELECT count(*) AS n FROM document").get()?.n).toBe(stored);
    expect(await found(record)).toEqual([]);
    record.sqlite.exec("PRAGMA max_page_count = 100000");
    expect(new Set(fill(record))).toEqual(new Set(["done"]));
    const undisturbed = madeCase();
    fill(undisturbed);
    expect(dump(record).split("\n").length).toBe(dump(undisturbed).split("\n").length);
  });
});

test("a case that was being made when its process ended is not there", async () => {
  const folder = madeFolder();
  const path = join(folder, "case.standoff");
  const other = otherProcess(`
    const { DatabaseSync } = await import("node:sqlite");
    DatabaseSync.prototype.exec = () => { console.log("begun"); process.kill(process.pid, "SIGKILL"); };
    createCase(${JSON.stringify(path)}, clock);`);
  expect(await other.line).toBe("begun");
  await other.kill();
  expect(existsSync(path)).toBe(false);
  got(createCase(path, clock)).close();
});
