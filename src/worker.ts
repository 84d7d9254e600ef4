import { createEngine, lineOf, readTask, type Task } from "./engine.ts";
import type { Outcome } from "./model/outcome.ts";

const engine = createEngine();

/** What a worker thread of `createPool` runs: a task in, the JSON of its document out. */
export const readTaskToLine = (task: Task): Outcome<string> => lineOf(readTask(engine, task));
