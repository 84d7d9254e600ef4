import { generateKeyPairSync, sign } from "node:crypto";

/** A certificate and its key, both in PEM, made for one run of the tests. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

// The little of DER (ITU-T X.690) that a certificate (RFC 5280) needs.
const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts);
  const long = content.length > 0xff ? [0x82, content.length >> 8, content.length & 0xff] : [0x81, content.length];
  return Buffer.concat([Buffer.from([tag, ...(content.length < 0x80 ? [content.length] : long)]), content]);
};
const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts);
const hex = (digits: string): Buffer => Buffer.from(digits, "hex");
const number = (value: number): Buffer => der(0x02, Buffer.from([value]));
const utcTime = (iso: string): Buffer => der(0x17, Buffer.from(`${iso.replace(/\D/g, "").slice(2, 14)}Z`));
const commonName = (name: string): Buffer =>
  sequence(der(0x31, sequence(hex("0603550403"), der(0x0c, Buffer.from(name)))));

/** A certificate for the names `hosts`, vouched for by itself, good from `from` to `to` (ISO 8601, between 1950 and 2049). */
export function makeCertificate(hosts: readonly string[], from: string, to: string): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const ecdsaWithSha256 = sequence(hex("06082a8648ce3d040302"));
  const name = commonName(hosts[0] ?? "");
  const altNames = sequence(...hosts.map((host) => der(0x82, Buffer.from(host))));
  const extensions = der(0xa3, sequence(sequence(hex("0603551d11"), der(0x04, altNames))));
  const body = sequence(
    der(0xa0, number(2)),
    number(1),
    ecdsaWithSha256,
    name,
    sequence(utcTime(from), utcTime(to)),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    extensions,
  );
  const signature = der(0x03, Buffer.from([0]), sign("sha256", body, privateKey));
  const whole = sequence(body, ecdsaWithSha256, signature).toString("base64");
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${whole.match(/.{1,64}/g)?.join("\n")}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}
