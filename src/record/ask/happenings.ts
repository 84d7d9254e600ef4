import { sql } from "kysely";
import type { IsoDay } from "../../model/document.ts";
import { type EventType, type Factuality, type Realis } from "../../model/event.ts";
import type { FigurePoint, FigureSeries, Happening, HeldValue, Holder } from "../../model/ledger.ts";
import type { Spans } from "../../model/span.ts";
import type { CaseRecord } from "../open.ts";
import { type Cited, citedIn, headsOf, sentencesAround, spansIn, wordsOf } from "./cited.ts";
import { type AskContext, noContext } from "./filter.ts";
import { isHeldBy, type LedgerFilter, namedIn, nameIn, type SeenLedger, seenLedgers, stretch } from "./seen-ledger.ts";

/** Which happenings are asked for. */
export interface HappeningsFilter extends LedgerFilter {
  readonly type?: readonly EventType[] | undefined;
  /** Only those that at least so many documents tell; default: 2. */
  readonly least?: number | undefined;
}

/** A happening, with the sentence of its first telling. */
export interface HappeningRow extends Cited {
  /** Public id, "t7.h1". */
  readonly happening: string;
  readonly story: string;
  readonly trigger: string | null;
  readonly type: EventType | null;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly place: string | null;
  readonly first: IsoDay | null;
  readonly last: IsoDay | null;
  /** How it is told: every mood of reality, each once; and whether somebody says that it was not so. */
  readonly realis: readonly Realis[];
  readonly denied: boolean;
  readonly documents: number;
  readonly tellings: number;
  /** Slots on which the tellings differ, every value with its holders. */
  readonly conflicts: readonly HeldValue[];
}

/** One telling of a happening, with its sentence. */
export interface HappeningTelling extends Cited {
  /** Public id of the event, "r14.e2". */
  readonly event: string;
  readonly trigger: string | null;
  readonly realis: Realis;
  readonly factuality: Factuality;
  /** The claim that carries it, "t7.c2"; null in the publisher's own words. */
  readonly claim: string | null;
  readonly reason: string;
}

/** One happening with all its tellings. */
export interface OneHappening extends HappeningRow {
  readonly told: readonly HappeningTelling[];
}

interface Found {
  readonly seen: SeenLedger;
  readonly happening: Happening;
}

const documentsOf = ({ places }: Happening): number => new Set(places.map(({ document }) => document)).size;

/** Triggers of the events of these readings: `reading.e2` to its spans. */
async function triggersIn(record: CaseRecord, readings: readonly number[]): Promise<ReadonlyMap<string, Spans>> {
  const { rows } = await sql<{ reading: number; id: string; trigger: string }>`
    SELECT e.reading, e.id, e.trigger FROM json_each(${JSON.stringify([...new Set(readings)])}) wanted CROSS JOIN event e ON e.reading = wanted.value
  `.execute(record.db);
  return new Map(rows.map(({ reading, id, trigger }) => [`${reading}.${id}`, spansIn(trigger)]));
}

const readingsOf = ({ seen, happening }: Found): readonly number[] =>
  happening.places.map(({ document }) => seen.readings.get(document)).filter((reading) => reading !== undefined);

async function rowsOf(record: CaseRecord, found: readonly Found[]): Promise<readonly OneHappening[]> {
  const readings = found.flatMap(readingsOf);
  const heads = await headsOf(record, readings);
  const triggers = await triggersIn(record, readings);
  return found.flatMap(({ seen, happening }): readonly OneHappening[] => {
    const told = happening.places.flatMap((place): readonly HappeningTelling[] => {
      const reading = seen.readings.get(place.document);
      const head = reading === undefined ? undefined : heads.get(reading);
      const trigger = triggers.get(`${reading}.${place.event}`) ?? [];
      const sentence = head ? sentencesAround(spansIn(head.sentences), trigger) : null;
      if (!head || !sentence) return [];
      return [
        {
          event: `r${head.revision}.${place.event}`,
          trigger: wordsOf(head.body, trigger),
          realis: place.realis,
          factuality: place.factuality,
          claim: place.claim === null ? null : nameIn(seen, place.claim),
          reason: place.reason,
          ...citedIn(head, sentence),
        },
      ];
    });
    const [first] = told;
    if (!first) return [];
    const { event: _event, factuality: _factuality, claim: _claim, reason: _reason, realis: _realis, ...cited } = first;
    return [
      {
        ...cited,
        happening: nameIn(seen, happening.id),
        story: seen.story,
        type: happening.type,
        actors: happening.actors,
        recipients: happening.recipients,
        place: happening.place,
        first: happening.date?.start ?? null,
        last: happening.date?.end ?? null,
        realis: [...new Set(told.map((one) => one.realis))],
        denied: told.some(({ factuality }) => factuality.endsWith("-")),
        documents: documentsOf(happening),
        tellings: told.length,
        conflicts: happening.conflicts,
        told,
      },
    ];
  });
}

async function foundIn(record: CaseRecord, filter: HappeningsFilter, context: AskContext): Promise<readonly Found[]> {
  const least = filter.least ?? 2;
  const found: Found[] = [];
  for await (const seen of seenLedgers(record, filter, context, least))
    for (const happening of seen.ledger.happenings) {
      const isType = !filter.type?.length || (happening.type !== null && filter.type.includes(happening.type));
      if (isType && documentsOf(happening) >= least) found.push({ seen, happening });
    }
  return found;
}

