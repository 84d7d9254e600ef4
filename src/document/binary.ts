/** What a kind of file that is no text begins with, and what a user can do about it. */
interface Magic {
  readonly name: string;
  /** Leading bytes in hexadecimal; ".." stands for any byte. */
  readonly bytes: string;
  readonly next: string;
}

const extract = "Extract its text first, and add that";
const unpack = "Unpack it first, and add the files in it";
const media = "Add the text of the report instead";
const office = "Save it as plain text or HTML, and add that";

// Signatures are those of each format's own specification.
const magics: readonly Magic[] = [
  { name: "a PDF file", bytes: "255044462d", next: extract },
  { name: "a PNG image", bytes: "89504e470d0a1a0a", next: media },
  { name: "a JPEG image", bytes: "ffd8ff", next: media },
  { name: "a GIF image", bytes: "47494638..61", next: media },
  { name: "a TIFF image", bytes: "49492a00", next: media },
  { name: "a TIFF image", bytes: "4d4d002a", next: media },
  { name: "a WebP image, or WAV or AVI media", bytes: "52494646........", next: media },
  { name: "an MP4 or QuickTime video", bytes: "........66747970", next: media },
  { name: "an Ogg media file", bytes: "4f67675300", next: media },
  { name: "an MP3 recording", bytes: "494433..00", next: media },
  { name: "a Matroska or WebM video", bytes: "1a45dfa3", next: media },
  { name: "a ZIP archive (DOCX, ODT and EPUB are of this kind)", bytes: "504b0304", next: unpack },
  { name: "an empty ZIP archive", bytes: "504b0506", next: unpack },
  { name: "a gzip file", bytes: "1f8b08", next: unpack },
  { name: "an XZ file", bytes: "fd377a585a00", next: unpack },
  { name: "a Zstandard file", bytes: "28b52ffd", next: unpack },
  { name: "a bzip2 file", bytes: "425a68..314159265359", next: unpack },
  { name: "a 7z archive", bytes: "377abcaf271c", next: unpack },
  { name: "a RAR archive", bytes: "526172211a07", next: unpack },
  { name: "an old Office document", bytes: "d0cf11e0a1b11ae1", next: office },
  { name: "an RTF document", bytes: "7b5c727466", next: office },
  {
    name: "an SQLite database",
    bytes: "53514c69746520666f726d6174203300",
    next: "If it is a case, name it with --case",
  },
  { name: "a program", bytes: "7f454c46", next: media },
  { name: "a WebAssembly module", bytes: "0061736d", next: media },
];

const matches = (bytes: Uint8Array, signature: string): boolean => {
  for (let at = 0; at * 2 < signature.length; at++) {
    const pair = signature.slice(at * 2, at * 2 + 2);
    if (at >= bytes.length || (pair !== ".." && bytes[at] !== Number.parseInt(pair, 16))) return false;
  }
  return true;
};

// Riff's four size bytes are any, so its form type is looked at as well: "RIFF" alone may begin a text.
const isRiff = (bytes: Uint8Array): boolean => /^(?:WEBP|WAVE|AVI )/.test(String.fromCharCode(...bytes.slice(8, 12)));

/** The kind of file that `bytes` begin like and what to do with one, in words; null where they begin like none that is known. */
export function binaryKindOf(bytes: Uint8Array): { readonly name: string; readonly next: string } | null {
  const found = magics.find((magic) => matches(bytes, magic.bytes));
  if (!found || (found.bytes.startsWith("52494646") && !isRiff(bytes))) return null;
  return found;
}

// A short text with a stray one or two is still a text, whatever their share.
const strays = 2;

/** Shares of the bytes (0 to 1) that are NUL, and that are other control characters which no text has. */
export function controlShares(sample: Uint8Array): { readonly nul: number; readonly control: number } {
  let nul = 0;
  let control = 0;
  for (const byte of sample) {
    if (byte === 0) nul++;
    // Tab to carriage return and escape (ISO-2022) stand in text.
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127) control++;
  }
  const size = Math.max(1, sample.length);
  return { nul: nul > strays ? nul / size : 0, control: control > strays ? control / size : 0 };
}
