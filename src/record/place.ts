import type { DocumentKeys } from "../model/record.ts";

/** Parameters that say how a reader came to a page, never which page it is. Names in lower case. */
const tracking = new Set(
  "dclid fbclid gbraid gclid gclsrc igshid mc_cid mc_eid msclkid twclid wbraid yclid".split(" "),
);

const isTracking = (parameter: string): boolean => {
  const name = (parameter.split("=", 1)[0] ?? "").toLowerCase();
  return name.startsWith("utm_") || tracking.has(name);
};

/**
 * The one spelling of `url` that stands for a page: scheme and host in lower case, no default port, no user or password,
 * no fragment, no tracking parameters; the other parameters in their order and as they are written (URL Standard, WHATWG).
 * What is not an http or https URL is only trimmed.
 */
export function canonicalUrl(url: string): string {
  const trimmed = url.trim();
  const parsed = URL.parse(trimmed);
  if (!parsed || (parsed.protocol !== "http:" && parsed.protocol !== "https:")) return trimmed.toWellFormed();
  const kept = parsed.search
    .slice(1)
    .split("&")
    .filter((parameter) => parameter !== "" && !isTracking(parameter));
  return `${parsed.protocol}//${parsed.host}${parsed.pathname}${kept.length > 0 ? `?${kept.join("&")}` : ""}`;
}

// The separator cannot then be part of a publisher's name, so two places never share a key.
const escaped = (text: string): string => text.replace(/[%|]/g, encodeURIComponent);

/**
 * The key of the place that a document stands in. The first that is there decides: the caller's id, the canonical URL, publisher and path;
 * with none of them, the bytes are their own place. Equal keys are the same document; unequal ones are two, even with equal bytes.
 */
export function placeOf(keys: DocumentKeys, bytesSha256 = ""): string {
  if (keys.externalId !== null) return `id:${keys.externalId}`;
  if (keys.url !== null) return `url:${canonicalUrl(keys.url)}`;
  if (keys.path !== null) return `path:${escaped(keys.publisher ?? "")}|${keys.path}`;
  return `bytes:${bytesSha256}`;
}
