import { loadCommonWords } from "../../src/engine.ts";
import { type AnnotatedDocument, nothingRead } from "../../src/model/annotation.ts";
import type { Attribution } from "../../src/model/attribution.ts";
import { id } from "../../src/model/id.ts";
import type { Quantity } from "../../src/model/quantity.ts";
import type { Span } from "../../src/model/span.ts";
import { sha256 } from "../../src/pipeline.ts";
import { randomFrom } from "../random.ts";

/** Reports of a day: the archive of a newsroom that follows some eighty outlets. 1,000 are ten days, 100,000 two years and nine months. */
export const perDay = 100;
/** The share of stories that have `s` reports and more falls with this power of `s`; none has more than `largest`. */
const tail = 1.3;
const largest = 400;
/** Stories are of so many fields (a war, a court, a league), which share words and the people who speak. */
const fieldCount = 40;
const sentencesOfReport = 15;
const wordsOfSentence = 20;
/** One sentence in so many is a statement by somebody; one in so many counts people. */
const statedEvery = 4;
const countedEvery = 5;

interface Field {
  readonly words: readonly string[];
  readonly speakers: readonly string[];
}

interface Story extends Field {
  readonly own: readonly string[];
  readonly toll: number;
}

type Random = () => number;
const pick = <Item>(random: Random, items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
const several = <Item>(count: number, make: () => Item): readonly Item[] => Array.from({ length: count }, make);

const syllables = ["ba", "ro", "ten", "li", "mar", "sko", "vi", "du", "gan", "pel", "or", "zem", "tu", "hal"];
const upper = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const madeName = (random: Random): string => upper(several(3, () => pick(random, syllables)).join(""));
const madeSpeakers = (random: Random, count: number): readonly string[] =>
  several(count, () => `${madeName(random)} ${madeName(random)}`);

/** Draws words as often as news has them. */
function plainWords(): (random: Random) => string {
  const words = loadCommonWords();
  const upTo: number[] = [];
  for (const { perMillion } of words) upTo.push((upTo.at(-1) ?? 0) + perMillion);
  return (random) => {
    const drawn = random() * upTo.at(-1)!;
    let [low, high] = [0, words.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (upTo[middle]! < drawn) low = middle + 1;
      else high = middle;
    }
    return words[low]!.term;
  };
}

/** Which story each of `count` reports tells, and on which day, in the order of the days. */
function planned(count: number): readonly { readonly day: number; readonly story: Story }[] {
  const random = randomFrom(3);
  const rarer = loadCommonWords()
    .slice(2000)
    .map(({ term }) => term);
  const fields = several(fieldCount, (): Field => {
    return { words: several(120, () => pick(random, rarer)), speakers: madeSpeakers(random, 6) };
  });
  const days = count / perDay;
  const plan: { readonly day: number; readonly story: Story }[] = [];
  while (plan.length < count) {
    const size = Math.min(largest, Math.floor((1 - random()) ** (-1 / tail)), count - plan.length);
    const field = pick(random, fields);
    const story: Story = {
      words: field.words,
      speakers: [...field.speakers, ...madeSpeakers(random, 3)],
      own: several(12, () => madeName(random)),
      toll: 2 + Math.floor(random() * 90),
    };
    // A large story goes on for weeks, and most of it is told in the first days. What would come after the last day is of a story that began
    // before the first one, so that every day is as full.
    const begins = random() * days;
    const lasts = 3 * Math.log2(1 + size);
    for (let at = 0; at < size; at++) plan.push({ day: (begins + random() ** 2 * lasts) % days, story });
  }
  return plan.toSorted((one, other) => one.day - other.day);
}

/**
 * Made-up reports of 300 words, as the pipeline would give them: statements with speakers, counts of people, words of news at large, of a field and
 * of one story. Stories have one to 400 reports, most of them few; `at` counts from 0 in the order of the days, and the same one is always the same.
 */
export function madeReports(count: number): (at: number) => AnnotatedDocument {
  const plan = planned(count);
  const plain = plainWords();
  return (at) => {
    const random = randomFrom(at + 1);
    const { day, story } = plan[at]!;
    const word = (): string =>
      random() < 0.55 ? plain(random) : random() < 0.6 ? pick(random, story.words) : pick(random, story.own);
    const sentences: Span[] = [];
    const attributions: Attribution[] = [];
    const quantities: Quantity[] = [];
    const heard: string[] = [];
    let text = "";
    for (let place = 0; place < sentencesOfReport; place++) {
      const start = text.length;
      const speaker = place % statedEvery === 0 ? pick(random, story.speakers) : null;
      text += speaker === null ? upper(word()) : `${speaker} said that ${word()}`;
      for (let more = 1; more < wordsOfSentence; more++) text += ` ${word()}`;
      if (place % countedEvery === 0) {
        const value = story.toll + (random() < 0.7 ? 0 : Math.floor(random() * 9));
        const first = text.length + " where ".length;
        text += ` where ${value} people died`;
        quantities.push(countOf(quantities.length + 1, value, [first, first + `${value} people`.length]));
      }
      if (speaker !== null) {
        if (!heard.includes(speaker)) heard.push(speaker);
        attributions.push(
          saidBy(attributions.length + 1, heard.indexOf(speaker) + 1, start, speaker.length, text.length),
        );
      }
      text += ".";
      sentences.push([start, text.length]);
      text += " ";
    }
    text = text.trimEnd();
    const published = new Date(Date.UTC(2029, 0, 1 + Math.floor(day))).toISOString().slice(0, 10);
    return {
      ...nothingRead,
      format: "standoff/1",
      line: "document",
      id: `x${at}`,
      text,
      lang: "en",
      meta: {
        title: null,
        byline: [],
        publisher: `Paper ${at % 80}`,
        url: null,
        published,
        publishedBy: "given",
        publishedRange: [published, published],
        modified: null,
        retrieved: null,
        dateline: null,
      },
      blocks: [{ start: 0, end: text.length, kind: "paragraph", furniture: null }],
      sentences,
      tokens: [],
      actors: heard.map((name, place) => ({
        id: id(`a${place + 1}`),
        name,
        kind: "person",
        named: true,
        public: true,
        wikidata: null,
        country: null,
        roles: [],
        aliases: [],
      })),
      mentions: attributions.map(({ source, speakers }, place) => ({
        id: id(`m${place + 1}`),
        kind: "person",
        form: "name",
        actor: speakers[0]!,
        start: source[0]![0],
        end: source[0]![1],
      })),
      attributions,
      quantities,
      provenance: { engine: "made", version: "1", weights: null, lexicon: "1", textSha256: sha256(text) },
    };
  };
}

const countOf = (number: number, value: number, [start, end]: Span): Quantity => ({
  id: id(`q${number}`),
  start,
  end,
  value,
  low: value,
  high: value,
  bound: "exact",
  unit: "person",
  of: "killed",
  event: null,
});

/** "NAME said that …": the statement that begins at `start`, by a name of so many units. */
const saidBy = (number: number, actor: number, start: number, named: number, end: number): Attribution => ({
  id: id(`s${number}`),
  source: [[start, start + named]],
  cue: [[start + named + 1, start + named + 5]],
  content: [[start + named + " said that ".length, end]],
  speakers: [id(`a${actor}`)],
  targets: [],
  kind: "say",
  polarity: "+",
  stance: "asserts",
  via: null,
  parent: null,
  marks: [],
  date: null,
  score: null,
});
