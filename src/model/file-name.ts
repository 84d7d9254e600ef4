// What lies beside reports and is none: cases and their journals, tables and settings, lists of feeds and of archives, programs, pictures, sound, films, fonts.
const endings = new Set(
  (
    ".standoff .standoff-wal .standoff-shm .standoff-journal .sqlite .db .json .csv .tsv .lock .toml .yaml .yml .ini .opml .cdx .cdxj " +
    ".js .mjs .cjs .ts .css .map .py .sh .sql .exe .dll .so .wasm " +
    ".png .jpg .jpeg .gif .webp .avif .svg .ico .bmp .tif .tiff .tgs .mp3 .mp4 .m4a .m4v .mov .mkv .avi .wav .ogg .oga .opus .webm .woff .woff2 .ttf .otf .eot"
  ).split(" "),
);

const isAbout = /^(?:readme|license|licence|notice|changelog|contributing)(?:\.(?:md|txt))?$/i;

const endingOf = (name: string): string => {
  const dot = name.lastIndexOf(".");
  return dot < 1 ? "" : name.slice(dot).toLowerCase();
};

/** Is a file JSON by its name? What it holds tells whether there are reports in it. */
export const isJsonName = (name: string): boolean => endingOf(name) === ".json";

const isBeside = (name: string): boolean =>
  name.startsWith(".") || name.endsWith("~") || endings.has(endingOf(name)) || isAbout.test(name);

/** Is a file of that base name no report where it lies in a folder of reports: hidden, or known to hold something else? A chat that was exported as JSON may be one. */
export const isNoReport = (name: string): boolean => name.toLowerCase() !== "result.json" && isBeside(name);
