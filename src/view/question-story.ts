import { z } from "zod";
import { askStories, countStories, storySorts } from "../record/ask/stories.ts";
import { askStory } from "../record/ask/story.ts";
import { cited, listed } from "./question-column.ts";
import { type Question, question } from "./question-form.ts";
import { days, ofDocuments, paging, recordedAfter, sort, text, window } from "./question-input.ts";

/** Questions about stories: what several documents tell together. */
export const storyQuestions: readonly Question[] = [
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
];
