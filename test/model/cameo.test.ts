import { expect, test } from "vitest";
import { cameoOf } from "../../src/model/cameo.ts";
import { type EventType, eventTypeNames } from "../../src/model/event.ts";

const rows: readonly (readonly [type: EventType | null, mode: string | null, code: string | null])[] = [
  ["MOBILIZE", "troops", "154"],
  ["MOBILIZE", null, "150"],
  ["ACCUSE", "investigate", "090"],
  ["ACCUSE", "disapprove", "110"],
  ["RETREAT", "ceasefire", "0871"],
  ["ASSAULT", "heavy-weapons", "194"],
  ["ASSAULT", "massacre", "200"],
  ["COERCE", "arrest", "173"],
  ["COERCE", "cyber", "170"],
  ["AGREE", "toString", "030"],
  [null, null, null],
];
for (const [type, mode, code] of rows)
  test(`${type} ${mode ?? "without mode"} is CAMEO ${code}`, () => expect(cameoOf(type, mode)).toBe(code));

/** Roots of CAMEO that the published table turns into each type. */
const roots: Readonly<Record<EventType, string>> = {
  AGREE: "03",
  CONSULT: "04",
  SUPPORT: "05",
  COOPERATE: "06",
  AID: "07",
  CONCEDE: "08",
  RETREAT: "08",
  ACCUSE: "11",
  REQUEST: "10",
  REJECT: "12",
  THREATEN: "13",
  PROTEST: "14",
  MOBILIZE: "15",
  SANCTION: "16",
  COERCE: "17",
  ASSAULT: "19",
};
test("every type has a code, of a root that the table turns into it", () => {
  for (const type of eventTypeNames) expect(cameoOf(type, null)?.slice(0, 2)).toBe(roots[type]);
});
