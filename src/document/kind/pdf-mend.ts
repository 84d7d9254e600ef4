import { bufferOf } from "./mime.ts";

const pageLimit = 5000;
/** A page's own description is a few hundred bytes; its number stands before it. */
const reach = 4000;

/** Numbers of the objects that describe pages, in the order of the file, and one more than the highest number of any of them. */
function pagesOf(text: string): { readonly pages: readonly string[]; readonly next: number } {
  const pages: string[] = [];
  let next = 1;
  let looks = 0;
  for (const found of text.matchAll(/\/Type\s{0,4}\/Page(?![A-Za-z])/g)) {
    if (pages.length === pageLimit || looks++ === pageLimit * 4) break;
    const above = text.slice(Math.max(0, found.index - reach), found.index);
    const at = above.lastIndexOf(" obj");
    const object = /(\d{1,8}) (\d{1,5})$/.exec(above.slice(Math.max(0, at - 15), Math.max(0, at)));
    if (at < 0 || !object || above.includes("endobj", at)) continue;
    pages.push(`${object[1]} ${object[2]} R`);
    next = Math.max(next, Number(object[1]) + 1);
  }
  return { pages: [...new Set(pages)], next };
}

/**
 * A PDF file that lost its end, and with it the list of its pages, with a new list of those that are whole; null where no page's description can be seen
 * (newer files pack them).
 */
export function mendedPdf(file: Uint8Array): Uint8Array | null {
  const bytes = bufferOf(file);
  const text = bytes.toString("latin1");
  const { pages, next } = pagesOf(text);
  if (pages.length === 0) return null;
  // A table of objects that is cut off would hide what is added behind it.
  const last = text.lastIndexOf("endobj");
  const whole = last > 0 && text.includes("xref", last) ? bytes.subarray(0, last) : bytes;
  // Other objects may have higher numbers; theirs are not met again at this distance.
  const list = next + 1_000_000;
  const end =
    `\nendstream\nendobj\n${list} 0 obj\n<< /Type /Pages /Kids [${pages.join(" ")}] /Count ${pages.length} >>\nendobj\n` +
    `${list + 1} 0 obj\n<< /Type /Catalog /Pages ${list} 0 R >>\nendobj\n` +
    `trailer\n<< /Root ${list + 1} 0 R /Size ${list + 2} >>\nstartxref\n0\n%%EOF\n`;
  return new Uint8Array(Buffer.concat([whole, Buffer.from(end)]));
}
