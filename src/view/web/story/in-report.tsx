import type { OneDocument } from "../../../record/ask/document.ts";
import { useAnswer } from "../asking.ts";
import { publisherOf } from "../citation.ts";
import { Link } from "../link.tsx";
import { usePlace } from "../location.ts";
import { all, type Query, to } from "../route.ts";
import { counted } from "../words.ts";
import { originCount } from "./word.ts";

/** The part of a URL that says as of when the record is shown; nothing where it is shown as it is now. */
const windowIn = (query: Query): Query =>
  Object.fromEntries(["asOf", "recordedBy"].filter((name) => query[name]).map((name) => [name, all(query, name)]));

/** Of which story a report is a part, with the link to it; nothing while it stands alone. */
export function StoryLine({ document }: { readonly document: OneDocument }) {
  const { route } = usePlace();
  const window = windowIn(route.query);
  const found = useAnswer("story", { ...window, story: document.document });
  const story = found.value?.rows.find(({ told }) => told.some((one) => one.document === document.document));
  if (!story || story.told.length < 2) return null;
  return (
    <p class="story-line">
      Part of story{" "}
      <Link to={to("story", { subject: story.story, ...window, at: document.document })}>
        <bdi>{story.title ?? story.words}</bdi>
      </Link>
      , told in {counted(story.told.length, "report")} by{" "}
      {counted(new Set(story.told.map(publisherOf)).size, "publisher")}
    </p>
  );
}

/** In how many reports a claim is told, and how many origins stand behind it, with the link to its story. */
export function ToldIn({ claim, document }: { readonly claim: string; readonly document: string }) {
  const { route } = usePlace();
  const window = windowIn(route.query);
  const found = useAnswer("claim", { ...window, claim: [claim], document: [document] });
  const row = found.value?.rows.find(({ told }) => told.some(({ attribution }) => attribution === claim));
  if (found.problem) return <span class="quiet">could not be asked</span>;
  if (found.isLoading) return <span class="quiet">…</span>;
  if (!row) return <span class="quiet">this report; it is in no story yet</span>;
  const against = row.ties.filter(({ kind }) => kind !== "supports").length;
  return (
    <>
      <Link to={to("story", { subject: row.story, ...window, at: row.claim })}>
        {counted(row.documents, "report")}, {originCount(row.origins)}
      </Link>
      {against > 0 && <span class="quiet">; {counted(against, "other claim faces", "other claims face")} it</span>}
    </>
  );
}
