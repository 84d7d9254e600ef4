import { createEngine, readTask, type Task } from "./engine.ts";

const engine = createEngine();

/** What a worker thread of `createPool` runs: a task in, the JSON of its `Outcome<AnnotatedDocument>` out. */
export const readTaskToJson = (task: Task): string => JSON.stringify(readTask(engine, task));
