import { z } from "zod";
import { eventTypeNames } from "../model/event.ts";
import { type Holder, slots } from "../model/ledger.ts";
import { askContradictions, countContradictions, oppositions } from "../record/ask/contradictions.ts";
import { askFigures, askHappening, askHappenings } from "../record/ask/happenings.ts";
import { askClaim, askOrigins } from "../record/ask/ledger-claim.ts";
import { privateName } from "./format/private.ts";
import { cited, listed } from "./question-column.ts";
import { type Question, question } from "./question-form.ts";
import { choices, ofDocuments, paging, text, texts, window } from "./question-input.ts";

// A table is made to be passed on, so a private person is not named in it outside of the words.
const holderName = ({ name, kind, public: isPublic }: Holder): string =>
  kind === "person" && isPublic !== true ? privateName : name;

const ofStories = {
  story: texts("Story by its id, like t7, or by a document of it").optional(),
  ...ofDocuments,
  ...window,
};
const ofClaims = {
  claim: texts("Claim of a story by its id, like t7.c2, or what tells it, like r14.s3").optional(),
  holder: texts("Whose word it is; a part of the name is enough").optional(),
  least: z.int().min(1).describe("Only claims that at least so many documents tell").optional(),
  ...ofStories,
};

/** Questions about what the documents of a story say together: claims, who disagrees, where it comes from, what happened, how many. */
export const ledgerQuestions: readonly Question[] = [
  question({
    name: "claim",
    summary:
      "What is said over the reports of a story: each claim once, with every place that tells it, and how it stands to others",
    input: z.strictObject({ ...ofClaims, ...paging }),
    subject: "claim",
    ask: askClaim,
    columns: [
      { name: "claim", cell: (row) => row.claim },
      { name: "holder", cell: (row) => holderName(row.holder) },
      { name: "kind", cell: (row) => row.kind },
      { name: "stance", cell: (row) => row.stance },
      { name: "documents", cell: (row) => row.documents },
      { name: "publishers", cell: (row) => listed(row.publishers) },
      { name: "established", cell: (row) => row.origins.established },
      { name: "unknown", cell: (row) => row.origins.unknown },
      { name: "at_most", cell: (row) => row.origins.atMost },
      {
        name: "ties",
        cell: (row) =>
          listed(row.ties.map((tie) => `${tie.direction === "to" ? "" : "is met: "}${tie.kind} ${tie.claim}`)),
      },
      { name: "told_by", cell: (row) => listed(row.told.map((one) => one.attribution)) },
      ...cited,
    ],
  }),
  question({
    name: "contradictions",
    summary: "Who denies, contradicts, distorts, corrects or withdraws what, and on which point",
    input: z.strictObject({
      kind: choices(oppositions, "How the two stand to each other").optional(),
      slot: choices(slots, "What they disagree about").optional(),
      holder: texts("Whose word one of the two is; a part of the name is enough").optional(),
      ...ofStories,
      ...paging,
    }),
    ask: askContradictions,
    aside: countContradictions,
    columns: [
      { name: "story", cell: (row) => row.story },
      { name: "relation", cell: (row) => row.relation },
      { name: "slot", cell: (row) => row.slot },
      { name: "claim", cell: (row) => row.claim },
      { name: "holder", cell: (row) => holderName(row.holder) },
      { name: "against", cell: (row) => row.against.claim },
      { name: "against_holder", cell: (row) => holderName(row.against.holder) },
      { name: "against_words", cell: (row) => row.against.words },
      { name: "against_publisher", cell: (row) => row.against.publisher },
      { name: "reason", cell: (row) => row.reason },
      ...cited,
    ],
  }),
  question({
    name: "origins",
    summary:
      "How many independent origins stand behind a claim: established, unknown, and at most both, each with its chain",
    input: z.strictObject({ ...ofClaims, ...paging }),
    subject: "claim",
    ask: askOrigins,
    columns: [
      { name: "claim", cell: (row) => row.claim },
      { name: "holder", cell: (row) => holderName(row.holder) },
      { name: "documents", cell: (row) => row.documents },
      { name: "established", cell: (row) => row.established },
      { name: "unknown", cell: (row) => row.unknown },
      { name: "at_most", cell: (row) => row.atMost },
      {
        name: "origins",
        cell: (row) =>
          listed(row.origins.map((origin) => `${origin.established ? "" : "? "}${origin.kind}: ${origin.reason}`)),
      },
      { name: "supported_by", cell: (row) => listed(row.supportedBy) },
      ...cited,
    ],
  }),
  question({
    name: "happenings",
    summary: "Events that several reports tell of, each once; values on which they differ stand side by side",
    input: z.strictObject({
      type: choices(eventTypeNames, "PLOVER type").optional(),
      least: z.int().min(1).describe("Only happenings that at least so many documents tell; default: 2").optional(),
      ...ofStories,
      ...paging,
    }),
    ask: askHappenings,
    columns: [
      { name: "happening", cell: (row) => row.happening },
      { name: "type", cell: (row) => row.type },
      { name: "trigger", cell: (row) => row.trigger },
      { name: "place", cell: (row) => row.place },
      { name: "first", cell: (row) => row.first },
      { name: "last", cell: (row) => row.last },
      { name: "realis", cell: (row) => listed(row.realis) },
      { name: "denied", cell: (row) => row.denied },
      { name: "documents", cell: (row) => row.documents },
      { name: "tellings", cell: (row) => row.tellings },
      { name: "conflicts", cell: (row) => listed(row.conflicts.map(({ slot, value }) => `${slot}: ${value}`)) },
      ...cited,
    ],
  }),
  question({
    name: "happening",
    summary: "One event over the reports: every telling with its words, and how each tells it",
    input: z.strictObject({
      happening: text("t7.h1, or an event that tells it, like r14.e2"),
      ...window,
    }),
    subject: "happening",
    ask: askHappening,
    columns: [
      { name: "happening", cell: (row) => row.happening },
      { name: "type", cell: (row) => row.type },
      { name: "trigger", cell: (row) => row.trigger },
      { name: "place", cell: (row) => row.place },
      { name: "first", cell: (row) => row.first },
      { name: "last", cell: (row) => row.last },
      { name: "events", cell: (row) => listed(row.told.map(({ event }) => event)) },
      ...cited,
    ],
  }),
  question({
    name: "figures",
    summary: "Tolls and counts over time, each with who gave it; a newer figure supersedes and the older one stays",
    input: z.strictObject({
      of: texts("What is counted, like killed").optional(),
      holder: texts("Who gave it; a part of the name is enough").optional(),
      current: z.enum(["yes"]).describe("Only figures that their holder has not replaced").optional(),
      ...ofStories,
      ...paging,
    }),
    ask: askFigures,
    columns: [
      { name: "series", cell: (row) => row.series },
      { name: "happening", cell: (row) => row.happening },
      { name: "of", cell: (row) => row.of },
      { name: "figure", cell: (row) => row.figure },
      { name: "bound", cell: (row) => row.bound },
      { name: "low", cell: (row) => row.low },
      { name: "high", cell: (row) => row.high },
      { name: "value", cell: (row) => row.value },
      { name: "holder", cell: (row) => holderName(row.holder) },
      { name: "day", cell: (row) => row.day },
      { name: "superseded", cell: (row) => row.superseded },
      { name: "claim", cell: (row) => row.claim },
      ...cited,
    ],
  }),
];
