import { existsSync, readFileSync } from "node:fs";

// Adds up what `npm run check` printed and what vitest wrote as JSON: `node script/tally.ts CHECK TESTS`. The last line is the count.
const [checkPath = "", testsPath = ""] = process.argv.slice(2);

interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The part of vitest's JSON report (Jest's form) that is counted. */
interface TestReport {
  readonly success: boolean;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/** The checks, by their last line; a run that broke off before it is one failure. */
function tallyChecks(): Tally {
  const found = /^(\d+) passed, (\d+) failed\s*$/m.exec(readFileSync(checkPath, "utf8"));
  return found
    ? { passed: Number(found[1]), failed: Number(found[2]), skipped: 0 }
    : { passed: 0, failed: 1, skipped: 0 };
}

/** The tests. A file that failed without a failed test (it does not load) is one failure, and so is a missing report. */
function tallyTests(): Tally {
  if (!existsSync(testsPath)) return { passed: 0, failed: 1, skipped: 0 };
  const { success, testResults } = JSON.parse(readFileSync(testsPath, "utf8")) as TestReport;
  const statuses = testResults.flatMap((file) => {
    const own = file.assertionResults.map((one) => one.status);
    return file.status === "failed" && !own.includes("failed") ? [...own, "failed"] : own;
  });
  const passed = statuses.filter((status) => status === "passed").length;
  const failed = statuses.filter((status) => status === "failed").length;
  // An error outside of any test fails the run, not a test.
  return { passed, failed: success ? failed : Math.max(1, failed), skipped: statuses.length - passed - failed };
}

const parts = [tallyChecks(), tallyTests()];
const sum = (of: keyof Tally): number => parts.reduce((total, part) => total + part[of], 0);
const skipped = sum("skipped");
console.log(`${sum("passed")} passed, ${sum("failed")} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exitCode = sum("failed") > 0 ? 1 : 0;
