import { storyMaker } from "../../ingest.ts";
import type { Finding } from "../../record/finding.ts";
import { type Progress, verify } from "../../record/verify.ts";
import { remadeBy } from "../../settle.ts";
import { withCase } from "./case.ts";
import { showProgress } from "./progress.ts";
import { exit, oneLine, type Shell, tell, write } from "./shell.ts";

export interface VerifyOptions {
  readonly case: string;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** `standoff verify`: proves the case and prints every finding; status 1 if there is one. */
export async function verifyCase(shell: Shell, options: VerifyOptions): Promise<number> {
  return withCase(shell, options.case, "read", async (record) => {
    const progress = showProgress(shell, "rows", options.quiet);
    const findings: Finding[] = [];
    let rows = 0;
    try {
      const onProgress = (at: Progress): void => {
        rows = at.done;
        progress.step();
      };
      for await (const finding of verify(record, onProgress, remadeBy(storyMaker()))) {
        findings.push(finding);
        if (shell.signal.aborted) return exit.interrupted;
      }
    } finally {
      progress.stop();
    }
    for (const finding of findings) {
      await write(
        shell.stdout,
        options.json
          ? `${JSON.stringify(finding)}\n`
          : `${oneLine(`${finding.where}: ${finding.fault} (${finding.table})`)}\n`,
      );
    }
    if (findings.length === 0) {
      tell(shell, `${options.case}: ${rows} rows proved; every hash and every span is as it was recorded.`);
      return exit.good;
    }
    tell(
      shell,
      `${options.case}: ${findings.length} ${findings.length === 1 ? "finding" : "findings"}. Restore the file from a copy, or forget the documents named and add them again.`,
    );
    return exit.someFailed;
  });
}
