import type { ComponentChildren } from "preact";
import type { OneDocument } from "../../../record/ask/document.ts";
import { citationOf, publishedWords, publisherOf } from "../citation.ts";
import { Copy } from "../copy.tsx";
import { dayWords } from "../day.ts";
import { harmless } from "../harmless.ts";
import { Link } from "../link.tsx";
import { to } from "../route.ts";
import { StoryLine } from "../story/in-report.tsx";
import { counted } from "../words.ts";
import { citableReport, type Reading } from "./reading.ts";
import { languageWord, publishedHow } from "./say.ts";

const isWeb = (url: string): boolean => URL.canParse(url) && ["http:", "https:"].includes(new URL(url).protocol);

const Row = ({ name, children }: { readonly name: string; readonly children: ComponentChildren }) =>
  children === null ? null : (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );

/** The versions that the case holds, each with a link that shows it. */
function Versions({ document }: { readonly document: OneDocument }) {
  return (
    <ol class="versions">
      {document.revisions.map(({ revision, number, recorded, retrieved, modified, published, bytesSha256 }) => (
        <li key={revision}>
          {revision === document.revision ? (
            <b>Version {number}, shown here</b>
          ) : (
            <Link to={to("document", { subject: document.document, recordedBy: recorded })}>Version {number}</Link>
          )}{" "}
          <span class="quiet">
            {revision}
            {published !== null && `, published ${dayWords(published)}`}
            {modified !== null && `, changed ${dayWords(modified)}`}
            {retrieved !== null && `, captured ${dayWords(retrieved)}`}, recorded {dayWords(recorded)}, bytes{" "}
            <code title={bytesSha256}>{bytesSha256.slice(0, 12)}</code>
          </span>
        </li>
      ))}
    </ol>
  );
}

/** What analysts decided about the report, withdrawn decisions too. */
const Decisions = ({ document }: { readonly document: OneDocument }) => (
  <ul class="versions">
    {document.decisions.map(({ id, action, anchor, value, by, at, why, withdrawnAt }) => (
      <li key={id} class={withdrawnAt === null ? undefined : "superseded"}>
        <b>{action}</b> {anchor.layer}
        {anchor.field !== null && `, ${anchor.field}`}
        {value !== null && `: ${value}`}{" "}
        <span class="quiet">
          by {by}, {dayWords(at)}
          {why !== null && `: ${why}`}
          {withdrawnAt !== null && `; withdrawn ${dayWords(withdrawnAt)}`}
        </span>
      </li>
    ))}
  </ul>
);

/** Other reports that say nearly the same words: a reader should not count them as another voice. */
const NearCopies = ({ document: { nearCopies } }: { readonly document: OneDocument }) =>
  nearCopies.length === 0 ? null : (
    <aside class="near-copies">
      <p>Nearly the same words stand in {counted(nearCopies.length, "other report")}:</p>
      <ul>
        {nearCopies.map(({ document, publisher, published, title, share }) => (
          <li key={document}>
            <Link to={to("document", { subject: document })}>{title ?? `Report ${document}`}</Link>{" "}
            <span class="quiet">
              {publisher === null ? "no publisher" : harmless(publisher)}
              {published !== null && `, ${dayWords(published)}`}; {Math.round(share * 100)} % of the shorter one
            </span>
          </li>
        ))}
      </ul>
    </aside>
  );

/** All that is known of the report beside its words. */
function About({ reading: { document } }: { readonly reading: Reading }) {
  const { url, path, externalId, revisions, decisions, engine, run, annotation } = document;
  const { modified, retrieved, dateline } = annotation.meta;
  const recorded = revisions.find(({ revision }) => revision === document.revision)?.recorded ?? null;
  return (
    <details class="about">
      <summary>
        About this report: {counted(revisions.length, "version")}
        {decisions.length > 0 && `, ${counted(decisions.length, "decision")}`}
      </summary>
      <dl>
        <Row name="Address">
          {url === null ? null : isWeb(url) ? (
            <a href={url} rel="noopener noreferrer" target="_blank">
              {url}
            </a>
          ) : (
            url
          )}
        </Row>
        <Row name="File">{path}</Row>
        <Row name="Its own id">{externalId}</Row>
        <Row name="Published">
          {document.published === null ? "not known" : dayWords(document.published)} ({publishedHow(annotation.meta)})
        </Row>
        <Row name="Dateline">{dateline}</Row>
        <Row name="Changed">{modified === null ? null : dayWords(modified)}</Row>
        <Row name="Captured">{retrieved === null ? null : dayWords(retrieved)}</Row>
        <Row name="Recorded">{recorded === null ? null : dayWords(recorded)}</Row>
        <Row name="Language">{annotation.lang === null ? "could not be told" : languageWord(annotation.lang)}</Row>
        <Row name="Read by">
          {engine}, run {run}
        </Row>
        <Row name="Length">
          {counted(annotation.text.length, "unit")} of text, {counted(annotation.sentences.length, "sentence")},{" "}
          {counted(annotation.blocks.length, "block")}
        </Row>
        <Row name="Versions">
          <Versions document={document} />
        </Row>
        <Row name="Decisions">{decisions.length === 0 ? null : <Decisions document={document} />}</Row>
      </dl>
    </details>
  );
}

/** Where the report is from, and its title. `title`: the heading as it stands in the text; null where it is only told beside it. */
export function Masthead({ reading, title }: { readonly reading: Reading; readonly title: ComponentChildren | null }) {
  const { document } = reading;
  const { byline, dateline } = document.annotation.meta;
  return (
    <header class="masthead">
      <p class="kicker">
        <b>{publisherOf(document)}</b>
        <span>{publishedWords(document)}</span>
        {dateline !== null && <span>{dateline}</span>}
        {document.published !== null && <span class="quiet">{publishedHow(document.annotation.meta)}</span>}
      </p>
      {title ??
        (document.title === null ? (
          <h1 class="no-title">A report without a title</h1>
        ) : (
          <h1 class="block-words" dir="auto">
            {document.title}
          </h1>
        ))}
      {byline.length > 0 && (
        <p class="byline" dir="auto">
          By {byline.join(", ")}
        </p>
      )}
      <div class="masthead-tools no-print">
        <Copy label="Copy citation" text={() => citationOf(citableReport(reading))} />
        {document.url !== null && isWeb(document.url) && (
          <a class="quiet" href={document.url} rel="noopener noreferrer" target="_blank">
            {new URL(document.url).hostname}
          </a>
        )}
      </div>
      <StoryLine document={document} />
      <NearCopies document={document} />
      <About reading={reading} />
    </header>
  );
}
