const updateForm =
  /^[\s*([—–-]*(?:updated?|upd|correction|corrected|clarification|editor(?:['’]?s|s['’])? note|a note to (?:our )?readers|an earlier version of this (?:story|article|report)|this (?:story|article|report|post|headline|piece) (?:has been|was|is being) (?:updated|corrected|amended|clarified|revised))(?=[\s:;,.–—(*-])/i;

/**
 * Is this a note by which the publisher changes or explains the report ("Update: …", "Correction: …", "Editor's note: …")?
 * A time stamp ("Updated: 4 May 2023, 10:15") is none: it has no words of its own.
 */
export function isUpdateNote(line: string): boolean {
  const found = updateForm.exec(line.slice(0, 200));
  if (!found) return false;
  const rest = line.slice(found[0].length);
  const words =
    rest.match(/\p{Ll}{2,}/gu)?.filter((word) => !/^(?:am|pm|at|on|ago|hours?|minutes?|gmt|utc|est|edt)$/.test(word)) ??
    [];
  // "Updated figures show that …" is a sentence; a note has a mark after its name, or names the story as a whole.
  const isNote = /^[:.;,–—(*-]|^\s*[:–—-]/.test(rest) || /^.{0,3}(?:this|an earlier|a note)/i.test(line);
  return isNote && words.length > 2;
}
