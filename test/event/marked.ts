import type { Actor, ActorKind } from "../../src/model/actor.ts";
import { id } from "../../src/model/id.ts";
import type { Mention, Named } from "../../src/model/mention.ts";
import type { Place } from "../../src/model/place.ts";
import type { Quantity } from "../../src/model/quantity.ts";
import type { Timex } from "../../src/model/timex.ts";
import { parsePage } from "../../src/sentence/parse.ts";
import { tagged } from "../sentence/tagged.ts";

const pairs: Readonly<Record<string, string>> = { "[": "]", "{": "}", "<": ">", "#": "#" };

interface Span {
  readonly mark: string;
  readonly start: number;
  readonly end: number;
  readonly spec: string | null;
}

/** Reads marks off a text: the plain text, and every marked stretch with what stands after its "=". */
function unmark(marked: string): { readonly text: string; readonly spans: readonly Span[] } {
  let text = "";
  const spans: Span[] = [];
  const open: { mark: string; start: number; spec: string | null }[] = [];
  for (const character of marked) {
    const top = open.at(-1);
    if (top !== undefined && pairs[top.mark] === character) {
      open.pop();
      spans.push({ mark: top.mark, start: top.start, end: text.length, spec: top.spec });
    } else if (character in pairs) open.push({ mark: character, start: text.length, spec: null });
    else if (top !== undefined && character === "=" && top.spec === null) top.spec = "";
    else if (top !== undefined && top.spec !== null) top.spec += character;
    else text += character;
  }
  return { text, spans: spans.sort((a, b) => a.start - b.start || b.end - a.end) };
}

/**
 * A named page from a marked text, so that cases of events do not hang on how names are found:
 * `[Norland]` a state; `[she=Ada Holm/person]` an actor by another name and kind, `[Polish=Poland/state/PL]` with its country; `[[Norland] troops=~troops]` one without a name;
 * `{Wend}` a place; `<on Friday=2024-05-17>` and `<in May=2024-05-01..2024-05-31>` days; `#two soldiers=2 soldier killed#` a quantity.
 */
export function namedFrom(marked: string): Named {
  const { text, spans } = unmark(marked);
  const parsed = tagged(
    parsePage(
      {
        text,
        blocks: [{ start: 0, end: text.length, kind: "paragraph", furniture: null }],
        meta: {
          title: null,
          byline: [],
          publisher: null,
          url: null,
          published: "2024-05-17",
          publishedBy: "given",
          publishedRange: ["2024-05-17", "2024-05-17"],
          modified: null,
          retrieved: null,
          dateline: null,
        },
      },
      { lang: "en", sentences: null },
    ),
  );
  const actors: Actor[] = [];
  const mentions: Mention[] = [];
  const places: Place[] = [];
  const timexes: Timex[] = [];
  const quantities: Quantity[] = [];
  for (const { mark, start, end, spec } of spans) {
    const words = text.slice(start, end);
    if (mark === "[") {
      const [called = words, kind = "state", country = null] = (spec ?? words).split("/");
      const named = !called.startsWith("~");
      const name = called.replace("~", "");
      let actor = actors.find((one) => one.name === name);
      if (actor === undefined) {
        actor = {
          id: id(`a${actors.length + 1}`),
          name,
          kind: (named ? kind : "group") as ActorKind,
          named,
          public: null,
          wikidata: null,
          country,
          roles: [],
          aliases: [],
        };
        actors.push(actor);
      }
      const form = /^(?:it|they|he|she|we|i|who)$/i.test(words) ? "pronoun" : named ? "name" : "nominal";
      mentions.push({ id: id(`m${mentions.length + 1}`), start, end, kind: "organization", form, actor: actor.id });
    } else if (mark === "{") {
      const mention: Mention = {
        id: id(`m${mentions.length + 1}`),
        start,
        end,
        kind: "place",
        form: "name",
        actor: null,
      };
      mentions.push(mention);
      places.push({
        id: id(`p${places.length + 1}`),
        mention: mention.id,
        name: words,
        geonames: null,
        lat: null,
        lon: null,
        country: null,
        precision: null,
        by: "marked",
        score: null,
      });
    } else if (mark === "<") {
      const [first = "", last = first] = (spec ?? "").split("..");
      timexes.push({
        id: id(`t${timexes.length + 1}`),
        start,
        end,
        type: "DATE",
        value: first,
        range: [first, last],
        by: "marked",
      });
    } else {
      const [value = "", unit = null, of = null] = (spec ?? "").split(" ");
      quantities.push({
        id: id(`q${quantities.length + 1}`),
        start,
        end,
        value: Number(value),
        low: null,
        high: null,
        bound: "exact",
        unit,
        of,
        event: null,
      });
    }
  }
  return { ...parsed, actors, mentions, places, timexes, quantities };
}
