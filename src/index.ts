/** The library's face: the pipeline, the record, and the questions that a case can be asked. Types and constructors are in `standoff/model`, readers and writers in `standoff/format`. */
export {
  createEngine,
  createPool,
  type Engine,
  loadLexicon,
  mapInOrder,
  type ReaderPool,
  type Task,
  version,
} from "./engine.ts";
export {
  type Arrival,
  arrivalsIn,
  type FileContext,
  fileArrivals,
  type IngestOptions,
  ingest,
  type Listener,
  listFiles,
  noListener,
  type Origin,
  readManifest,
  type Step,
  type Tally,
} from "./ingest.ts";
export { createPipeline, type FileNotes, type Pipeline, type ReadFile, readBytes } from "./pipeline.ts";
export { askActor } from "./record/ask/actor.ts";
export { askActors } from "./record/ask/actors.ts";
export { askClaims } from "./record/ask/claims.ts";
export { askDocument } from "./record/ask/document.ts";
export { askDocuments } from "./record/ask/documents.ts";
export { askEvents } from "./record/ask/events.ts";
export { askSearch } from "./record/ask/search.ts";
export { askTimeline } from "./record/ask/timeline.ts";
export { decide, withdrawDecision } from "./record/decide.ts";
export type { Finding } from "./record/finding.ts";
export { forget } from "./record/forget.ts";
export { link, withdrawLink } from "./record/link.ts";
export { type CaseRecord, createCase, openCase } from "./record/open.ts";
export { readReading } from "./record/read.ts";
export { verify } from "./record/verify.ts";
export { lookUp, write } from "./record/write.ts";
