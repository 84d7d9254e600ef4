import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, inflateRaw } from "node:zlib";
import { done, type Outcome, problem } from "../model/outcome.ts";

/** What is asked for in `accept-encoding`. */
export const acceptedEncodings = "gzip, deflate, br";

/** More layers than two come from nobody who means well. */
const mostLayers = 2;

type Unpacker = (bytes: Uint8Array, options: { readonly maxOutputLength: number }) => Promise<Uint8Array>;

// RFC 9110 means zlib by "deflate", and half of the servers that send it send the bare stream. A zlib header is a multiple of 31.
const isZlib = (bytes: Uint8Array): boolean =>
  ((bytes[0] ?? 0) & 0x0f) === 8 && (((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)) % 31 === 0;

const unpackers: Readonly<Record<string, Unpacker>> = {
  br: promisify(brotliDecompress),
  deflate: (bytes, options) => promisify(isZlib(bytes) ? inflate : inflateRaw)(bytes, options),
  gzip: promisify(gunzip),
  "x-gzip": promisify(gunzip),
};

const megabytes = (bytes: number): string =>
  bytes < 100_000 ? `${bytes} bytes` : `${Math.round(bytes / 100_000) / 10} MB`;

/** The problem of a body that is over the limit; `how` follows "It": "has 31 MB". */
export const overLimit = (how: string, limitBytes: number) =>
  problem(
    "fetch/too-large",
    `It ${how}, and at most ${megabytes(limitBytes)} are read from one address. Save it yourself and add the file, or raise the limit.`,
  );

/**
 * The body `bytes` with the codings of its `content-encoding` header undone, the last one first (RFC 9110, 8.4). At most `limitBytes`
 * come out of any layer: a bomb is cut there, with that much memory used and no more.
 * Fails with `fetch/encoding` (a coding that is not read, too many, damaged) or `fetch/too-large`. Never throws.
 */
export async function unpackBody(bytes: Uint8Array, header: string, limitBytes: number): Promise<Outcome<Uint8Array>> {
  const codings = header
    .slice(0, 200)
    .toLowerCase()
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "" && one !== "identity");
  // An empty body is empty, whatever it says it is packed in: servers send that for empty pages.
  if (codings.length === 0 || bytes.length === 0) return done(bytes);
  if (codings.length > mostLayers)
    return problem("fetch/encoding", `It is packed ${codings.length} times over, which no page is. Leave it out.`);
  let body = bytes;
  for (const coding of codings.toReversed()) {
    const unpacker = Object.hasOwn(unpackers, coding) ? unpackers[coding] : undefined;
    if (!unpacker)
      return problem(
        "fetch/encoding",
        `It is packed as ${JSON.stringify(coding)}, which was not asked for and is not read. Save the page in a browser and add the file.`,
      );
    try {
      body = await unpacker(body, { maxOutputLength: limitBytes });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE")
        return overLimit(`was sent as ${bytes.length} bytes and unpacks to more than the limit`, limitBytes);
      return problem(
        "fetch/encoding",
        `It says that it is packed as ${JSON.stringify(coding)}, and it is not, or is damaged (${(error as Error).message}). Try it again, or save the page in a browser.`,
      );
    }
  }
  return done(body);
}
