import { placeKey, printedKey } from "./place-key.ts";

/**
 * What kind of ground a row of the pack is. `seat`: of a first-level region; `district`: second-level (a county); `section`: part of a town.
 */
export type PlaceLevel = "city" | "seat" | "capital" | "region" | "district" | "section";

/** The order of this list is the pack's. */
export const placeLevels: readonly PlaceLevel[] = ["city", "seat", "capital", "region", "district", "section"];

/** A place of the pack under one of its names. */
export interface PackedRow {
  readonly geonames: number | null;
  readonly name: string;
  /** Was it found by another name than its own? */
  readonly alias: boolean;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** GeoNames' first-level code with the country's ("US.TX"). */
  readonly region: string;
  readonly lat: number;
  readonly lon: number;
  /** Within 4 %; 0 where it is not known. */
  readonly population: number;
  readonly level: PlaceLevel;
}

const magic = 0x315a4147;
const recordSize = 11;
const blockSize = 16;
const headerSize = 28;
/** Names that were looked up are kept, so many; a full cache is dropped whole, so that hostile text cannot grow it. */
const mostKept = 5_000;

const none: readonly PackedRow[] = [];
const decoder = new TextDecoder();

/**
 * Places by name, read in place from the pack that `script/lexicon/place-pack.ts` makes: nothing is unpacked before it is asked for.
 * Throws when the bytes are no such pack.
 */
export class PlaceTable {
  /** Key -> code ("US.TX") of the first-level regions whose name nothing else bears that is as large. */
  readonly regionNames: ReadonlyMap<string, string>;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #regions: readonly string[];
  readonly #records: number;
  readonly #starts: number;
  readonly #blockCount: number;
  readonly #blocks: number;
  readonly #keyCount: number;
  readonly #recordCount: number;
  readonly #found = new Map<string, readonly PackedRow[]>();
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const field = (index: number): number => (bytes.length < headerSize ? 0 : this.#view.getUint32(4 * index, true));
    const [records, regions, header, blocks, blockBytes] = [field(1), field(2), field(3), field(4), field(5)];
    const size = headerSize + header + records * recordSize + blocks * 6 + blockBytes;
    if (field(0) !== magic || size !== bytes.length)
      throw new Error("the pack of places is damaged: install Standoff again");
    this.#recordCount = records;
    this.#keyCount = field(6);
    this.#at = headerSize;
    const names = new Map<string, string>();
    this.#regions = Array.from({ length: regions }, () => {
      const code = this.#text();
      const key = this.#text();
      if (key !== "") names.set(key, code);
      return code;
    });
    this.regionNames = names;
    this.#records = headerSize + header;
    this.#starts = this.#records + records * recordSize;
    this.#blockCount = blocks;
    this.#blocks = this.#starts + blocks * 6;
  }

  /** Places of that name, its spelling apart, in no order that means anything; empty where there are none. */
  named(name: string): readonly PackedRow[] {
    return this.keyed(placeKey(name));
  }

  /** The same by a key that `placeKey` made. */
  keyed(key: string): readonly PackedRow[] {
    if (key === "") return none;
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    const rows = this.#search(key);
    if (this.#found.size >= mostKept) this.#found.clear();
    this.#found.set(key, rows);
    return rows;
  }

  #search(key: string): readonly PackedRow[] {
    let low = 0;
    let high = this.#blockCount - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#firstKey(middle) <= key) low = middle;
      else high = middle - 1;
    }
    return this.#blockCount === 0 ? none : this.#inBlock(low, key);
  }

  #uint24(at: number): number {
    return this.#view.getUint16(at, true) + (this.#bytes[at + 2]! << 16);
  }

  #varint(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.#bytes[this.#at++]!;
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  }

  #text(): string {
    const length = this.#varint();
    this.#at += length;
    return decoder.decode(this.#bytes.subarray(this.#at - length, this.#at));
  }

  #firstKey(block: number): string {
    this.#at = this.#blocks + this.#uint24(this.#starts + 6 * block) + 1;
    return this.#text();
  }

  /** Walks the items of a block; `visit` says whether to go on. */
  #walk(block: number, visit: (key: string, record: number, printed: string | null, alias: boolean) => boolean): void {
    this.#at = this.#blocks + this.#uint24(this.#starts + 6 * block);
    let next = this.#uint24(this.#starts + 6 * block + 3);
    // Keys share bytes, and a letter may have several.
    const bytes = new Uint8Array(256);
    const inBlock = Math.min(blockSize, this.#keyCount - block * blockSize);
    for (let item = 0; item < inBlock; item++) {
      const common = this.#varint();
      const more = this.#varint();
      bytes.set(this.#bytes.subarray(this.#at, this.#at + more), common);
      this.#at += more;
      const key = decoder.decode(bytes.subarray(0, common + more));
      for (let left = this.#varint(); left > 0; left--) {
        const code = this.#varint();
        const step = code >>> 2;
        const record = next + (step & 1 ? -((step + 1) >> 1) : step >> 1);
        const printed = code & 1 ? this.#text() : null;
        const alias = (code & 2) !== 0;
        if (!alias) next = record + 1;
        if (!visit(key, record, printed, alias)) return;
      }
    }
  }

  #inBlock(block: number, wanted: string): readonly PackedRow[] {
    const found: { record: number; printed: string | null; alias: boolean }[] = [];
    this.#walk(block, (key, record, printed, alias) => {
      if (key === wanted) found.push({ record, printed, alias });
      return key <= wanted;
    });
    return found.map(({ record, printed, alias }) =>
      this.#row(record, alias ? this.#nameOf(record) : (printed ?? printedKey(wanted)), alias),
    );
  }

  /** The own name of a record that was found by another one. */
  #nameOf(record: number): string {
    let low = 0;
    let high = this.#blockCount - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#uint24(this.#starts + 6 * middle + 3) <= record) low = middle;
      else high = middle - 1;
    }
    let name = "";
    this.#walk(low, (key, own, printed, alias) => {
      if (own !== record || alias) return true;
      name = printed ?? printedKey(key);
      return false;
    });
    return name;
  }

  #row(record: number, name: string, alias: boolean): PackedRow {
    const at = this.#records + record * recordSize;
    const geonames = this.#uint24(at);
    const region = this.#regions[this.#view.getUint16(at + 7, true)] ?? "";
    const code = this.#bytes[at + 9]!;
    return {
      geonames: geonames === 0 ? null : geonames,
      name,
      alias,
      country: region.slice(0, 2),
      region,
      lat: this.#view.getInt16(at + 3, true) / 100,
      lon: this.#view.getInt16(at + 5, true) / 100,
      population: Math.round(2 ** (code / 10)) - 1,
      level: placeLevels[this.#bytes[at + 10]!] ?? "city",
    };
  }

  /** How many places it holds. */
  get size(): number {
    return this.#recordCount;
  }
}
