import type { Generated } from "kysely";

/** A list or tree kept as JSON text. */
export type Json = string;
/** A flag kept as 0 or 1. */
export type Flag = 0 | 1;

export interface CaseInfoTable {
  readonly key: string;
  readonly value: string;
}

export interface WriterTable {
  readonly only_one: number;
  readonly pid: number;
  readonly host: string;
  readonly started: string | null;
  readonly since: string;
}

export interface BlobTable {
  readonly sha256: string;
  readonly size: number;
  readonly coding: "none" | "zstd";
  readonly bytes: Uint8Array;
}

export interface TextTable {
  readonly id: Generated<number>;
  readonly sha256: string;
  readonly body: string;
}

export interface DocumentTable {
  readonly id: Generated<number>;
  readonly place: string;
  readonly external_id: string | null;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly path: string | null;
  readonly recorded_at: string;
}

export interface RevisionTable {
  readonly id: Generated<number>;
  readonly document: number;
  readonly number: number;
  readonly bytes_sha256: string;
  readonly text: number;
  readonly text_sha256: string;
  readonly given: Json;
  readonly published_at: string | null;
  readonly published_by: string | null;
  readonly published_first: string | null;
  readonly published_last: string | null;
  readonly modified_at: string | null;
  readonly retrieved_at: string | null;
  readonly recorded_at: string;
}

export interface RunTable {
  readonly id: Generated<number>;
  readonly engine: string;
  readonly version: string;
  readonly weights_hash: string | null;
  readonly lexicon_hash: string;
  readonly at: string;
}

export interface ReadingTable {
  readonly id: Generated<number>;
  readonly revision: number;
  readonly run: number;
  readonly given_id: string;
  readonly lang: string | null;
  readonly title: string | null;
  readonly meta: Json;
  readonly blocks: Json;
  readonly sentences: Json;
  readonly sha256: string;
  readonly recorded_at: string;
}

/** What every row of a layer begins with: its reading, its id in the document, its place in the layer's list. */
interface LayerRow {
  readonly reading: number;
  readonly id: string;
  readonly position: number;
}

export interface ActorTable extends LayerRow {
  readonly name: string;
  readonly kind: string;
  readonly named: Flag;
  readonly public: Flag | null;
  readonly wikidata: string | null;
  readonly country: string | null;
  readonly roles: Json;
  readonly aliases: Json;
}

export interface NameTable {
  readonly id: Generated<number>;
  readonly form: string;
}

export interface NameKeyTable {
  readonly key: string;
  readonly name: number;
}

export interface ActorFormTable {
  readonly name: number;
  readonly reading: number;
  readonly actor: string;
}

/** A view: every form of every actor's name under every key (`nameKeys`) that finds it. */
export interface ActorNameView {
  readonly key: string;
  readonly reading: number;
  readonly actor: string;
  readonly form: string;
}

export interface MentionTable extends LayerRow {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  readonly form: string;
  readonly actor: string | null;
}

export interface TimexTable extends LayerRow {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly value: string | null;
  readonly first: string | null;
  readonly last: string | null;
  readonly by: string;
}

export interface PlaceTable extends LayerRow {
  readonly mention: string;
  readonly name: string;
  readonly geonames: number | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly country: string | null;
  readonly precision: string | null;
  readonly by: string;
  readonly score: number | null;
}

export interface AttributionTable extends LayerRow {
  /** First unit of source, cue and content. */
  readonly first: number;
  readonly source: Json;
  readonly cue: Json;
  readonly content: Json;
  readonly kind: string;
  readonly polarity: string;
  readonly stance: string;
  readonly via: Json | null;
  readonly parent: string | null;
  readonly date_start: string | null;
  readonly date_end: string | null;
  readonly date_by: string | null;
  readonly score: number | null;
}

export interface AttributionActorTable {
  readonly reading: number;
  readonly attribution: string;
  readonly part: "speaker" | "target";
  readonly position: number;
  readonly actor: string;
}

