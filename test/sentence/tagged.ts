import { loadCore } from "../../src/engine.ts";
import type { Tagged } from "../../src/model/name.ts";
import type { Parsed } from "../../src/model/sentence.ts";
import { fillPage } from "../../src/sentence/core/fill.ts";

const core = loadCore();

/** A page as the language core of the package reads it. */
export const tagged = (parsed: Parsed): Tagged => fillPage(parsed, core);
