import { type RawBuilder, sql } from "kysely";
import { spellingKey } from "../../model/spelling.ts";
import type { CaseRecord } from "../open.ts";
import { type AskContext, isOneOf } from "./filter.ts";
import { spellingKeys } from "./variant.ts";

interface PlaceName {
  readonly name: string;
  readonly country: string | null;
  readonly precision: string | null;
}

/**
 * SQL over `event e`: it has a place of one of `wanted`: a place's name in any spelling, a country's name (then every place in it),
 * or a country by ISO 3166-1 alpha-2 in capitals.
 */
export async function placesNamed(
  record: CaseRecord,
  wanted: readonly string[],
  context: AskContext,
): Promise<RawBuilder<unknown>> {
  const keys = new Set(spellingKeys(wanted, context.spellings));
  const { rows } = await sql<PlaceName>`SELECT DISTINCT name, country, precision FROM place`.execute(record.db);
  const named = rows.filter((row) => keys.has(spellingKey(row.name)));
  const countries = [
    ...wanted.filter((text) => /^[A-Z]{2}$/.test(text)),
    ...named.filter((row) => row.precision === "country").map((row) => row.country),
  ].filter((country) => country !== null);
  const names = named.map((row) => row.name);
  const fits = sql`(${isOneOf(sql`p.name`, names)} OR ${isOneOf(sql`p.country`, countries)})`;
  return sql`c.reading IN (SELECT p.reading FROM place p WHERE ${fits})
    AND EXISTS (SELECT 1 FROM json_each(e.places) held JOIN place p ON p.reading = e.reading AND p.id = held.value ->> '$.place'
      WHERE ${fits})`;
}
