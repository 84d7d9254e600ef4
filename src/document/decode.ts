import { done, type Outcome } from "../model/outcome.ts";

/** Text of captured bytes, with the charset that was used and whether it is a page or plain text. */
export interface Decoded {
  readonly text: string;
  readonly charset: string;
  readonly kind: "html" | "text";
}

/** Bytes -> text. */
export function decodeBytes(bytes: Uint8Array): Outcome<Decoded> {
  const text = new TextDecoder("utf-8").decode(bytes);
  return done({ text, charset: "utf-8", kind: /^\s*<(!doctype|html)/i.test(text) ? "html" : "text" });
}
