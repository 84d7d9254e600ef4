import { z } from "zod";
import { actorKinds } from "../model/actor.ts";
import { eventClasses, eventTypeNames, realisNames } from "../model/event.ts";
import { done, type Outcome, problem } from "../model/outcome.ts";
import { askActor } from "../record/ask/actor.ts";
import { askActors, countActors } from "../record/ask/actors.ts";
import type { Cited } from "../record/ask/cited.ts";
import { claimSorts } from "../record/ask/claim-filter.ts";
import { askClaims, countClaims } from "../record/ask/claims.ts";
import { askCounts, countedBy } from "../record/ask/counts.ts";
import { askDocument } from "../record/ask/document.ts";
import { askDocuments, countDocuments, documentSorts } from "../record/ask/documents.ts";
import { askEvents, countEvents, eventSorts } from "../record/ask/events.ts";
import { askOverview } from "../record/ask/overview.ts";
import type { ActorRef } from "../record/ask/party.ts";
import { askPlaces } from "../record/ask/placed.ts";
import { askRevisions, changes } from "../record/ask/revisions.ts";
import { askSearch } from "../record/ask/search.ts";
import { askStories, countStories, storySorts } from "../record/ask/stories.ts";
import { askStory } from "../record/ask/story.ts";
import { askTimeline, countUndated, timelineParts } from "../record/ask/timeline.ts";
import { listOf, shown } from "./field.ts";
import { isPrivate, privateName } from "./format/private.ts";
import { type Column, type Question, question } from "./question-form.ts";
import {
  choices,
  days,
  ofClaims,
  ofDocuments,
  paging,
  query,
  recordedAfter,
  sort,
  text,
  texts,
  window,
} from "./question-input.ts";

export { type Field, fieldsOf, readInput } from "./field.ts";
export type { Question } from "./question-form.ts";

// Columns that several questions share.

const cited: readonly Column<Cited>[] = [
  { name: "words", cell: (row) => row.words },
  { name: "document", cell: (row) => row.document },
  { name: "external_id", cell: (row) => row.externalId },
  { name: "publisher", cell: (row) => row.publisher },
  { name: "published", cell: (row) => row.published },
  { name: "published_by", cell: (row) => row.publishedBy },
  { name: "title", cell: (row) => row.title },
  { name: "url", cell: (row) => row.url },
  { name: "path", cell: (row) => row.path },
  { name: "revision", cell: (row) => row.revision },
  { name: "start", cell: (row) => row.start },
  { name: "end", cell: (row) => row.end },
  { name: "engine", cell: (row) => row.engine },
  { name: "run", cell: (row) => row.run },
];

const listed = (values: readonly (string | null)[]): string => values.filter((value) => value !== null).join("; ");
// A table is made to be passed on, so a private person is not named in it outside of the words.
const names = (actors: readonly ActorRef[]): string =>
  listed(actors.map((actor) => (isPrivate(actor) && actor.named ? privateName : actor.name)));

