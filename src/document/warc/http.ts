import { headEnd, parseFields } from "./head.ts";

/** An answer of a server as it was captured. */
export interface HttpAnswer {
  readonly status: number | null;
  /** By name in lower case. */
  readonly fields: ReadonlyMap<string, string>;
  /** What stands after the head, coded as it was sent. */
  readonly body: Buffer;
}

/**
 * Reads the HTTP head at the front of `block` (RFC 9112; line ends may be LF alone). Null where there is none: ARC files and `resource` records may hold
 * a page without one. An answer whose head never ends has no body.
 */
export function parseHttp(block: Buffer): HttpAnswer | null {
  if (!/^(?:HTTP\/\d|ICY )/.test(block.toString("latin1", 0, 8))) return null;
  const end = headEnd(block) ?? block.length;
  const head = block.toString("latin1", 0, end);
  const status = /^\S{1,20}[ \t]+(\d{3})(?!\d)/.exec(head)?.[1];
  const rest = head.indexOf("\n");
  return {
    status: status === undefined ? null : Number(status),
    fields: parseFields(rest < 0 ? "" : head.slice(rest + 1)),
    body: block.subarray(end),
  };
}

/** Bytes of a chunked body put together, and whether they were chunked to the end as RFC 9112 says. */
export interface Unchunked {
  readonly bytes: Buffer;
  readonly isWhole: boolean;
}

const sizeLine = /^[ \t]{0,8}([\da-f]{1,12})[ \t]{0,32}(?:;[^\r\n]{0,4000})?\r?\n/i;

/**
 * Undoes the chunked transfer coding. What breaks its rules is kept as it stands, from there on: a body that is not chunked at all comes back unchanged,
 * as archives hold many of which the coding was undone and the head was not.
 */
export function unchunk(body: Buffer): Unchunked {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; ) {
    const line = sizeLine.exec(body.toString("latin1", at, at + 4096));
    const size = line ? Number.parseInt(line[1]!, 16) : -1;
    if (line === null || size < 0) return { bytes: Buffer.concat([...parts, body.subarray(at)]), isWhole: false };
    const start = at + line[0].length;
    if (size === 0) return { bytes: Buffer.concat(parts), isWhole: true };
    parts.push(body.subarray(start, start + size));
    at = start + size;
    if (body[at] === 13) at++;
    if (body[at] === 10) at++;
  }
  return { bytes: parts.length === 0 ? body : Buffer.concat(parts), isWhole: body.length === 0 };
}
