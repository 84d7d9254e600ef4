import type { MarkKind } from "../../model/mark.ts";
import { nounForms } from "../../sentence/inflection.ts";
import { childrenOf } from "../tree.ts";
import type { Range, Sentence, Words } from "../word.ts";
import { formsOf, isModifier, nounPhrase, prepositionOf, verbOfSubject } from "./noun.ts";

const nouns = (list: string): ReadonlySet<string> => new Set(list.split(" ").flatMap((noun) => [...nounForms(noun)]));

/** Papers and records by which something is known. */
const papers: ReadonlySet<string> = new Set([
  ...nouns(
    "document filing record register ledger invoice waybill indictment spreadsheet drawing blueprint transcript affidavit manifest dossier file log logbook certificate receipt deed cable memo memorandum letter email correspondence contract archive database dataset registry roster audit inventory notebook diary warrant deposition subpoena permit payslip payroll paperwork autopsy minute telegram screenshot intercept folder statistic printout worksheet timesheet passport prescription chart itinerary timetable questionnaire complaint lawsuit data logfile tracker metadata testimony extract declaration roll sheet slip bookkeeping paperwork",
  ),
  "papers",
]);
/** Words for papers that tell of evidence only where more is said of them. */
const weakPapers = nouns(
  "report order plan message note draft list statement map bulletin bill page agreement slide presentation directive instruction file",
);
const ofPapers =
  /^(?:leaked|declassified|internal|confidential|classified|secret|court|police|medical|autopsy|forensic|auditor|auditors|auditor's|auditors'|audit|bank|tax|phone|telephone|text|intercepted|hacked|handwritten|handover|inspection|shipping|customs|flight|handing|coroner's|coroner|pathologist's|hospital|incident|tracking|procurement|unpublished|sealed|archival|written|tender)$/;
const pictures = nouns(
  "video footage photo photograph picture image imagery clip livestream film still snapshot cctv dashcam bodycam broadcast scene stream selfie reel frame webcam videotape tape",
);
const weakPictures = nouns("broadcast scene stream film still frame tape reel recording feed camera");
const ofPictures =
  /^(?:satellite|drone|aerial|dashcam|cctv|surveillance|security|mobile|phone|cellphone|smartphone|mobile-phone|bodycam|body|radar|live|video|thermal|infrared|television|tv|amateur|archive|geolocated|verified|unverified|helmet|webcam|before-and-after)$/;
const showing = formsOf(
  "show say state reveal suggest indicate confirm list record detail describe document contain hold point prove note agree name put give capture catch depict appear seem establish attest corroborate support contradict reflect trace place match identify tell bear demonstrate see allege have feature include mention set refer back testify find read specify disclose date",
);
const picturesOnly = /^(?:ha[sd]|have|having|catch|caught|catches)$/;
const shared = formsOf(
  "see obtain review leak share examine view inspect cite verify geolocate authenticate publish post circulate film take shoot record capture release analyse analyze upload acquire consult unseal hand pass send provide dig find",
);
const checking = formsOf(
  "examine review verify analyse analyze geolocate study inspect see obtain view authenticate cite quote compare consult",
);
/** Verbs by which something is said or known in a paper ("prosecutors said in a court filing"). */
const telling = formsOf(
  "say write state claim argue allege admit report testify note reveal show find learn describe list record detail mention establish identify document name appear",
);
const participlePhrase = /^(?:by|to|with|online|on|from)$/;

interface FoundRecord {
  readonly kind: MarkKind;
  readonly range: Range;
  readonly noun: number;
  /** The verb by which it shows something; -1 where it stands in another place. */
  readonly verb: number;
}

/** Does the noun stand where evidence is named: as what shows, in what, according to what, or what somebody was given to see? */
function standsAsEvidence(
  words: Words,
  noun: number,
  sentence: Sentence,
  film: boolean,
  special: boolean,
): number | null {
  const { lower, label, xpos } = words;
  const verb = verbOfSubject(words, noun);
  if (verb >= 0 && showing.has(lower[verb]!) && (film || !picturesOnly.test(lower[verb]!)) && !isPassive(words, verb))
    return verb;
  if (verb >= 0 && special && !isPassive(words, verb)) return verb;
  if (isPaged(words, nounPhrase(words, noun, sentence.from))) return -1;
  const preposition = prepositionOf(words, noun);
  if (preposition === "according") return -1;
  const governor = words.head[noun]!;
  if (
    governor >= 0 &&
    /^(?:judging|based|judged|going)$/.test(lower[governor]!) &&
    /^(?:by|from|on)$/.test(preposition)
  )
    return -1;
  if (governor >= 0 && lower[governor] === "basis") return -1;
  // "On page 64 of the report".
  if (
    /^(?:in|from|through|by)$/.test(preposition) &&
    governor >= 0 &&
    telling.has(lower[governor]!) &&
    label[noun] === "obl"
  )
    return -1;
  if (/^(?:in|on|from)$/.test(preposition) && opensSentence(words, noun, sentence)) return -1;
  for (const child of childrenOf(words, noun)) {
    if (child <= noun || !/^(?:acl|acl:relcl)$/.test(label[child]!)) continue;
    if (
      shared.has(lower[child]!) &&
      xpos[child] === "VBN" &&
      (label[child] === "acl" || lower[child] === "seen" || lower[child] === "obtained")
    )
      return -1;
  }
  if (label[noun] === "obj" && governor >= 0 && checking.has(lower[governor]!) && (film || special)) return -1;
  if (/^(?:citing|quoting)$/.test(lower[governor] ?? "") && label[noun] === "obj") return -1;
  return null;
}