/** Every question that a case can be asked, in the order of the help page. A door is generated from this list and from nothing else. */
export const questions: readonly Question[] = [
  question({
    name: "overview",
    summary: "What the case holds, in numbers",
    input: z.strictObject({ ...window }),
    ask: askOverview,
    columns: [
      { name: "what", cell: (row) => row.what },
      { name: "count", cell: (row) => row.count },
      { name: "first", cell: (row) => row.first },
      { name: "last", cell: (row) => row.last },
      { name: "question", cell: (row) => row.question },
      { name: "input", cell: (row) => JSON.stringify(row.input) },
    ],
  }),
  question({
    name: "documents",
    summary: "Which documents are in the case: publisher, day, title, and how much was found in each",
    input: z.strictObject({
      publisher: ofDocuments.publisher,
      lang: texts("Language of the text, like en").optional(),
      ...days("publication"),
      words: query("Words of the title or the text").optional(),
      dated: z.enum(["yes", "no"]).describe("Only those whose day of publication is known, or is not").optional(),
      notLang: texts("Only those in a known language that is not this one").optional(),
      ...window,
      recordedAfter,
      sort: sort(
        documentSorts,
        "Order: by day of publication, the newest first, or the last recorded first; default: published",
      ),
      ...paging,
    }),
    ask: askDocuments,
    aside: countDocuments,
    columns: [
      { name: "lang", cell: (row) => row.lang },
      { name: "revisions", cell: (row) => row.revisions },
      { name: "claims", cell: (row) => row.claims },
      { name: "events", cell: (row) => row.events },
      ...cited,
    ],
  }),
  question({
    name: "document",
    summary: "One document with its text, all that was found in it, its revisions and the decisions about it",
    input: z.strictObject({ document: text("d12, the id that your input gave it, or its URL"), ...window }),
    subject: "document",
    ask: askDocument,
    columns: [
      { name: "lang", cell: (row) => row.annotation.lang },
      { name: "revisions", cell: (row) => row.revisions.length },
      { name: "claims", cell: (row) => row.annotation.attributions.length },
      { name: "events", cell: (row) => row.annotation.events.length },
      ...cited,
    ],
  }),
  question({
    name: "revisions",
    summary: "What changed between the versions of a document, sentence by sentence",
    input: z.strictObject({
      document: text(
        "Document: d12, the id that your input gave it, or its URL; default: all with several versions",
      ).optional(),
      change: z.enum(changes).describe("Only what was added, or removed; default: both").optional(),
      ...window,
      ...paging,
    }),
    subject: "document",
    ask: askRevisions,
    columns: [
      { name: "change", cell: (row) => row.change },
      { name: "version", cell: (row) => row.number },
      { name: "recorded", cell: (row) => row.recorded },
      { name: "modified", cell: (row) => row.modified },
      ...cited,
    ],
  }),
  question({
    name: "stories",
    summary: "Which documents tell of one story: title, days, publishers, and whether it goes on",
    input: z.strictObject({
      ...ofDocuments,
      ...days("publication"),
      least: z.int().min(1).describe("Only stories of at least so many documents").optional(),
      ...window,
      recordedAfter,
      sort: sort(storySorts, "Order: the newest report first, or the most documents; default: newest"),
      ...paging,
    }),
    ask: askStories,
    aside: countStories,
    columns: [
      { name: "story", cell: (row) => row.story },
      { name: "documents", cell: (row) => listed(row.documents) },
      { name: "publishers", cell: (row) => listed(row.publishers) },
      { name: "first", cell: (row) => row.first },
      { name: "last", cell: (row) => row.last },
      { name: "quiet_days", cell: (row) => row.quietDays },
      { name: "state", cell: (row) => row.state },
      { name: "out_of", cell: (row) => row.outOf },
      { name: "joined", cell: (row) => listed(row.joined) },
      ...cited,
    ],
  }),
  question({
    name: "story",
    summary: "One story: its documents side by side, and why each is in it",
    input: z.strictObject({
      story: text("t7, or a document of it: d12, the id that your input gave it, or its URL"),
      ...window,
    }),
    subject: "story",
    ask: askStory,
    columns: [
      { name: "story", cell: (row) => row.story },
      { name: "documents", cell: (row) => listed(row.documents) },
      { name: "publishers", cell: (row) => listed(row.publishers) },
      { name: "first", cell: (row) => row.first },
      { name: "last", cell: (row) => row.last },
      { name: "state", cell: (row) => row.state },
      { name: "claims", cell: (row) => row.claims },
      { name: "relations", cell: (row) => row.relations },
      { name: "happenings", cell: (row) => row.happenings },
      { name: "figures", cell: (row) => row.figures },
      ...cited,
    ],
  }),
  question({
    name: "search",
    summary: "Where words occur, in any spelling of a name, the best passage of each document first",
    input: z.strictObject({
      words: query("What to look for"),
      ...ofDocuments,
      lang: texts("Language of the text, like en").optional(),
      ...days("publication"),
      ...window,
      ...paging,
    }),
    subject: "words",
    ask: askSearch,
    columns: [
      { name: "matches", cell: (row) => listed(row.matches.map((match) => match.words)) },
      { name: "score", cell: (row) => row.score },
      ...cited,
    ],
  }),
  question({
    name: "claims",
    summary: "Who says what, by which words, on what evidence",
    input: z.strictObject({
      claim: texts("Claim by its id, like r14.s3").optional(),
      ...ofClaims,
      sort: sort(
        claimSorts,
        "Order: by publication, the newest first, by day of saying, speaker, publisher or kind; default: published",
      ),
      ...paging,
    }),
    ask: askClaims,
    aside: countClaims,
    columns: [
      { name: "claim", cell: (row) => row.claim },
      { name: "speakers", cell: (row) => names(row.speakers) },
      { name: "source", cell: (row) => row.source },
      { name: "cue", cell: (row) => row.cue },
      { name: "content", cell: (row) => row.content },
      { name: "kind", cell: (row) => row.kind },
      { name: "polarity", cell: (row) => row.polarity },
      { name: "stance", cell: (row) => row.stance },
      { name: "targets", cell: (row) => names(row.targets) },
      { name: "via", cell: (row) => row.via?.text ?? null },
      { name: "marks", cell: (row) => listed(row.marks.map((mark) => mark.kind)) },
      { name: "parent", cell: (row) => row.parent },
      { name: "day_start", cell: (row) => row.day?.start ?? null },
      { name: "day_end", cell: (row) => row.day?.end ?? null },
      { name: "day_by", cell: (row) => row.day?.by ?? null },
      { name: "score", cell: (row) => row.score },
      ...cited,
    ],
  }),
  question({
    name: "counts",
    summary: "How many claims there are, by speaker, kind, stance, mark of evidence, channel, publisher and day",
    input: z.strictObject({
      by: choices(
        countedBy,
        "What to count by; default: all but the days (day: of saying, else of publication; said: of saying alone)",
      ).optional(),
      ...ofClaims,
      limit: z.int().min(1).describe("At most so many values of each; default: 50").optional(),
    }),
    ask: askCounts,
    columns: [
      { name: "by", cell: (row) => row.by },
      { name: "value", cell: (row) => row.value },
      { name: "count", cell: (row) => row.count },
      { name: "documents", cell: (row) => row.documents },
    ],
  }),
  question({
    name: "events",
    summary: "Who did what to whom, where and when; deeds and talk apart",
    input: z.strictObject({
      event: texts("Event by its id, like r14.e2").optional(),
      type: choices(eventTypeNames, "PLOVER type").optional(),
      class: choices(eventClasses, "Deeds (material) or talk (verbal)").optional(),
      actor: texts("Who does it, by any form or spelling of the name").optional(),
      recipient: texts("To whom it is done").optional(),
      place: texts("Place, or country by name or two-letter code like BY").optional(),
      realis: choices(
        realisNames,
        "Whether it happened, goes on, or is only planned, threatened, demanded or supposed",
      ).optional(),
      attributed: z
        .enum(["yes", "no"])
        .describe("Only what somebody is named as saying, or only the publisher's own words")
        .optional(),
      words: query("Words of the event's sentence").optional(),
      ...days("the event"),
      ...ofDocuments,
      ...window,
      recordedAfter,
      sort: sort(
        eventSorts,
        "Order: by publication, the newest first, or by the event's day; default: deeds before talk, then by day",
      ),
      ...paging,
    }),
    ask: askEvents,
    aside: countEvents,
    columns: [
      { name: "event", cell: (row) => row.event },
      { name: "class", cell: (row) => row.class },
      { name: "type", cell: (row) => row.type },
      { name: "mode", cell: (row) => row.mode },
      { name: "trigger", cell: (row) => row.trigger },
      { name: "actors", cell: (row) => names(row.actors) },
      { name: "recipients", cell: (row) => names(row.recipients) },
      { name: "places", cell: (row) => listed(row.places.map((place) => place.name)) },
      { name: "day_start", cell: (row) => row.day?.start ?? null },
      { name: "day_end", cell: (row) => row.day?.end ?? null },
      { name: "day_by", cell: (row) => row.day?.by ?? null },
      { name: "realis", cell: (row) => row.realis },
      { name: "factuality", cell: (row) => row.factuality },
      { name: "said_by", cell: (row) => row.attribution?.source ?? null },
      { name: "claim", cell: (row) => row.attribution?.claim ?? null },
      { name: "quantities", cell: (row) => listed(row.quantities.map((quantity) => quantity.words)) },
      { name: "score", cell: (row) => row.score },
      ...cited,
    ],
  }),
  question({
    name: "places",
    summary: "Where things are said to happen, or not to: each place as exactly as the reports name it",
    input: z.strictObject({
      type: choices(eventTypeNames, "PLOVER type").optional(),
      class: choices(eventClasses, "Deeds (material) or talk (verbal)").optional(),
      actor: texts("Who does it, by any form or spelling of the name").optional(),
      recipient: texts("To whom it is done").optional(),
      place: texts("Place, or country by name or two-letter code like BY").optional(),
      realis: choices(
        realisNames,
        "Whether it happened, goes on, or is only planned, threatened, demanded or supposed",
      ).optional(),
      attributed: z
        .enum(["yes", "no"])
        .describe("Only what somebody is named as saying, or only the publisher's own words")
        .optional(),
      ...days("the event"),
      ...ofDocuments,
      ...window,
      recordedAfter,
      ...paging,
    }),
    ask: askPlaces,
    columns: [
      { name: "name", cell: (row) => row.name },
      { name: "country", cell: (row) => row.country },
      { name: "precision", cell: (row) => row.precision },
      { name: "lat", cell: (row) => row.lat },
      { name: "lon", cell: (row) => row.lon },
      { name: "geonames", cell: (row) => row.geonames },
      { name: "events", cell: (row) => row.events },
      { name: "happened", cell: (row) => row.happened },
      { name: "denied", cell: (row) => row.denied },
      { name: "planned", cell: (row) => row.planned },
      { name: "supposed", cell: (row) => row.supposed },
      { name: "documents", cell: (row) => row.documents },
      { name: "first", cell: (row) => row.first },
      { name: "last", cell: (row) => row.last },
      { name: "event", cell: (row) => row.event },
      ...cited,
    ],
  }),
  question({
    name: "timeline",
    summary:
      "Day by day: what is said to have happened, what is denied, what is planned or supposed, and what was said",
    input: z.strictObject({
      part: choices(timelineParts, "Part of a day").optional(),
      class: choices(eventClasses, "Only deeds (material) or talk (verbal), and no claims").optional(),
      realis: choices(
        realisNames,
        "Only what happened, goes on, or is only planned, threatened, demanded or supposed, and no claims",
      ).optional(),
      actor: texts("Who does or says it, by any form or spelling of the name").optional(),
      ...days("the timeline"),
      ...ofDocuments,
      ...window,
      ...paging,
    }),
    ask: askTimeline,
    aside: countUndated,
    columns: [
      { name: "day", cell: (row) => row.day },
      { name: "last_day", cell: (row) => row.lastDay },
      { name: "part", cell: (row) => row.part },
      { name: "id", cell: (row) => row.id },
      { name: "what", cell: (row) => row.what },
      { name: "who", cell: (row) => names(row.who) },
      { name: "whom", cell: (row) => names(row.whom) },
      { name: "said_by", cell: (row) => row.saidBy },
      ...cited,
    ],
  }),
  question({
    name: "actors",
    summary: "Who acts and speaks, and who calls them what; private persons are not listed",
    input: z.strictObject({
      name: texts("Any form or spelling of a name").optional(),
      kind: choices(actorKinds, "What the actor is").optional(),
      country: texts("Two-letter code, like BY").optional(),
      ...ofDocuments,
      ...window,
      ...paging,
    }),
    subject: "name",
    ask: askActors,
    aside: countActors,
    columns: [
      { name: "name", cell: (row) => row.name },
      { name: "kind", cell: (row) => row.kind },
      { name: "country", cell: (row) => row.country },
      { name: "documents", cell: (row) => row.documents },
      { name: "claims", cell: (row) => row.claims },
      { name: "events", cell: (row) => row.events },
      { name: "names", cell: (row) => listed([...new Set(row.names.map((one) => one.form))]) },
      ...cited,
    ],
  }),
  question({
    name: "actor",
    summary: "One public actor: names by publisher, roles, claims by and about, events, who stands beside",
    input: z.strictObject({
      name: text("Any form or spelling of the name"),
      ...ofDocuments,
      ...window,
    }),
    subject: "name",
    ask: askActor,
    columns: [
      { name: "name", cell: (row) => row.name },
      { name: "kind", cell: (row) => row.kind },
      { name: "country", cell: (row) => row.country },
      { name: "roles", cell: (row) => listed(row.roles.map((role) => role.role)) },
      { name: "documents", cell: (row) => row.documents },
      { name: "claims", cell: (row) => row.claims },
      { name: "events", cell: (row) => row.events },
      { name: "names", cell: (row) => listed([...new Set(row.names.map((one) => one.form))]) },
      ...cited,
    ],
  }),
];

/** The question of that name; fails with `question/unknown`, naming all that there are. */
export function questionNamed(name: string): Outcome<Question> {
  const found = questions.find((one) => one.name === name);
  if (found) return done(found);
  return problem(
    "question/unknown",
    `There is no question ${shown(name)}. Ask one of: ${listOf(questions.map((one) => one.name))}.`,
  );
}
