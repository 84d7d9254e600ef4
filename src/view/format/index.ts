/** Readers and writers of the format `standoff/1`. The package's `./format`. */
export { toConllu } from "./conllu.ts";
export { type Cell, csvCell, csvRow } from "./csv.ts";
export { annotateLine, type ReadLine, readLine } from "./input.ts";
export { maxLineBytes, type NumberedLine, parseLine, readLines } from "./line.ts";
export { annotatedDocument, formatName } from "./schema.ts";
