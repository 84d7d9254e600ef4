import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { done, type Outcome, problem } from "../../model/outcome.ts";
import { createCase } from "../../record/open.ts";
import { add } from "./add.ts";
import { nothingFetched } from "./address.ts";
import { exit, type Shell, tell } from "./shell.ts";

/** The reports of the built-in demonstration, which lie beside the program. */
export const sampleFolder = new URL("../../../sample/", import.meta.url);

/** The demonstration as a case of its own. */
export interface Sample {
  readonly path: string;
  /** Exit status of adding its reports. */
  readonly status: number;
  /** Takes it off the disk; may be called twice. */
  readonly remove: () => void;
}

/**
 * Makes a case of the reports in `folder` (`report/`, `manifest.json`), in a temporary folder; remove it. Fails with `sample/missing`.
 * The reports are copied there first, so that their paths in the case are short and the same on every machine.
 */
export async function makeSample(shell: Shell, folder: URL): Promise<Outcome<Sample>> {
  const from = fileURLToPath(folder);
  if (!existsSync(join(from, "report"))) {
    return problem(
      "sample/missing",
      `The demonstration's reports are not in ${from}. Install Standoff again, or add reports of your own: standoff add reports/`,
    );
  }
  const place = mkdtempSync(join(tmpdir(), "standoff-sample-"));
  const remove = (): void => rmSync(place, { recursive: true, force: true });
  // A second Ctrl-C ends the process at once, and this is the last that it does.
  process.once("exit", remove);
  const gone = (): void => {
    process.off("exit", remove);
    remove();
  };
  try {
    const made = await fillSample(shell, from, place);
    if (!made.ok) gone();
    return made.ok ? done({ ...made.value, remove: gone }) : made;
  } catch (error) {
    gone();
    throw error;
  }
}

async function fillSample(shell: Shell, from: string, place: string): Promise<Outcome<Omit<Sample, "remove">>> {
  const path = join(place, "sample.standoff");
  cpSync(join(from, "report"), join(place, "report"), { recursive: true });
  const made = createCase(path, shell.clock);
  if (!made.ok) return made;
  made.value.close();
  tell(shell, "Reading the reports of the built-in demonstration; people, places and countries in them are made up.");
  const hasManifest = existsSync(join(from, "manifest.json"));
  if (hasManifest) cpSync(join(from, "manifest.json"), join(place, "manifest.json"));
  const status = await add(shell, [join(place, "report")], {
    case: path,
    manifest: hasManifest ? join(place, "manifest.json") : null,
    publisher: null,
    published: null,
    text: false,
    jobs: 1,
    waitMs: 0,
    takeOver: false,
    quiet: true,
    json: false,
    force: false,
    fetch: nothingFetched,
  });
  return done({ path, status: shell.signal.aborted ? exit.interrupted : status });
}
