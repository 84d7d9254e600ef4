import { version } from "../../engine.ts";
import type { MadeByOthers } from "../../record/story-maker.ts";

const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** Stories that another version made, and what makes them anew; null where there are none. */
export function otherMakerNote({ stories, documents, versions }: MadeByOthers): string | null {
  if (stories + documents === 0) return null;
  const what = stories > 0 ? counted(stories, "story", "stories") : counted(documents, "document");
  const named = versions.map((one) =>
    one === version ? `another state of ${version}` : (one ?? "one that did not say"),
  );
  const [was, is] = stories + documents === 1 ? ["was", "is"] : ["were", "are"];
  return (
    `the ${stories > 0 ? "ledgers" : "likenesses"} of ${what} ${was} made by another version of Standoff (${named.join(", ")}) and ${is} not compared. ` +
    "That is no damage: they are made anew by the next `standoff add`, or by `standoff serve`."
  );
}
