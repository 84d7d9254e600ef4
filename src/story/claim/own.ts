import type { Telling } from "./reading.ts";

/** Is it the paper's own words, and nobody's statement? */
export const isOwn = ({ speaker }: Telling): boolean => speaker.type === "publisher";
