const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Written before a name or a number: the stop after it never ends a sentence while more follows. Without the stop, case kept. */
const leading = words(
  "Mr Mrs Ms Messrs Mme Mlle Dr Prof Rev Fr Hon St Ste Mt Ft Gen Col Lt Sgt Maj Capt Cpl Pvt Adm Cmdr Cdr Brig Sen Rep Reps Sens Gov Pres Amb Supt Insp Det Atty Attys Asst Ald Msgr Fig Figs vs Vol Op Sec Rte Hwy approx ca cf eg ie viz al Bros Gens Cols Lts Spc Spec Assoc Drs Gov Govt Dep Sgts Pte Rear-Adm",
);

/** Written after a name, a number or in lists: the stop may be the sentence's as well. */
const trailing = words(
  "Inc Corp Co Ltd LLC Plc Bhd Jr Sr Esq etc est ext dept Dept Ave Blvd Rd Assn Univ Calif Fla Va Conn Ariz Tenn Minn Wis Mich Colo Okla Neb Nev Kan Penn Mo Ky Ga Ala Ont Que Intl Natl mos yrs hrs lbs oz ft km kg dist tel pop incl excl",
);

/** Capitalised short forms that are also words or names at a sentence's end: abbreviations only before a digit or after one. */
const dated = words("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun");

/** Abbreviations only when a number follows. */
const numbered = words("No no Nos nos Art art p pp P Nr Ch ch para Para c");

/** Latin and time forms with stops inside are read as acronyms; these may end a sentence. */
const trailingDotted = words(
  "a.m. p.m. A.M. P.M. U.S. U.K. U.N. E.U. D.C. U.A.E. U.S.A. U.S.S.R. B.C. A.D. N.Y. L.A. N.J. N.C. S.C. Ph.D. M.D. B.A. M.A. a.k.a.",
);

/** How the stop of a token stands to its sentence: part of the word only, or perhaps the end as well. */
export type Abbreviation = "leading" | "trailing" | "initial";

/**
 * Is the word before a stop (given without it) an abbreviation? `next` is the first character that is not white space after the stop, "" at the
 * end of the text. Null: the stop is a token of its own.
 */
export function abbreviationOf(word: string, next: string): Abbreviation | null {
  const digit = /\d/.test(next);
  if (leading.has(word) || (word.length > 1 && leading.has(word[0] + word.slice(1).toLowerCase()))) return "leading";
  if (numbered.has(word)) return digit ? "leading" : null;
  if (dated.has(word)) return digit || word.length === 4 || !/^(?:Mar|Sat|Sun|Jun|Wed)$/.test(word) ? "trailing" : null;
  if (trailing.has(word)) return "trailing";
  // "I." ends far more sentences than it begins names.
  if (/^\p{Lu}$/u.test(word) && word !== "I") return "initial";
  return null;
}

/** The class of a token with stops inside ("U.S.", "e.g.", "J.K."). */
export const dottedAbbreviationOf = (token: string): Abbreviation =>
  trailingDotted.has(token) ? "trailing" : /^\p{Lu}/u.test(token) ? "initial" : "leading";
