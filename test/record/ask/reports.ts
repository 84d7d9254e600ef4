import type { Draft } from "../example.ts";

/** Spellings as a lexicon gives them. */
export const context = { spellings: [{ spellings: ["Kyrovar", "Kirovard", "Киварск"] }] };

/** Five reports of three outlets about a made-up border between Norland and Estmark. */
export const reports: readonly Draft[] = [
  {
    id: "x1",
    publisher: "Norland Post",
    url: "https://post.example/troops",
    published: "2031-05-02",
    title: "Estmark accuses Norland",
    text: [
      "Estmark accuses Norland",
      "Defence Minister Jana Lukavenka claimed on Monday that Norland moved 300 tanks to Kyrovar, without giving evidence.",
      "A resident, Piet Orlov, told reporters that nothing had moved.",
      "Subscribe to hear more of Jana Lukavenka",
    ].join("\n"),
    furniture: ["Subscribe to hear more of Jana Lukavenka"],
    actors: [
      { name: "Jana Lukavenka", public: true, country: "EM", roles: ["Defence Minister"], aliases: ["Lukavenka"] },
      { name: "Norland", kind: "state", country: "NL", said: ["Norland"] },
      { name: "Piet Orlov", said: ["Piet Orlov", "A resident"] },
      { name: "reporters", kind: "group", named: false, public: false },
    ],
    marks: [{ kind: "none-given", words: "without giving evidence" }],
    places: [{ name: "Kyrovar", words: "Kyrovar", country: "NL", precision: "city", lat: 1.5, lon: 2.5, geonames: 7 }],
    quantities: [{ words: "300 tanks", value: 300, low: 300, high: 300, unit: "tank" }],
    claims: [
      {
        source: "Defence Minister Jana Lukavenka",
        cue: "claimed",
        content: ["that Norland moved 300 tanks to Kyrovar"],
        speakers: ["a1"],
        targets: ["a2"],
        kind: "accuse",
        marks: ["k1"],
        date: { start: "2031-04-28", end: "2031-04-28", by: "weekday before" },
        score: 0.9,
      },
      {
        source: "A resident, Piet Orlov",
        cue: "told",
        content: ["that nothing had moved"],
        speakers: ["a3"],
        targets: ["a4"],
        stance: "denies",
        kind: "deny",
      },
    ],
    events: [
      {
        trigger: "moved",
        type: "MOBILIZE",
        actors: ["a2"],
        places: [{ place: "p1", role: "to" }],
        date: { start: "2031-04-27", end: "2031-04-27", by: "day before" },
        attribution: "s1",
        factuality: "probable+",
        quantities: ["q1"],
      },
      {
        trigger: "claimed",
        type: "ACCUSE",
        actors: ["a1"],
        recipients: ["a2"],
        date: { start: "2031-04-28", end: "2031-04-28", by: "weekday before" },
        attribution: "s1",
      },
    ],
  },
  {
    id: "x2",
    publisher: "Estmark Daily",
    url: "https://daily.example/drill",
    published: "2031-05-03",
    title: "Drill planned near Kirovard",
    text: [
      "Norland plans a drill near Kirovard next week.",
      "President Lukavenko warned via Telegram that Norland would regret it. He met envoys on 2 May.",
    ].join("\n"),
    actors: [
      { name: "Norland", kind: "state", country: "NL" },
      {
        name: "Jana Lukavenko",
        public: true,
        country: "EM",
        roles: ["President"],
        said: ["President Lukavenko"],
        aliases: ["Lukavenko"],
      },
      { name: "envoys", kind: "group", named: false },
    ],
    places: [{ name: "Norland", words: "Norland", country: "NL", precision: "country" }],
    claims: [
      {
        source: "President Lukavenko",
        cue: "warned",
        content: ["that Norland would regret it"],
        speakers: ["a2"],
        targets: ["a1"],
        kind: "warn",
        via: "Telegram",
      },
    ],
    events: [
      {
        trigger: "drill",
        type: "MOBILIZE",
        actors: ["a1"],
        realis: "planned",
        date: { start: "2031-05-05", end: "2031-05-11", by: "next week" },
        places: [{ place: "p1", role: "near" }],
      },
      {
        trigger: "met",
        type: "CONSULT",
        actors: ["a2"],
        recipients: ["a3"],
        date: { start: "2031-05-02", end: "2031-05-02", by: "explicit" },
      },
    ],
  },
  {
    id: "x3",
    publisher: "Norland Post",
    published: "2031-05-04",
    text: "No shell was fired, the Red Cross of Norland said. An accident hurt two drivers.",
    actors: [{ name: "Red Cross of Norland", kind: "organization", country: "NL" }],
    claims: [
      {
        source: "the Red Cross of Norland",
        cue: "said",
        content: ["No shell was fired"],
        speakers: ["a1"],
        date: { start: "2031-05-04", end: "2031-05-04", by: "published" },
        parent: "s2",
      },
      { cue: "said.", kind: "report", polarity: "-" },
    ],
    events: [
      {
        trigger: "fired",
        type: "ASSAULT",
        factuality: "certain-",
        date: { start: "2031-05-04", end: "2031-05-04", by: "published" },
        attribution: "s1",
      },
      { trigger: "accident", type: null },
    ],
  },
  {
    id: "x4",
    publisher: "Кур'ер",
    lang: "ru",
    published: "2031-05-05",
    text: "В Киварск прибыла Лукавенко. Она сказала, что войны не будет.",
    actors: [{ name: "Лукавенко", public: true, country: "EM" }],
    claims: [{ source: "Она", cue: "сказала", content: ["что войны не будет"], speakers: ["a1"] }],
  },
  { id: "x5", text: "Weather: rain 100% likely_here.", title: "A dull day in Norland", lang: "en" },
];
