import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where the sample lies. */
export const sample: string = fileURLToPath(new URL("../../../sample", import.meta.url));

/** Words of one report. */
export interface AtWords {
  readonly report: string;
  readonly words: string;
}

export interface AtContent {
  readonly report: string;
  readonly content: string;
}

export interface GoldOrigin {
  readonly what: string;
  readonly established: number;
  readonly unknown: number;
  readonly reports: readonly (AtWords & { readonly how: string })[];
}

export interface GoldDenial {
  readonly claim: AtContent;
  readonly denial: AtContent;
  readonly slot: "happened" | "who" | "where" | "what" | "how many";
}

export interface GoldChain {
  readonly what: string;
  readonly chain: readonly (AtWords & {
    readonly day: string | null;
    readonly by: string;
    readonly supersedes: string | null;
  })[];
}

/** What sample/gold/case.json says of all reports together. */
export interface GoldCase {
  readonly origins: readonly GoldOrigin[];
  readonly denials: readonly GoldDenial[];
  readonly figures: readonly GoldChain[];
}

interface GoldReport {
  readonly file: string;
  readonly claims: readonly { readonly content: readonly string[]; readonly speaker: readonly string[] }[];
}

const read = <Gold>(name: string): Gold => JSON.parse(readFileSync(join(sample, "gold", name), "utf8")) as Gold;

export const goldCase: GoldCase = read("case.json");

const reports: ReadonlyMap<string, GoldReport> = new Map(
  readdirSync(join(sample, "gold"))
    .filter((name) => name.endsWith(".json") && name !== "case.json")
    .map((name) => [name.replace(/\.json$/, ""), read<GoldReport>(name)]),
);

/** The name of the report's file: "ifr-drill.html". */
export const fileOf = (report: string): string => (reports.get(report)?.file ?? report).replace(/^report\//, "");

/** Who says the words, by the report's own gold: canonical names, "publisher" where no statement holds them. */
export const speakerOf = ({ report, words }: AtWords): string =>
  reports
    .get(report)
    ?.claims.find(({ content }) => content.some((part) => part.includes(words) || words.includes(part)))
    ?.speaker.join(" and ") ?? "publisher";
