import { z } from "zod";
import { actorKinds } from "../model/actor.ts";
import { askActor } from "../record/ask/actor.ts";
import { askActors, countActors } from "../record/ask/actors.ts";
import { cited, listed } from "./question-column.ts";
import { type Question, question } from "./question-form.ts";
import { choices, ofDocuments, paging, text, texts, window } from "./question-input.ts";

/** Questions about who acts and speaks. */
export const actorQuestions: readonly Question[] = [
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
