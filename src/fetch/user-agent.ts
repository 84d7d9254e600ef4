/** The name by which a robots.txt speaks of this program (RFC 9309, product token). */
export const programToken = "standoff";

/**
 * Who asks: the program, its version, and where its user can be reached, so that a site can ask before it blocks.
 * What a header cannot hold is left out of `contact` (an address of mail or of a page); null for none.
 */
export function userAgentOf(version: string, contact: string | null): string {
  const clean = (contact ?? "").replace(/[^\x21-\x7e]|[()\\]/g, "").slice(0, 200);
  return clean === "" ? `Standoff/${version}` : `Standoff/${version} (+${clean})`;
}
