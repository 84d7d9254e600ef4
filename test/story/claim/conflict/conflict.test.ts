import { describe, expect, test } from "vitest";
import type { Slot } from "../../../../src/model/ledger.ts";
import { conflictOf } from "../../../../src/story/claim/likeness.ts";
import { readStory } from "../../../../src/story/claim/reading.ts";
import { inOrder } from "../../../../src/story/order.ts";
import { toldOf } from "../render.ts";

/** What two reports have the same holder say, and in what they cannot both be one proposition. */
type Row = readonly [conflict: Slot | null, one: string, other: string];

const rows: Readonly<Record<string, readonly Row[]>> = {
  "a no is against what it says no to": [
    ["negation", "no shell was fired at the depot", "shells were fired at the depot"],
    ["negation", "the crew did not leave the island", "the crew left the island"],
    ["negation", "the rebels had freed nobody", "the rebels had freed the miners"],
    ["negation", "not all of the victims were soldiers", "all of the victims were soldiers"],
    ["negation", "the mast was undamaged", "the mast was damaged"],
    [null, "nobody on board is hurt", "all sailors are in good health"],
    [null, "points and signals were at no time affected", "the safety installations were untouched"],
    [null, "help did not come until four in the morning", "help came at four in the morning"],
    [null, "the men fired with no warning", "the men fired without warning"],
    [null, "the officials did nothing but stamp passports", "the officials stamped passports"],
    [null, "the miners struck because their wages had not been paid", "the miners struck over unpaid wages"],
    [null, "no fewer than 40 houses burned", "at least 40 houses burned"],
  ],
  "numbers of one kind": [
    ["count", "seventeen officers were hurt", "seven policemen were injured"],
    ["count", "eighty kilos of explosives tore the bridge apart", "some eight kilograms of explosives were used"],
    ["count", "three tonnes of flour were delivered", "300 kilos of flour were delivered"],
    ["count", "all 20 samples were tainted", "seventeen of the samples were tainted"],
    ["count", "most of the wounded were hit from behind", "all of the wounded were hit from behind"],
    ["count", "thirteen captors were killed", "three kidnappers were killed"],
    ["count", "an engine had failed", "both engines had failed"],
    ["modality", "at least 12 people were killed", "12 people were killed"],
    [null, "two months' pay is missing", "eight weeks' pay is missing"],
    [null, "some 4,200 people were moved", "more than four thousand people were moved"],
    [null, "the wall gave way shortly before three", "the wall gave way just before three and nine people drowned"],
    [null, "six of the trucks burned", "six lorries went up in flames"],
    [null, "twelve people were hurt", "the car stopped 40 metres away and twelve people were hurt"],
  ],
  "doubt, intent and conditions": [
    ["modality", "drones may have hit the depot", "drones hit the depot"],
    ["modality", "up to thirty miners were trapped", "thirty miners were trapped"],
    ["modality", "the suspected smugglers were held", "the smugglers were held"],
    ["modality", "the ministry will close the crossing", "the ministry closed the crossing"],
    ["modality", "the union agreed to end the strike", "the union ended the strike"],
    ["modality", "the union will strike on Thursday if the minister stays", "the union will strike on Thursday"],
    ["modality", "there was no proof of swapped ballots", "ballots were swapped"],
    [null, "he died of a heart attack in his cell", "his death was due to a heart attack"],
    [null, "they let the men go of their own free will", "they let the men go voluntarily"],
    [null, "one suspect was arrested on Sunday", "a man was arrested on Sunday"],
    [null, "the toll has gone up to 164", "the toll has risen to 164"],
    [null, "the court will sit on Wednesday", "the court is to sit on Wednesday"],
  ],
  "doers, places and times": [
    ["who", "soldiers turned back the observers", "police turned back the observers"],
    ["what", "the charge went off by accident", "the charge was set off on purpose"],
    ["place", "the balloon was seen over Tarn", "the balloon was seen over Varn"],
    ["time", "the strike begins on Monday", "the strike begins on Thursday"],
    ["time", "the train left at 9.40", "the train left at 10.15"],
    ["time", "deliveries are suspended until further notice", "deliveries are suspended for good"],
    [null, "the train left at 5.45", "the train left at a quarter to six"],
    [null, "the power was cut at noon", "the power was cut around midday"],
    [null, "the cutter reached them by 00:50", "the cutter reached them before one o'clock"],
  ],
};

/** The first telling of each of two reports of one story. */
function tellingsOf(one: string, other: string) {
  const report = (words: string, at: number): string =>
    `## d${at} | Paper ${at} | 2024-05-0${at}\nGovernor Ada Holm said that ${words}.`;
  const { tellings } = readStory(inOrder(toldOf(`${report(one, 1)}\n${report(other, 2)}`)), []);
  return ["d1", "d2"].map((name) => tellings.find(({ document }) => document === name)!);
}

for (const [name, list] of Object.entries(rows)) {
  describe(name, () => {
    test.each(list)("%s: %s / %s", (conflict, one, other) => {
      const [a, b] = tellingsOf(one, other);
      expect(conflictOf(a!, b!)).toBe(conflict);
      expect(conflictOf(b!, a!)).toBe(conflict);
    });
  });
}
