import { id } from "../model/id.ts";
import type { CountryRow } from "../model/lexicon.ts";
import type { Named } from "../model/mention.ts";
import type { Place } from "../model/place.ts";

/** Countries by ISO 3166-1 alpha-2 code. */
export type CountriesByCode = ReadonlyMap<string, CountryRow>;

/** Nouns that turn a people's adjective into a place: "the Polish border". */
const land = /^\s*(?:borders?|frontiers?|territory|soil|airspace|waters|coast|side|mainland|peninsula)\b/i;
/** How much of the text after an adjective is read. */
const lookedAt = 24;

/**
 * Places that a state's adjective names together with a noun of land ("near the Polish border"), one a mention, in text order,
 * for mentions that have no place yet. Their coordinates are the country's, and their ids go on from those that are there.
 */
export function borderPlaces(page: Named, countries: CountriesByCode): readonly Place[] {
  const located = new Set(page.places.map((place) => place.mention));
  const actors = new Map(page.actors.map((actor) => [actor.id, actor]));
  const found: Place[] = [];
  for (const mention of page.mentions) {
    const actor = mention.actor === null ? undefined : actors.get(mention.actor);
    if (actor === undefined || actor.country === null || mention.form !== "name" || located.has(mention.id)) continue;
    if (actor.kind !== "state" && actor.kind !== "government") continue;
    if (!land.test(page.text.slice(mention.end, mention.end + lookedAt))) continue;
    const country = countries.get(actor.country);
    if (country === undefined) continue;
    found.push({
      id: id(`p${page.places.length + found.length + 1}`),
      mention: mention.id,
      name: country.name,
      geonames: null,
      lat: country.lat,
      lon: country.lon,
      country: country.iso2,
      precision: "country",
      by: "adjective of the country before a noun of land",
      score: null,
    });
  }
  return found;
}