/** What several documents tell of one event, joined; conflicting values stand side by side. The story with the newest report first. Complete unless a limit is given. */
export async function askHappenings(
  record: CaseRecord,
  filter: HappeningsFilter = {},
  context: AskContext = noContext,
): Promise<readonly HappeningRow[]> {
  const rows = await rowsOf(record, stretch(await foundIn(record, filter, context), filter));
  return rows.map(({ told: _told, ...row }) => row);
}

/** Which happening is asked for. */
export interface OneHappeningFilter extends LedgerFilter {
  /** Public id, "t7.h1", or that of an event that tells it, "r14.e2". */
  readonly happening: string;
}

/** One happening with all its tellings, each with its words. No row where there is none. */
export async function askHappening(
  record: CaseRecord,
  filter: OneHappeningFilter,
  context: AskContext = noContext,
): Promise<readonly OneHappening[]> {
  const named = namedIn(filter.happening);
  const found: Found[] = [];
  const wanted = named ? { ...filter, story: [named.story] } : filter;
  for await (const seen of seenLedgers(record, wanted, context))
    for (const happening of seen.ledger.happenings) found.push({ seen, happening });
  if (named)
    return rowsOf(
      record,
      found.filter(({ happening }) => happening.id === named.id),
    );
  const all = await rowsOf(record, found);
  return all.filter(({ told }) => told.some(({ event }) => event === filter.happening.trim()));
}

/** A figure as it was told; the cited words are its sentence. */
export interface FigureRow extends Cited, Pick<FigurePoint, "value" | "low" | "high" | "bound"> {
  /** Names the series: "t7.f1". */
  readonly series: string;
  readonly story: string;
  /** "t7.h1"; null where the figure is of no single happening. */
  readonly happening: string | null;
  readonly of: string;
  readonly unit: string | null;
  /** The number as printed. */
  readonly figure: string;
  readonly holder: Holder;
  /** "t7.c2"; null in the publisher's own words. */
  readonly claim: string | null;
  /** The day it was told. */
  readonly day: IsoDay | null;
  /** Has the same holder given a newer one? It stays all the same. */
  readonly superseded: boolean;
}

/** Which figures are asked for. */
export interface FiguresFilter extends LedgerFilter {
  /** What is counted: "killed". */
  readonly of?: readonly string[] | undefined;
  readonly holder?: readonly string[] | undefined;
  /** Only figures that their holder has not replaced, or all; default: all. */
  readonly current?: "yes" | undefined;
}

interface FoundFigure {
  readonly seen: SeenLedger;
  readonly series: FigureSeries;
  readonly id: string;
  readonly point: FigurePoint;
}

async function figuresIn(
  record: CaseRecord,
  filter: FiguresFilter,
  context: AskContext,
): Promise<readonly FoundFigure[]> {
  const found: FoundFigure[] = [];
  for await (const seen of seenLedgers(record, filter, context))
    for (const [at, series] of seen.ledger.figures.entries()) {
      if (filter.of?.length && !filter.of.includes(series.of)) continue;
      for (const point of series.points)
        if (isHeldBy(point.holder, filter.holder) && (filter.current !== "yes" || point.supersededBy === null))
          found.push({ seen, series, id: `f${at + 1}`, point });
    }
  return found;
}

/**
 * Counts over time, series by series, each figure with its holder, its day and its words; a newer one of the same holder supersedes an older one, which stays.
 * Complete unless a limit is given.
 */
export async function askFigures(
  record: CaseRecord,
  filter: FiguresFilter = {},
  context: AskContext = noContext,
): Promise<readonly FigureRow[]> {
  const found = stretch(await figuresIn(record, filter, context), filter);
  const readings = found.map(({ seen, point }) => seen.readings.get(point.document) ?? 0);
  const heads = await headsOf(record, readings);
  const { rows } = await sql<{ reading: number; id: string; start: number; end: number }>`
    SELECT q.reading, q.id, q.start, q."end" FROM json_each(${JSON.stringify([...new Set(readings)])}) wanted CROSS JOIN quantity q ON q.reading = wanted.value
  `.execute(record.db);
  const spans = new Map(rows.map(({ reading, id, start, end }) => [`${reading}.${id}`, [start, end] as const]));
  return found.flatMap(({ seen, series, id, point }): readonly FigureRow[] => {
    const reading = seen.readings.get(point.document) ?? 0;
    const head = heads.get(reading);
    const span = spans.get(`${reading}.${point.quantity}`);
    const sentence = head && span ? sentencesAround(spansIn(head.sentences), [span]) : null;
    if (!head || !span || !sentence) return [];
    return [
      {
        series: nameIn(seen, id),
        story: seen.story,
        happening: series.happening === null ? null : nameIn(seen, series.happening),
        of: series.of,
        unit: series.unit,
        figure: head.body.slice(...span),
        value: point.value,
        low: point.low,
        high: point.high,
        bound: point.bound,
        holder: point.holder,
        claim: point.claim === null ? null : nameIn(seen, point.claim),
        day: point.day,
        superseded: point.supersededBy !== null,
        ...citedIn(head, sentence),
      },
    ];
  });
}
