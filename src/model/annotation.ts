import type { Actor } from "./actor.ts";
import type { Attribution } from "./attribution.ts";
import type { Block } from "./block.ts";
import type { DocumentMeta } from "./document.ts";
import type { EventMention } from "./event.ts";
import type { Mark } from "./mark.ts";
import type { Mention } from "./mention.ts";
import type { Place } from "./place.ts";
import type { Provenance } from "./provenance.ts";
import type { Quantity } from "./quantity.ts";
import type { Spans } from "./span.ts";
import type { Timex } from "./timex.ts";
import type { Token } from "./token.ts";

/** One document of the format `standoff/1` with all its layers: what `annotate` prints and the record keeps. */
export interface AnnotatedDocument {
  readonly format: "standoff/1";
  readonly line: "document";
  readonly id: string;
  readonly text: string;
  readonly lang: string | null;
  readonly meta: DocumentMeta;
  readonly blocks: readonly Block[];
  readonly sentences: Spans;
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
  readonly actors: readonly Actor[];
  readonly timexes: readonly Timex[];
  readonly places: readonly Place[];
  readonly quantities: readonly Quantity[];
  readonly marks: readonly Mark[];
  readonly attributions: readonly Attribution[];
  readonly events: readonly EventMention[];
  readonly provenance: Provenance;
}

/** The layers of a text in which nothing was looked for beyond its sentences and words. */
export const nothingRead = {
  mentions: [],
  actors: [],
  timexes: [],
  places: [],
  quantities: [],
  marks: [],
  attributions: [],
  events: [],
} as const satisfies Partial<AnnotatedDocument>;
