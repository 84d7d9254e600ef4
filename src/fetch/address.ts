import ipaddr from "ipaddr.js";

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** A block of addresses that the registries do not mark, with what it is. */
interface Block {
  readonly cidr: string;
  readonly what: string;
}

// Beyond the special-purpose registries of IANA, which ipaddr.js knows.
const blocks: readonly (Block & { readonly range: readonly [Address, number] })[] = (
  [
    // A public number that Azure routes to the host of every virtual machine.
    { cidr: "168.63.129.16/32", what: "a cloud's own services" },
    { cidr: "2001::/23", what: "reserved" },
    { cidr: "::/8", what: "reserved, or an IPv4 address in another form" },
    { cidr: "64:ff9b::/32", what: "an IPv4 address in another form (NAT64)" },
  ] satisfies readonly Block[]
).map((block) => ({ ...block, range: ipaddr.parseCIDR(block.cidr) }));

const names: Readonly<Record<string, string>> = {
  "6to4": "an IPv4 address in another form (6to4)",
  benchmarking: "for tests of networks",
  broadcast: "for broadcast",
  carrierGradeNat: "a network of a carrier (RFC 6598)",
  ipv4Mapped: "an IPv4 address in another form",
  linkLocal: "of the local link, where clouds keep their metadata",
  loopback: "of this machine",
  multicast: "for multicast",
  private: "of a private network",
  rfc6052: "an IPv4 address in another form (NAT64)",
  rfc6145: "an IPv4 address in another form",
  teredo: "an IPv4 address in another form (Teredo)",
  uniqueLocal: "of a private network",
  unspecified: "of this machine",
};

/** ISATAP (RFC 5214): the interface part is 0000:5efe or 0200:5efe and an IPv4 address. */
const isIsatap = (address: ipaddr.IPv6): boolean =>
  address.parts[5] === 0x5efe && ((address.parts[4] ?? 0) & 0xfdff) === 0;

// Only 2000::/3 is given out for use on the internet (IANA, IPv6 Address Space).
const isGivenOut = (address: ipaddr.IPv6): boolean => ((address.parts[0] ?? 0) & 0xe000) === 0x2000;

/**
 * Why the IP address `text` (IPv4 in four decimal parts, or IPv6) is not one of the public internet, in words that follow "which is";
 * null where it is public. What cannot be parsed is not public. After the special-purpose address registries of IANA (RFC 6890),
 * by way of ipaddr.js, and a list of our own: numbers of clouds, and every form of IPv6 that carries an IPv4 address, because what
 * such an address leads to depends on the network it is used in.
 */
export function whyNotPublic(text: string): string | null {
  if (!ipaddr.IPv4.isValidFourPartDecimal(text) && !ipaddr.IPv6.isValid(text)) return "no address";
  const address = ipaddr.parse(text);
  const range: string = address.range();
  if (range !== "unicast") return names[range] ?? "reserved";
  const block = blocks.find(({ range: [base, bits] }) => base.kind() === address.kind() && address.match(base, bits));
  if (block) return block.what;
  if (!(address instanceof ipaddr.IPv6)) return null;
  if (isIsatap(address)) return "an IPv4 address in another form (ISATAP)";
  return isGivenOut(address) ? null : "reserved";
}
