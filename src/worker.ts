import { workerData } from "piscina";
import { createEngine, lineOf, loadLexicon, readTask, type Task } from "./engine.ts";
import type { Outcome } from "./model/outcome.ts";
import { type SharedCore, startCore } from "./pipeline.ts";

// The pool hands every thread the weights that it loaded.
const engine = createEngine(loadLexicon(), startCore(workerData as SharedCore));

/** What a worker thread of `createPool` runs: a task in, the JSON of its document out. */
export const readTaskToLine = async (task: Task): Promise<Outcome<string>> => lineOf(await readTask(engine, task));
