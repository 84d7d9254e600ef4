import { z } from "zod";
import { cameoOf } from "../model/cameo.ts";
import { eventClasses, eventTypeNames, realisNames } from "../model/event.ts";
import { askEvents, countEvents, eventSorts } from "../record/ask/events.ts";
import { askPlaces } from "../record/ask/placed.ts";
import { askTimeline, countUndated, timelineParts } from "../record/ask/timeline.ts";
import { cited, listed, names } from "./question-column.ts";
import { type Question, question } from "./question-form.ts";
import { choices, days, ofDocuments, paging, query, recordedAfter, sort, texts, window } from "./question-input.ts";

const ofEvents = {
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
};

/** Questions about events: what is said to happen, where and when. */
export const eventQuestions: readonly Question[] = [
  question({
    name: "events",
    summary: "Who did what to whom, where and when; deeds and talk apart",
    input: z.strictObject({
      event: texts("Event by its id, like r14.e2").optional(),
      ...ofEvents,
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
      { name: "cameo", cell: (row) => cameoOf(row.type, row.mode) },
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
      ...ofEvents,
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
];
