/** A word of a treebank. */
export interface Row {
  readonly form: string;
  readonly upos: string;
  readonly xpos: string;
  readonly lemma: string;
}

/** The words of a CoNLL-U file with their lemmas. Words without a lemma, and documents that `keep` refuses (id, source), are left out. */
export function rowsOf(file: string, keep: (document: string, source: string) => boolean): readonly Row[] {
  const rows: Row[] = [];
  let document = "";
  let source = "";
  for (const line of file.split("\n")) {
    if (line.startsWith("# newdoc id = ")) [document, source] = [line.slice(14), ""];
    if (line.startsWith("# meta::sourceURL = ")) source = line.slice(20);
    if (!/^\d+\t/.test(line) || !keep(document, source)) continue;
    const [, form = "", lemma = "", upos = "", xpos = ""] = line.split("\t");
    // GW marks the pieces of a word that was written apart by mistake.
    if (xpos === "GW") continue;
    if (lemma !== "_" || form === "_") rows.push({ form, upos, xpos, lemma });
  }
  return rows;
}
