import { expect, test } from "vitest";
import { isNoReport } from "../../src/model/file-name.ts";

const names = [
  ["report.html", false],
  ["report", false],
  ["rows.jsonl", false],
  ["readme-of-the-ministry.txt", false],
  [".json", true],
  [".DS_Store", true],
  ["report.txt~", true],
  ["README", true],
  ["Licence.TXT", true],
  ["photo.PNG", true],
  ["key.json", true],
  ["result.json", false],
  ["message.eml", false],
  ["crawl.warc.gz", false],
  ["crawl.cdxj", true],
  ["clip.mp4", true],
  ["case.standoff-wal", true],
] as const;
for (const [name, is] of names)
  test(`${name} is ${is ? "left out" : "taken"}`, () => expect(isNoReport(name)).toBe(is));
