import { z } from "zod";
import { claimSorts } from "../record/ask/claim-filter.ts";
import { askClaims, countClaims } from "../record/ask/claims.ts";
import { askCounts, countedBy } from "../record/ask/counts.ts";
import { cited, listed, names } from "./question-column.ts";
import { type Question, question } from "./question-form.ts";
import { choices, ofClaims, paging, sort, texts } from "./question-input.ts";

/** Questions about claims: who says what, and how often. */
export const claimQuestions: readonly Question[] = [
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
];
