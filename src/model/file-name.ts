// What lies beside reports and is none: cases and their journals, tables and settings, programs, pictures, fonts.
const endings = new Set(
  (
    ".standoff .standoff-wal .standoff-shm .standoff-journal .sqlite .db .json .csv .tsv .lock .toml .yaml .yml .ini " +
    ".js .mjs .cjs .ts .css .map .py .sh .sql .exe .dll .so .wasm " +
    ".png .jpg .jpeg .gif .webp .avif .svg .ico .bmp .tif .tiff .woff .woff2 .ttf .otf .eot"
  ).split(" "),
);

const isAbout = /^(?:readme|license|licence|notice|changelog|contributing)(?:\.(?:md|txt))?$/i;

const endingOf = (name: string): string => {
  const dot = name.lastIndexOf(".");
  return dot < 1 ? "" : name.slice(dot).toLowerCase();
};

/** Is a file of that base name no report where it lies in a folder of reports: hidden, or known to hold something else? */
export const isNoReport = (name: string): boolean =>
  name.startsWith(".") || name.endsWith("~") || endings.has(endingOf(name)) || isAbout.test(name);
