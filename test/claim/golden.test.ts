import { goldenTests } from "../golden.ts";
import { attributionLines, markLines, readingOf } from "./render.ts";

goldenTests("claim", ({ text, given }) => attributionLines(readingOf(text, given.published ?? null)));
goldenTests("mark", ({ text, given }) => markLines(readingOf(text, given.published ?? null)));
