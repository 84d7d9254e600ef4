import { deflateSync } from "node:zlib";

/** Words at a place of a page: points from the left and from the top, size in points. */
export interface PlacedWords {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly text: string;
}

export interface MadePdf {
  /** US Letter, set in Helvetica. */
  readonly pages: readonly (readonly PlacedWords[])[];
  readonly info?: Readonly<Record<string, string>>;
  readonly isPacked?: boolean;
  /** What stands in the first page's stream instead of its words. */
  readonly content?: Buffer;
  /** Locked with a password that is not the empty one. */
  readonly isLocked?: boolean;
}

const literal = (text: string): string =>
  `(${[...text]
    .map((char) => ({ "“": "\\223", "”": "\\224", "—": "\\227", "’": "\\222" })[char] ?? char)
    .join("")
    .replace(/\\(?!\d)|[()]/g, "\\$&")})`;

const stream = (body: Buffer, isPacked: boolean): Buffer => {
  const packed = isPacked ? deflateSync(body) : body;
  const filter = isPacked ? "/Filter /FlateDecode " : "";
  return Buffer.concat([
    Buffer.from(`<< ${filter}/Length ${packed.length} >>\nstream\n`),
    packed,
    Buffer.from("\nendstream"),
  ]);
};

/** A PDF file of words at places, as a reader of the specification would write it by hand. */
export function madePdf({ pages, info = {}, isPacked = false, content, isLocked = false }: MadePdf): Uint8Array {
  const height = 792;
  const kids = pages.map((_, at) => `${5 + at * 2} 0 R`).join(" ");
  const data = Object.entries(info).map(([name, value]) => `/${name} ${literal(value)}`);
  const objects: Buffer[] = [
    Buffer.from("<< /Type /Catalog /Pages 2 0 R >>"),
    Buffer.from(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`),
    Buffer.from("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"),
    Buffer.from(`<< ${data.join(" ")} >>`),
  ];
  for (const [at, page] of pages.entries()) {
    const words = page.map(
      ({ x, y, size, text }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${height - y} Tm ${literal(text)} Tj ET`,
    );
    const body = at === 0 && content ? content : Buffer.from(words.join("\n"), "latin1");
    objects.push(
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 ${height}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${6 + at * 2} 0 R >>`,
      ),
      stream(body, isPacked),
    );
  }
  const parts: Buffer[] = [Buffer.from("%PDF-1.4\n")];
  const offsets: number[] = [];
  let length = parts[0]!.length;
  for (const [at, object] of objects.entries()) {
    offsets.push(length);
    const whole = Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), object, Buffer.from("\nendobj\n")]);
    parts.push(whole);
    length += whole.length;
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const lock = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${"41".repeat(32)}> /U <${"42".repeat(32)}> /P -4 >> /ID [<00> <00>] `;
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R ${isLocked ? lock : ""}>>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

/** Pages from lines "x y size words"; a line "page" begins the next one. Several lines "x y size+step words | words" go down by `step`. */
export function placedPages(source: string): readonly (readonly PlacedWords[])[] {
  const pages: PlacedWords[][] = [[]];
  for (const line of source.split("\n")) {
    if (line === "page") pages.push([]);
    const found = /^(\d+) (\d+) (\d+)(?:\+(\d+))? (.*)$/.exec(line);
    if (!found) continue;
    const [, x, y, size, step = "0", words] = found;
    for (const [at, text] of words!.split(" | ").entries())
      pages.at(-1)!.push({ x: Number(x), y: Number(y) + at * Number(step), size: Number(size), text });
  }
  return pages;
}
