import type { Problem } from "./outcome.ts";

/** Where a record of a web archive (WARC, ARC) stands. */
export interface RecordPlace {
  /** 1 for the first record of the file. Every record has one, also one that is skipped or could not be read. */
  readonly number: number;
  /**
   * Byte in the file as it is stored. Of a compressed file: where the compressed part begins in which the record begins, since there is no
   * place inside one.
   */
  readonly offset: number;
}

/** What is known of every record that could be read. */
export interface ReadRecord extends RecordPlace {
  /**
   * Was its beginning found by search, after a record of wrong length or damaged bytes? A page can hold words that look like a record, so what was
   * found so may be forged by another page of the archive.
   */
  readonly isRecovered: boolean;
  /** What is wrong with it though it could be read: a digest, a length, a coding that is not as claimed. */
  readonly doubts: readonly Problem[];
}

/** A captured page or file: what a server answered, or what a crawler made of it (`resource`, `conversion`). */
export interface Capture extends ReadRecord {
  readonly kind: "capture";
  readonly url: string;
  /** Time of capture, ISO 8601 in UTC; null where the record gives none that exists. */
  readonly date: string | null;
  /** HTTP status; null where the record holds no HTTP answer. */
  readonly status: number | null;
  /** The field as it was sent, "text/html; charset=utf-8"; null where there is none. */
  readonly contentType: string | null;
  /** The payload, without HTTP head, with transfer and content coding undone. */
  readonly bytes: Uint8Array;
}

/** A page that was the same as at an earlier capture, and was not stored again. */
export interface Revisit extends ReadRecord {
  readonly kind: "revisit";
  readonly url: string;
  /** Time of this visit, ISO 8601 in UTC. */
  readonly date: string | null;
  /** Address and time of the capture that holds the page; null where the record does not say. */
  readonly refersToUrl: string | null;
  readonly refersToDate: string | null;
}

/** A record that holds no page: about the archive, a request, metadata, a name look-up. */
export interface SkippedRecord extends ReadRecord {
  readonly kind: "skipped";
  /** "warcinfo", "request", "metadata", "dns", "filedesc", or another type as written. */
  readonly type: string;
}

/** A record that could not be read. */
export interface RecordProblem extends RecordPlace {
  readonly kind: "problem";
  /** The address that it claims to hold; null where that could not be read. */
  readonly url: string | null;
  readonly problem: Problem;
}

/** What became of one record of a web archive. */
export type ArchiveRecord = Capture | Revisit | SkippedRecord | RecordProblem;

/** How many records there were, by what became of them. `doubtful` are those that were read and have doubts. */
export interface ArchiveTally {
  readonly capture: number;
  readonly revisit: number;
  readonly skipped: number;
  readonly problem: number;
  readonly doubtful: number;
}

/** Before the first record. */
export const emptyTally: ArchiveTally = { capture: 0, revisit: 0, skipped: 0, problem: 0, doubtful: 0 };

/** `tally` with one more record. */
export const tallied = (tally: ArchiveTally, record: ArchiveRecord): ArchiveTally => ({
  ...tally,
  [record.kind]: tally[record.kind] + 1,
  doubtful: tally.doubtful + (record.kind !== "problem" && record.doubts.length > 0 ? 1 : 0),
});
