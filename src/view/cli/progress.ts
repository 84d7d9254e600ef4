import { Presets, SingleBar } from "cli-progress";
import type { Shell } from "./shell.ts";

/** Shows how far long work is. On a terminal only; silent otherwise. */
export interface Progress {
  readonly step: () => void;
  readonly stop: () => void;
}

/** A line on stderr with how many `unit` are done, and how many a second. */
export function showProgress(shell: Shell, unit: string, quiet: boolean): Progress {
  if (quiet || !shell.stderr.isTTY) return { step: () => {}, stop: () => {} };
  const started = performance.now();
  let count = 0;
  const rate = (): string => (count / Math.max(0.001, (performance.now() - started) / 1000)).toFixed(0);
  const bar = new SingleBar(
    {
      stream: shell.stderr as NodeJS.WriteStream,
      format: `{value} ${unit}, {rate} a second`,
      hideCursor: true,
      clearOnComplete: true,
      etaBuffer: 200,
    },
    Presets.legacy,
  );
  bar.start(0, 0, { rate: "0" });
  return {
    step: () => {
      count++;
      bar.setTotal(count + 1);
      bar.update(count, { rate: rate() });
    },
    stop: () => bar.stop(),
  };
}
