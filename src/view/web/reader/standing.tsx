import { dayWords } from "../day.ts";
import { Link } from "../link.tsx";
import { usePlace } from "../location.ts";
import { one, to } from "../route.ts";
import type { Reading } from "./reading.ts";
import { languageWord, selectedIn } from "./say.ts";

/** A page whose text says that to share it may be an offence: said first, before anybody copies a word. */
function Legal({ reading }: { readonly reading: Reading }) {
  const notices = reading.document.annotation.blocks.filter(({ furniture }) => furniture === "legal");
  if (notices.length === 0) return null;
  return (
    <details class="standing standing-legal">
      <summary>
        This page carries a legal notice: sharing it may be an offence where you live. <b>Read it</b>
      </summary>
      {notices.slice(0, 20).map(({ start, end }) => (
        <p key={start} class="standing-words" dir="auto">
          {reading.text.slice(start, Math.min(end, start + 2_000))}
        </p>
      ))}
    </details>
  );
}

/** What must be known before the text is read: notices, language, which version, what was not found. */
export function Standing({ reading }: { readonly reading: Reading }) {
  const { route } = usePlace();
  const { document, text, claims } = reading;
  const { lang } = document.annotation;
  const at = selectedIn(one(route.query, "at"));
  const meant = at && document.revisions.find(({ revision }) => revision === at.revision);
  const window = one(route.query, "recordedBy") ?? one(route.query, "asOf");
  return (
    <>
      <Legal reading={reading} />
      {window !== null && (
        <p class="standing">
          Shown as of {dayWords(window)}.{" "}
          <Link to={to("document", { subject: document.document })}>Show the newest version</Link>
        </p>
      )}
      {at && at.revision !== document.revision && (
        <p class="standing">
          The link points to {at.revision},{" "}
          {meant ? `version ${meant.number} of this report` : "which is no version of this report that is held here"};
          shown is {document.revision}.{" "}
          {meant && (
            <Link
              to={to("document", {
                subject: document.document,
                recordedBy: meant.recorded,
                at: `${at.revision}.${at.id}`,
              })}
            >
              Show version {meant.number}
            </Link>
          )}
        </p>
      )}
      {at && at.revision === document.revision && !reading.itemById.has(at.id) && (
        <p class="standing">
          The link points to {at.id}, which is not in the newest reading of this report. It may have been read by an
          older engine.
        </p>
      )}
      {lang !== null && !/^en\b/.test(lang) && (
        <p class="standing">
          In {languageWord(lang)}: stored and found by search, but only English is read for claims and events.
        </p>
      )}
      {text.trim() === "" ? (
        <p class="standing">This report has no text. What is known of it stands above; its bytes are kept.</p>
      ) : (
        claims.size === 0 &&
        (lang === null || /^en\b/.test(lang)) && (
          <p class="standing">
            Nobody's words were found in this report: no claims{reading.events.size === 0 ? ", and no events" : ""}. The
            text is kept and can be searched.
          </p>
        )
      )}
    </>
  );
}
