import { storyMaker } from "../../ingest.ts";
import type { Finding } from "../../record/finding.ts";
import { madeByOthers } from "../../record/story-maker.ts";
import { type Progress, verify } from "../../record/verify.ts";
import { remadeBy } from "../../settle.ts";
import { withCase } from "./case.ts";
import { otherMakerNote } from "./made-by.ts";
import { showProgress } from "./progress.ts";
import { exit, oneLine, type Shell, tell, write } from "./shell.ts";

export interface VerifyOptions {
  readonly case: string;
  readonly json: boolean;
  readonly quiet: boolean;
}

/**
 * `standoff verify`: proves the case and prints every finding; status 1 if there is one. What another version made of stories is told and is no finding: it
 * cannot be compared, and the next `standoff add` makes it anew.
 */
export async function verifyCase(shell: Shell, options: VerifyOptions): Promise<number> {
  return withCase(shell, options.case, "read", async (record) => {
    const progress = showProgress(shell, "rows", options.quiet);
    const findings: Finding[] = [];
    const maker = storyMaker();
    let rows = 0;
    try {
      const onProgress = (at: Progress): void => {
        rows = at.done;
        progress.step();
      };
      for await (const finding of verify(record, onProgress, remadeBy(maker))) {
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
    const note = otherMakerNote(madeByOthers(record, maker.identity));
    if (note !== null) tell(shell, `${options.case}: ${note}`);
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
