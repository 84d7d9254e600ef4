/** A cell of a table. */
export type Cell = string | number | boolean | null;

// A spreadsheet runs a cell that begins with one of these as a formula (CSV injection), so such text is kept from being one. A lone sign is none.
const formula = /^[=+\-@\t\r](?=.)/s;

/**
 * A cell in RFC 4180: quoted where it holds a comma, a quote or a line end. Text that a spreadsheet would run as a formula
 * gets an apostrophe in front; numbers stay numbers.
 */
export function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A row in RFC 4180, with its CRLF. */
export const csvRow = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(",")}\r\n`;