/** "On page 64 of the report", "in paragraph 3 of". */
function isPaged({ lower }: Words, [start]: Range): boolean {
  if (lower[start - 1] !== "of") return false;
  for (let at = start - 2; at >= 0 && start - at < 5; at--)
    if (/^(?:pages?|paragraphs?|clause|annex|appendix|entry|footnote)$/.test(lower[at]!)) return true;
  return false;
}

const plainShowing = formsOf("show suggest reveal indicate confirm");

/** A verb of showing right behind the noun, whatever the tree says ("a signed waybill show that"). Null where there is none. */
function shownBeside({ lower, upos, xpos }: Words, noun: number): number | null {
  const next = lower[noun + 1] ?? "";
  if (!plainShowing.has(next) || next.endsWith("ing") || xpos[noun + 1] === "VBN") return null;
  const after = lower[noun + 2] ?? "";
  return upos[noun + 1] === "VERB" ||
    /^[.,;]?$/.test(after) ||
    /^(?:that|the|an?|how|no|what|his|her|its|their)$/.test(after)
    ? noun + 1
    : null;
}

const isPassive = (words: Words, verb: number): boolean =>
  childrenOf(words, verb).some((child) => words.label[child] === "aux:pass" || words.label[child] === "nsubj:pass");

/** Does the phrase open its sentence and end with a comma ("In a letter dated 4 May, …")? */
function opensSentence(words: Words, noun: number, { from, to }: Sentence): boolean {
  const start = words.subtreeFrom[noun]!;
  if (start - from > 1) return false;
  // What the tree breaks off: "In photographs taken that night, …".
  if (noun - from < 5 && words.xpos[noun + 1] === "VBN")
    for (let at = noun + 2; at < to && at - noun < 10; at++) if (words.lower[at] === ",") return true;
  const end = words.subtreeTo[noun]!;
  return end < to && (words.lower[end] === "," || words.lower[end - 1] === ",");
}

/** Documents and pictures that are named as evidence in one sentence, in text order. Nothing is found where the language core has not read. */
export function findRecords(
  words: Words,
  sentence: Sentence,
  isHead: (noun: number) => boolean,
): readonly FoundRecord[] {
  const out: FoundRecord[] = [];
  const { from, to } = sentence;
  for (let noun = from; noun < to; noun++) {
    const word = words.lower[noun]!;
    const film = pictures.has(word) || weakPictures.has(word);
    if (!film && !papers.has(word) && !weakPapers.has(word)) continue;
    const beside = shownBeside(words, noun);
    if (beside === null && isModifier(words, noun)) continue;
    // "On record" and "the record" are about speaking openly.
    if (
      word === "record" &&
      (words.lower[noun - 1] === "on" ||
        (words.lower[noun - 1] === "the" && /^(?:on|for)$/.test(words.lower[noun - 2] ?? "")))
    )
      continue;
    const range = nounPhrase(words, noun, from);
    const [start] = range;
    let special = false;
    for (let at = start; at < noun; at++) special ||= (film ? ofPictures : ofPapers).test(words.lower[at]!);
    if (
      (film ? weakPictures.has(word) && !/^(?:footage|video)/.test(word) : weakPapers.has(word)) &&
      !special &&
      !isHanded(words, noun) &&
      !isPaged(words, range)
    )
      continue;
    const verb = beside ?? standsAsEvidence(words, noun, sentence, film, film && special);
    if (verb === null && !isHead(noun)) continue;
    let end = noun + 1;
    if (shared.has(words.lower[end] ?? "") && participlePhrase.test(words.lower[end + 1] ?? "")) end += 2;
    out.push({ kind: film ? "footage" : "document", range: [start, end], noun, verb: verb ?? -1 });
  }
  return out;
}

/** "An order seen by": the participle tells that somebody was given it. */
const isHanded = (words: Words, noun: number): boolean =>
  /^(?:seen|obtained|reviewed|leaked|shared|examined|viewed)$/.test(words.lower[noun + 1] ?? "");
