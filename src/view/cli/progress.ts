import { Presets, SingleBar } from "cli-progress";
import { oneLine, type Shell } from "./shell.ts";

/** Shows how far long work is. On a terminal only; silent otherwise. */
export interface Progress {
  readonly step: () => void;
  /** A long document is being read, of so many bytes; shown until the next one is done. */
  readonly reading: (name: string, bytes: number) => void;
  /** Stories are being settled; nothing moves until they are. */
  readonly settling: () => void;
  /** One of the addresses is done. */
  readonly address: () => void;
  readonly stop: () => void;
}

/** How many of the addresses are done, for the end of the line: ", 3 of 12 addresses". More may come than were named: the pages that feeds lead to. */
export const addressWords = (done: number, named: number): string =>
  named === 0 && done === 0 ? "" : `, ${done} of ${Math.max(named, done)} addresses`;

/** What long document is being read, for the end of the line: "; reading mb.txt, 1.0 MB". */
export const readingWords = (name: string, bytes: number): string =>
  oneLine(`; reading ${name.length > 40 ? `…${name.slice(-39)}` : name}, ${(bytes / 1e6).toFixed(1)} MB`);

/** A line on stderr with how many `unit` are done, how many a second, and how many of `addresses` that were named. */
export function showProgress(shell: Shell, unit: string, quiet: boolean, addresses = 0): Progress {
  if (quiet || !shell.stderr.isTTY) {
    return { step: () => {}, reading: () => {}, settling: () => {}, address: () => {}, stop: () => {} };
  }
  const started = performance.now();
  let count = 0;
  let fetched = 0;
  let doing = "";
  const rate = (): string => (count / Math.max(0.001, (performance.now() - started) / 1000)).toFixed(0);
  const bar = new SingleBar(
    {
      stream: shell.stderr as NodeJS.WriteStream,
      format: `{value} ${unit}, {rate} a second{fetched}{doing}`,
      hideCursor: true,
      clearOnComplete: true,
      etaBuffer: 200,
    },
    Presets.legacy,
  );
  const shown = () => ({ rate: rate(), fetched: addressWords(fetched, addresses), doing });
  bar.start(0, 0, shown());
  return {
    step: () => {
      count++;
      doing = "";
      bar.setTotal(count + 1);
      bar.update(count, shown());
    },
    reading: (name, bytes) => {
      doing = readingWords(name, bytes);
      bar.update(count, shown());
    },
    settling: () => {
      // Nothing is drawn while this thread works; a process ended meanwhile must leave a line and a cursor behind.
      bar.stop();
      shell.stderr.write("putting the reports into stories\n");
    },
    address: () => {
      fetched++;
      bar.update(count, shown());
    },
    stop: () => bar.stop(),
  };
}
