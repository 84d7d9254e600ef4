/** What a server gave to tell later whether a page has changed (RFC 9110, 8.8), as it was sent. Null = not sent. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** One hop of a redirect. Both addresses are absolute, without a fragment. */
export interface Redirect {
  readonly status: number;
  readonly from: string;
  readonly to: string;
}

/** Headers of an answer that the record needs. Null = not sent, or not of the form that HTTP asks for. */
export interface CapturedHeaders extends Validators {
  /** Media type in lower case without parameters: "text/html". */
  readonly contentType: string | null;
  /** The charset that the server names, in lower case. It may be wrong: the bytes are kept as they came. */
  readonly charset: string | null;
  /** The server's clock when it answered, as it was sent. */
  readonly date: string | null;
}

/** Something about a capture that is no failure and that a reader may want to know. */
export type CaptureNote =
  /** Not the port of the scheme (80, 443). */
  | { readonly kind: "odd-port"; readonly url: string; readonly port: number }
  /** A redirect led from https to http: from there on, anybody on the way could read and change it. */
  | { readonly kind: "downgraded"; readonly from: string; readonly to: string }
  /** The server sent more than it had announced. HTTP ends the body at the announced length, so the rest is not in the bytes. */
  | { readonly kind: "longer-than-announced"; readonly announcedBytes: number };

/** What every capture has. */
interface CaptureOf<Kind extends string> {
  readonly kind: Kind;
  /** The address as it was asked for. */
  readonly requestedUrl: string;
  /** The address that answered, after redirects, without a fragment. */
  readonly url: string;
  /** In the order in which they were followed. */
  readonly redirects: readonly Redirect[];
  readonly status: number;
  readonly headers: CapturedHeaders;
  /** ISO 8601 time (UTC) of the last byte. */
  readonly retrievedAt: string;
  readonly notes: readonly CaptureNote[];
}

/** A page as captured: bytes after transfer and content codings (gzip and the like) are undone, and nothing else. */
export interface CapturedPage extends CaptureOf<"page"> {
  readonly bytes: Uint8Array;
  /** SHA-256 of `bytes`, in hexadecimal. */
  readonly sha256: string;
}

/** The server says that the page is the one whose validators were sent (304). */
export type UnchangedPage = CaptureOf<"unchanged">;

/** How captured bytes came, beside their hash and time: kept with the version of the document that they are. */
export interface CaptureFacts extends Validators {
  readonly requestedUrl: string;
  /** The address that answered, after redirects. */
  readonly url: string;
  readonly redirects: readonly Redirect[];
  readonly status: number;
  readonly contentType: string | null;
  readonly charset: string | null;
}

/** What going to an address brought. */
export type Captured = CapturedPage | UnchangedPage;
