import { placeKey, printedKey } from "../../src/mention/place-key.ts";
import { placeLevels } from "../../src/mention/place-table.ts";

/** A place that goes into the pack. */
export interface PackedPlace {
  readonly geonames: number | null;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly country: string;
  /** First-level code of GeoNames ("TX"), or empty. */
  readonly region: string;
  readonly lat: number;
  readonly lon: number;
  readonly population: number;
  readonly level: number;
}

const blockSize = 16;
const regionLevel = placeLevels.indexOf("region");
const encoder = new TextEncoder();

class Bytes {
  #bytes = new Uint8Array(1 << 16);
  length = 0;
  byte(value: number): void {
    if (this.length === this.#bytes.length) {
      const larger = new Uint8Array(this.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.length++] = value;
  }
  varint(value: number): void {
    let rest = value;
    for (; rest > 127; rest >>>= 7) this.byte((rest & 127) | 128);
    this.byte(rest);
  }
  fixed(value: number, bytes: number): void {
    for (let at = 0; at < bytes; at++) this.byte((value >> (8 * at)) & 255);
  }
  text(value: string): void {
    const bytes = encoder.encode(value);
    this.varint(bytes.length);
    for (const byte of bytes) this.byte(byte);
  }
  append(other: Bytes): void {
    for (const byte of other.taken()) this.byte(byte);
  }
  taken(): Uint8Array {
    return this.#bytes.subarray(0, this.length);
  }
}

const compare = (a: Uint8Array, b: Uint8Array): number => Buffer.compare(a, b);

/**
 * The pack that `src/mention/place-table.ts` reads: header, regions (code, and the name by which nothing else is as likely meant), records of eleven bytes in order of their keys, blocks of sixteen keys
 * that share beginnings, and where each block begins.
 */
export function packPlaces(places: readonly PackedPlace[]): Uint8Array {
  const regions = [...new Set(places.map((place) => `${place.country}.${place.region}`))].sort();
  const regionAt = new Map(regions.map((region, at) => [region, at]));
  const keyed = places
    .map((place) => ({ place, key: encoder.encode(placeKey(place.name)) }))
    .filter(({ key }) => key.length > 0 && key.length < 128)
    .sort(
      (a, b) =>
        compare(a.key, b.key) ||
        b.place.population - a.place.population ||
        (a.place.geonames ?? 0) - (b.place.geonames ?? 0),
    );

  const items = new Map<string, { record: number; printed: string; alias: boolean }[]>();
  const addItem = (name: string, record: number, alias: boolean): void => {
    const key = placeKey(name);
    if (key === "" || key.length > 100) return;
    const found = items.get(key) ?? [];
    if (!found.some((item) => item.record === record)) found.push({ record, printed: name, alias });
    items.set(key, found);
  };
  keyed.forEach(({ place }, record) => addItem(place.name, record, false));
  keyed.forEach(({ place }, record) => {
    for (const alias of place.aliases) addItem(alias, record, true);
  });

  const records = new Bytes();
  for (const { place } of keyed) {
    records.fixed(place.geonames ?? 0, 3);
    records.fixed(Math.round(place.lat * 100) & 0xffff, 2);
    records.fixed(Math.round(place.lon * 100) & 0xffff, 2);
    records.fixed(regionAt.get(`${place.country}.${place.region}`)!, 2);
    records.byte(Math.min(255, Math.round(10 * Math.log2(place.population + 1))));
    records.byte(place.level);
  }

  const keys = [...items.keys()]
    .map((key) => ({ key, bytes: encoder.encode(key) }))
    .sort((a, b) => compare(a.bytes, b.bytes));
  const blocks = new Bytes();
  const starts: (readonly [start: number, next: number])[] = [];
  let before: Uint8Array = new Uint8Array();
  // Records follow the order of their own keys, so the next one is mostly the one that an item means.
  let next = 0;
  keys.forEach(({ key, bytes }, at) => {
    const own = items.get(key)!;
    if (at % blockSize === 0) {
      starts.push([blocks.length, next]);
      before = new Uint8Array();
    }
    let common = 0;
    while (common < before.length && common < bytes.length && before[common] === bytes[common]) common++;
    blocks.varint(common);
    blocks.varint(bytes.length - common);
    for (const byte of bytes.subarray(common)) blocks.byte(byte);
    blocks.varint(own.length);
    for (const { record, printed, alias } of own) {
      const isOther = !alias && printed !== printedKey(key);
      const step = record - next;
      blocks.varint((step < 0 ? -2 * step - 1 : 2 * step) * 4 + (isOther ? 1 : 0) + (alias ? 2 : 0));
      if (isOther) blocks.text(printed);
      if (!alias) next = record + 1;
    }
    before = bytes;
  });

  const speaking = new Map<string, string>();
  for (const [key, own] of items) {
    const rows = own.map(({ record, alias }) => ({ ...keyed[record]!.place, alias }));
    const [region] = rows
      .filter((row) => row.level === regionLevel && !row.alias)
      .toSorted((a, b) => b.population - a.population);
    if (region === undefined) continue;
    if (rows.some((row) => row.level !== regionLevel && row.population > region.population / 2)) continue;
    speaking.set(`${region.country}.${region.region}`, key);
  }
  const names = new Bytes();
  for (const region of regions) {
    names.text(region);
    names.text(speaking.get(region) ?? "");
  }
  const out = new Bytes();
  for (const value of [
    0x315a4147,
    keyed.length,
    regions.length,
    names.length,
    starts.length,
    blocks.length,
    keys.length,
  ]) {
    out.fixed(value, 4);
  }
  out.append(names);
  out.append(records);
  for (const [start, first] of starts) {
    out.fixed(start, 3);
    out.fixed(first, 3);
  }
  out.append(blocks);
  return out.taken().slice();
}
