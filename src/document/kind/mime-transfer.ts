const sextets = new Int16Array(256).fill(-1);
for (const [value, char] of [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"].entries())
  sextets[char.charCodeAt(0)] = value;

/**
 * Bytes of base64 (RFC 2045, section 6.8). Characters that are not of its alphabet are skipped; padding ends a group, so that encodings written one
 * after another are all read; a group that is cut off gives the bytes that are whole.
 */
export function decodeBase64(raw: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(Math.floor((raw.length * 3) / 4) + 3);
  let length = 0;
  let bits = 0;
  let held = 0;
  for (const byte of raw) {
    if (byte === 61) {
      bits = 0;
      held = 0;
      continue;
    }
    const value = sextets[byte]!;
    if (value < 0) continue;
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length++] = (held >> bits) & 255;
  }
  return bytes.subarray(0, length);
}

const hexOf = (byte: number | undefined): number => {
  if (byte === undefined) return -1;
  if (byte > 47 && byte < 58) return byte - 48;
  const letter = byte | 32;
  return letter > 96 && letter < 103 ? letter - 87 : -1;
};

/** Bytes of quoted-printable (RFC 2045, section 6.7). An `=` that begins no code and ends no line stands for itself; blanks at line ends go. */
export function decodeQuotedPrintable(raw: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(raw.length);
  let length = 0;
  let at = 0;
  // Blanks that may turn out to stand at a line's end: those were added on the way.
  let blanks = 0;
  while (at < raw.length) {
    const byte = raw[at]!;
    if (byte === 61) {
      const high = hexOf(raw[at + 1]);
      const low = hexOf(raw[at + 2]);
      if (high >= 0 && low >= 0) {
        bytes[length++] = high * 16 + low;
        blanks = 0;
        at += 3;
        continue;
      }
      let end = at + 1;
      while (end < raw.length && end < at + 80 && (raw[end] === 32 || raw[end] === 9)) end++;
      if (raw[end] === 13 && raw[end + 1] === 10) end++;
      if (end >= raw.length || raw[end] === 10) {
        blanks = 0;
        at = end + 1;
        continue;
      }
    }
    if (byte === 13 || byte === 10) length -= blanks;
    blanks = byte === 32 || byte === 9 ? blanks + 1 : 0;
    bytes[length++] = byte;
    at++;
  }
  return bytes.subarray(0, length);
}
