import { Presets, SingleBar } from "cli-progress";
import type { Shell } from "./shell.ts";

/** Shows how far long work is. On a terminal only; silent otherwise. */
export interface Progress {
  readonly step: () => void;
  readonly stop: () => void;
}

/** A line on stderr with how many `unit` are done, of how many where `total` is known, and how many a second. */
export function showProgress(shell: Shell, unit: string, total: number | null, quiet: boolean): Progress {
  if (quiet || !shell.stderr.isTTY) return { step: () => {}, stop: () => {} };
  const started = performance.now();
  let count = 0;
  const rate = (): string => (count / Math.max(0.001, (performance.now() - started) / 1000)).toFixed(0);
  const bar = new SingleBar(
    {
      stream: shell.stderr as NodeJS.WriteStream,
      format:
        total === null
          ? `{value} ${unit}, {rate} a second`
          : `[{bar}] {value}/{total} ${unit}, {rate} a second, {eta_formatted} to go`,
      hideCursor: true,
      clearOnComplete: true,
      etaBuffer: 200,
    },
    Presets.legacy,
  );
  bar.start(total ?? 0, 0, { rate: "0" });
  return {
    step: () => {
      count++;
      if (total === null) bar.setTotal(count + 1);
      bar.update(count, { rate: rate() });
    },
    stop: () => bar.stop(),
  };
}
