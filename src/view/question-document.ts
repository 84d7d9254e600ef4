import { z } from "zod";
import { askDocument } from "../record/ask/document.ts";
import { askDocuments, countDocuments, documentSorts } from "../record/ask/documents.ts";
import { askOverview } from "../record/ask/overview.ts";
import { askRevisions, changes } from "../record/ask/revisions.ts";
import { askSearch } from "../record/ask/search.ts";
import { cited, listed } from "./question-column.ts";
import { type Question, question } from "./question-form.ts";
import { days, ofDocuments, paging, query, recordedAfter, sort, text, texts, window } from "./question-input.ts";

/** Questions about documents: what the case holds, which they are, what changed in them, where words occur. */
export const documentQuestions: readonly Question[] = [
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
];
