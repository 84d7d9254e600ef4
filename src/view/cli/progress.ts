import { Presets, SingleBar } from "cli-progress";
import type { Shell } from "./shell.ts";

/** Shows how far long work is. On a terminal only; silent otherwise. */
export interface Progress {
  readonly step: () => void;
  /** One of the addresses is done. */
  readonly address: () => void;
  readonly stop: () => void;
}

/** How many of the addresses are done, for the end of the line: ", 3 of 12 addresses". More may come than were named: the pages that feeds lead to. */
export const addressWords = (done: number, named: number): string =>
  named === 0 && done === 0 ? "" : `, ${done} of ${Math.max(named, done)} addresses`;

/** A line on stderr with how many `unit` are done, how many a second, and how many of `addresses` that were named. */
export function showProgress(shell: Shell, unit: string, quiet: boolean, addresses = 0): Progress {
  if (quiet || !shell.stderr.isTTY) return { step: () => {}, address: () => {}, stop: () => {} };
  const started = performance.now();
  let count = 0;
  let fetched = 0;
  const rate = (): string => (count / Math.max(0.001, (performance.now() - started) / 1000)).toFixed(0);
  const bar = new SingleBar(
    {
      stream: shell.stderr as NodeJS.WriteStream,
      format: `{value} ${unit}, {rate} a second{fetched}`,
      hideCursor: true,
      clearOnComplete: true,
      etaBuffer: 200,
    },
    Presets.legacy,
  );
  const shown = () => ({ rate: rate(), fetched: addressWords(fetched, addresses) });
  bar.start(0, 0, shown());
  return {
    step: () => {
      count++;
      bar.setTotal(count + 1);
      bar.update(count, shown());
    },
    address: () => {
      fetched++;
      bar.update(count, shown());
    },
    stop: () => bar.stop(),
  };
}