export interface MarkTable extends LayerRow {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  readonly polarity: string;
  readonly target: string | null;
  readonly words: Json;
}

export interface AttributionMarkTable {
  readonly reading: number;
  readonly attribution: string;
  readonly position: number;
  readonly mark: string;
}

export interface EventTable extends LayerRow {
  /** First unit of the trigger. */
  readonly first: number;
  readonly trigger: Json;
  readonly type: string | null;
  readonly class: string;
  readonly mode: string | null;
  readonly context: Json;
  readonly places: Json;
  readonly date_start: string | null;
  readonly date_end: string | null;
  readonly date_by: string | null;
  readonly realis: string;
  readonly factuality: string;
  readonly attribution: string | null;
  readonly quantities: Json;
  readonly score: number | null;
}

export interface EventActorTable {
  readonly reading: number;
  readonly event: string;
  readonly part: "actor" | "recipient";
  readonly position: number;
  readonly actor: string;
}

export interface QuantityTable extends LayerRow {
  readonly start: number;
  readonly end: number;
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly bound: string;
  readonly unit: string | null;
  readonly of: string | null;
  readonly event: string | null;
}

export interface DecisionTable {
  readonly id: Generated<number>;
  readonly revision: number;
  readonly layer: string;
  readonly spans: Json;
  readonly field: string | null;
  readonly action: string;
  readonly value: Json | null;
  readonly by: string;
  readonly at: string;
  readonly why: string | null;
  readonly withdrawn_at: string | null;
}

export interface LinkTable {
  readonly id: Generated<number>;
  readonly kind: string;
  readonly from_reading: number;
  readonly from_id: string;
  readonly to_reading: number;
  readonly to_id: string;
  readonly reason: string;
  readonly at: string;
  readonly withdrawn_at: string | null;
  readonly apart: Flag;
}

export interface TombstoneTable {
  readonly id: Generated<number>;
  readonly document: number;
  readonly place_sha256: string;
  readonly bytes_sha256: Json;
  readonly at: string;
  readonly reason: string;
}

export interface SpellingTable {
  readonly key: string;
  readonly form: string;
}

/** The full-text index; `rowid` is the reading. `search` as a column takes MATCH. */
export interface SearchTable {
  readonly rowid: number;
  readonly title: string;
  readonly body: string;
  readonly search: string;
  readonly rank: number;
}

export interface StoryTable {
  readonly id: Generated<number>;
  readonly out_of: number | null;
  readonly joined: number | null;
  readonly ledger: Json | null;
  readonly stale: Flag;
  readonly maker: string | null;
}

export interface StoryDocumentTable {
  readonly document: number;
  readonly story: number;
  readonly likeness: number | null;
  readonly reason: string;
  readonly settled: Flag;
}

/** The tables of a case as the schema's last migration leaves them (schema/*.sql). */
export interface Tables {
  readonly case_info: CaseInfoTable;
  readonly writer: WriterTable;
  readonly blob: BlobTable;
  readonly text: TextTable;
  readonly document: DocumentTable;
  readonly revision: RevisionTable;
  readonly run: RunTable;
  readonly reading: ReadingTable;
  readonly actor: ActorTable;
  readonly name: NameTable;
  readonly name_key: NameKeyTable;
  readonly actor_form: ActorFormTable;
  readonly actor_name: ActorNameView;
  readonly mention: MentionTable;
  readonly timex: TimexTable;
  readonly place: PlaceTable;
  readonly attribution: AttributionTable;
  readonly attribution_actor: AttributionActorTable;
  readonly mark: MarkTable;
  readonly attribution_mark: AttributionMarkTable;
  readonly event: EventTable;
  readonly event_actor: EventActorTable;
  readonly quantity: QuantityTable;
  readonly decision: DecisionTable;
  readonly link: LinkTable;
  readonly tombstone: TombstoneTable;
  readonly spelling: SpellingTable;
  readonly search: SearchTable;
  readonly story: StoryTable;
  readonly story_document: StoryDocumentTable;
}
