/** Something in a case that is not as it was recorded. */
export interface Finding {
  /** The table. */
  readonly table: string;
  /** Which row, in the words of the user: "reading 3 of document d2". */
  readonly where: string;
  /** What is wrong, as a sentence without a full stop. */
  readonly fault: string;
}
