import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, onTestFinished, test } from "vitest";
import { applicationId, loadMigrations, type Migration, migrate, schemaVersion } from "../../src/record/migrate.ts";
import { madeFolder } from "./made.ts";

const first: Migration = { number: 1, name: "0001-first.sql", sql: "CREATE TABLE a (x TEXT)" };
const second: Migration = {
  number: 2,
  name: "0002-second.sql",
  sql: "ALTER TABLE a ADD COLUMN y TEXT; UPDATE a SET y = x",
};
const broken: Migration = {
  number: 3,
  name: "0003-broken.sql",
  sql: "CREATE TABLE b (x TEXT); CREATE TABLE a (x TEXT)",
};

function madeFile(): DatabaseSync {
  const sqlite = new DatabaseSync(join(madeFolder(), "a.sqlite"));
  onTestFinished(() => sqlite.close());
  return sqlite;
}

describe("migrations", () => {
  test("a new file gets all of them, and the mark of a case", () => {
    const sqlite = madeFile();
    expect(migrate(sqlite, [first, second])).toBe(2);
    expect(schemaVersion(sqlite)).toBe(2);
    expect(sqlite.prepare("PRAGMA application_id").get()?.application_id).toBe(applicationId);
  });

  test("an older file gets those that it has not had, and keeps what it holds", () => {
    const sqlite = madeFile();
    migrate(sqlite, [first]);
    sqlite.exec("INSERT INTO a VALUES ('kept')");
    expect(migrate(sqlite, [first, second])).toBe(1);
    expect({ ...sqlite.prepare("SELECT * FROM a").get() }).toEqual({ x: "kept", y: "kept" });
  });

  test("a file that has had all is left alone", () => {
    const sqlite = madeFile();
    migrate(sqlite, [first, second]);
    expect(migrate(sqlite, [first, second])).toBe(0);
  });

  test("one that fails leaves the file as it was", () => {
    const sqlite = madeFile();
    migrate(sqlite, [first]);
    expect(() => migrate(sqlite, [first, second, broken])).toThrow("already exists");
    expect(schemaVersion(sqlite)).toBe(1);
    expect(
      sqlite
        .prepare("SELECT name FROM sqlite_schema")
        .all()
        .map((row) => row.name),
    ).toEqual(["a"]);
    expect(sqlite.isTransaction).toBe(false);
  });

  test("those of this version are numbered without gaps and make a sound file", () => {
    const sqlite = madeFile();
    expect(migrate(sqlite)).toBe(loadMigrations().length);
    expect(sqlite.prepare("PRAGMA integrity_check").get()?.integrity_check).toBe("ok");
  });
});
