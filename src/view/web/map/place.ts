import type { PlacedRow } from "../../../record/ask/placed.ts";

/** A place with a known position. */
export type Positioned = PlacedRow & { readonly lat: number; readonly lon: number };

/** Has it a position? A country has: its outline. */
export const isPositioned = (row: PlacedRow): row is Positioned => row.lat !== null && row.lon !== null;

/** What names a place on the page: its GeoNames id, else name and country. */
export const keyOfPlace = ({ geonames, name, country, precision }: PlacedRow): string =>
  precision === "country" && country !== null
    ? country
    : geonames === null
      ? `${name} ${country ?? ""}`
      : `${geonames}`;

/** How the events of a place are told, for its mark: any real one fills it; denied ones alone strike it through. */
export type Told = "real" | "ahead" | "denied";

/** Which mark a place gets. */
export const toldOf = ({ happened, planned, supposed }: PlacedRow): Told =>
  happened > 0 ? "real" : planned + supposed > 0 ? "ahead" : "denied";

/** Radius in kilometres of the area that a report's words leave open; a country is its outline. */
const radii = { exact: 3, city: 10, region: 80, country: 0 } as const;
/** The same of a sea, a mountain range or a continent: what lies in several countries or in none. */
const wideKm = 350;

/** Half the width, in kilometres, of the area in which a place of this precision lies. */
export const radiusKm = ({ precision, country }: PlacedRow): number =>
  precision === "region" && country === null ? wideKm : radii[precision ?? "region"];

const precisionWords = {
  exact: "this very place",
  city: "somewhere in this town",
  region: "somewhere in this region",
  country: "somewhere in this country",
} as const;

/** How exactly a place is known, in words. */
export const precisionWord = ({ precision }: PlacedRow): string =>
  precision === null ? "position not known" : precisionWords[precision];

/** "3 said to have happened, 1 denied": the events of a place by how they are told. */
export const toldWords = ({ happened, denied, planned, supposed }: PlacedRow): string =>
  (
    [
      [happened, "said to have happened"],
      [denied, "denied"],
      [planned, "planned"],
      [supposed, "supposed"],
    ] as const
  )
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count.toLocaleString("en")} ${word}`)
    .join(", ");
