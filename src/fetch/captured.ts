import { createHash } from "node:crypto";
import type { Captured, CapturedHeaders, CaptureNote, Redirect } from "../model/fetch.ts";
import type { Answer } from "./request.ts";

/** Visible ASCII and what obsolete servers send beyond it; nothing that could begin another header. */
const isFieldValue = (value: string): boolean => /^[\x20-\x7e\x80-\xff]{1,1000}$/.test(value);

/** `value` where it may be sent or kept as the value of a header; null else. */
export const fieldValue = (value: string | null | undefined): string | null =>
  value !== null && value !== undefined && isFieldValue(value) ? value : null;

/** Media type and charset of a `content-type` header (RFC 9110, 8.3), both in small letters; null where it names none. */
export function contentTypeOf(header: string | null): Pick<CapturedHeaders, "contentType" | "charset"> {
  const front = (header ?? "").slice(0, 1_000);
  const type = /^\s{0,20}([\w!#$&^.+-]{1,100}\/[\w!#$&^.+-]{1,100})\s{0,20}(?:;|$)/.exec(front)?.[1];
  const charset = /;\s{0,20}charset\s{0,20}=\s{0,20}(?:"([^"]{1,60})"|'([^']{1,60})'|([^\s;"']{1,60}))/i.exec(front);
  const label = (charset?.[1] ?? charset?.[2] ?? charset?.[3])?.trim().toLowerCase();
  return { contentType: type?.toLowerCase() ?? null, charset: label || null };
}

/** What is known of an address when its answer is there. */
export interface CaptureContext {
  readonly requestedUrl: string;
  readonly url: string;
  readonly redirects: readonly Redirect[];
  readonly notes: readonly CaptureNote[];
  readonly retrievedAt: string;
}

/** The capture that an answer of status 200, 203 or 304 is. */
export function capturedOf({ header, status, body, overrunOf }: Answer, context: CaptureContext): Captured {
  const headers: CapturedHeaders = {
    ...contentTypeOf(header("content-type")),
    etag: fieldValue(header("etag")),
    lastModified: fieldValue(header("last-modified")),
    date: fieldValue(header("date")),
  };
  const notes: readonly CaptureNote[] =
    overrunOf === null
      ? context.notes
      : [...context.notes, { kind: "longer-than-announced", announcedBytes: overrunOf }];
  if (body === null) return { ...context, kind: "unchanged", status, headers, notes };
  const sha256 = createHash("sha256").update(body).digest("hex");
  return { ...context, kind: "page", status, headers, notes, bytes: body, sha256 };
}
