import type { Id } from "./id.ts";

/** A mention of a place, resolved as far as the text allows. */
export interface Place {
  readonly id: Id<"place">;
  readonly mention: Id<"mention">;
  /** The gazetteer's name, or the words as printed where none fits. */
  readonly name: string;
  readonly geonames: number | null;
  readonly lat: number | null;
  readonly lon: number | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly precision: "exact" | "city" | "region" | "country" | null;
  /** Why this place of that name: "only one of that name", "country of the report". */
  readonly by: string;
  readonly score: number | null;
}
