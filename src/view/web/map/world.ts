import type { Feature, MultiPolygon, Polygon } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import outlines from "world-atlas/countries-50m.json?url";
import { countryOfNumber } from "./country-number.ts";

/** The outline of a state, as Natural Earth (public domain) has it. */
export interface Outline {
  /** ISO 3166-1 alpha-2; null where it has none. */
  readonly country: string | null;
  readonly name: string;
  readonly shape: Feature<Polygon | MultiPolygon>;
}

/** All outlines, and the borders between them as one line. */
export interface World {
  readonly outlines: readonly Outline[];
  readonly borders: ReturnType<typeof mesh>;
}

type Countries = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** The outlines of the world, from the desk's own server. Throws where it does not answer. */
export async function loadWorld(): Promise<World> {
  const response = await fetch(outlines);
  if (!response.ok) throw new Error(`the outlines of the map: ${response.status}`);
  const topology = (await response.json()) as Countries;
  const { features } = feature(topology, topology.objects.countries);
  return {
    outlines: features.map((shape) => ({
      country: countryOfNumber.get(String(shape.id ?? "")) ?? null,
      name: shape.properties.name,
      shape: shape as Outline["shape"],
    })),
    borders: mesh(topology, topology.objects.countries, (a, b) => a !== b),
  };
}
