import type { EventType } from "./event.ts";

/**
 * CAMEO codes (Schrodt, codebook 1.1b3, 2012) of a PLOVER type, and of a type with a mode, turned around from the project's published table "CAMEO to PLOVER conversion table"
 * (PLOVER manual draft 0.8, 17 September 2021). Where several codes have one type and mode, the most general of them is taken: the one that the others stand below.
 */
const codes: Readonly<Record<EventType, Readonly<Record<string, string>>>> = {
  AGREE: { "": "030" },
  CONSULT: { "": "040", phone: "041", visit: "042", "third-party": "044" },
  SUPPORT: { "": "050" },
  CONCEDE: { "": "080" },
  COOPERATE: { "": "060" },
  AID: { "": "070" },
  RETREAT: {
    "": "084",
    release: "0841",
    return: "0842",
    ease: "085",
    access: "086",
    disarm: "087",
    ceasefire: "0871",
    withdraw: "0872",
  },
  REQUEST: { "": "100", assist: "101", change: "104", yield: "105", meet: "106" },
  ACCUSE: { "": "110", investigate: "090", disapprove: "110", allege: "112" },
  REJECT: { "": "120", assist: "121", change: "123", yield: "124", meet: "125" },
  THREATEN: {
    "": "130",
    relations: "131",
    restrict: "1312",
    ban: "132",
    political: "1321",
    expel: "136",
    violence: "138",
    territory: "1382",
  },
  PROTEST: { "": "140", demo: "141", hunger: "142", boycott: "143", obstruct: "144", riot: "145" },
  SANCTION: { "": "160", withdraw: "161", discontinue: "162", expel: "166" },
  MOBILIZE: { "": "150", police: "153", troops: "154" },
  COERCE: {
    "": "170",
    seize: "171",
    restrict: "172",
    ban: "1722",
    curfew: "1723",
    "martial-law": "1724",
    arrest: "173",
    deport: "174",
  },
  ASSAULT: {
    "": "190",
    abduct: "181",
    beat: "182",
    sexual: "1821",
    torture: "1822",
    "suicide-attack": "183",
    explosives: "1832",
    assassinate: "186",
    firearms: "193",
    "heavy-weapons": "194",
    massacre: "200",
    cleansing: "203",
    unconventional: "204",
    seize: "1712",
  },
};

/**
 * The CAMEO code of an event by its PLOVER type and mode, three or four digits whose first two are the root ("154": root 15). A mode that the table does not know has its type's code; null where there is no type.
 * A denied or planned event has the code of its deed: CAMEO knows neither.
 */
export function cameoOf(type: EventType | null, mode: string | null): string | null {
  if (type === null) return null;
  const own = codes[type];
  return mode !== null && Object.hasOwn(own, mode) ? own[mode]! : own[""]!;
}
