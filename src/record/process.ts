import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { hostname } from "node:os";

/** What names a process for good: its number alone is given again after it has ended. */
export interface ProcessName {
  readonly pid: number;
  readonly host: string;
  /** When it started, in a form of the operating system's own; null where that cannot be found out. */
  readonly started: string | null;
}

function bootId(): string {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return "";
  }
}

/** When process `pid` of this machine started; null where that cannot be told. Only good for comparing. */
export function startOf(pid: number): string | null {
  if (process.platform === "win32") return null;
  try {
    // proc(5): the command's name may hold spaces and brackets, so fields are counted after the last bracket; the 22nd is the start in ticks since boot.
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const ticks = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    return ticks === undefined ? null : `${bootId()} ${ticks}`;
  } catch {
    const said = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" });
    return said.status === 0 && said.stdout.trim() !== "" ? said.stdout.trim() : null;
  }
}

/** This process. */
export const thisProcess = (): ProcessName => ({
  pid: process.pid,
  host: hostname(),
  started: startOf(process.pid),
});

/** Does the named process still run? True where it cannot be told: it is of another machine, or may not be looked at. */
export function isRunning(name: ProcessName): boolean {
  if (name.host !== hostname()) return true;
  try {
    process.kill(name.pid, 0);
  } catch (error) {
    // EPERM: it is there, and another user's.
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  const started = startOf(name.pid);
  return name.started === null || started === null || started === name.started;
}
