import { goldenTests } from "../../golden.ts";
import { ledgerLines, toldOf } from "./render.ts";

goldenTests("story", ({ text }) => ledgerLines(toldOf(text)));
