import type { Draft } from "./draft.ts";

/** By which plain nouns a body may be called again ("the lender" for a bank), and the names and kinds that they fit. */
const calls: readonly (readonly [head: RegExp, kinds: RegExp, name: RegExp])[] = [
  [/^(?:alliance|bloc)$/, /^alliance$/, /alliance|union|nato|bloc|league|coalition/i],
  [/^(?:bank|lender)$/, /^organization$/, /bank|credit|savings|financial/i],
  [/^(?:union|syndicate)$/, /^(?:organization|alliance)$/, /union|workers|teachers|solidarity|federation of/i],
  [
    /^(?:party|movement|faction)$/,
    /^organization$/,
    /party|democrats|republicans|labour|movement|front|alliance|greens|league|list/i,
  ],
  [
    /^(?:agency|watchdog|regulator|service|authority|office|inspectorate|directorate)$/,
    /^organization$/,
    /agency|programme|program|office|authority|service|administration|inspectorate|directorate|commission|board|department|unicef|unhcr|iaea/i,
  ],
  [
    /^(?:news agency|newspaper|paper|broadcaster|channel|daily|magazine|tabloid|outlet|portal|website)$/,
    /^media$/,
    /./,
  ],
  [
    /^(?:company|firm|operator|manufacturer|airline|carrier|supplier|producer|retailer|insurer|contractor|utility|developer|corporation|subsidiary|owner|shipper)$/,
    /^organization$/,
    /^(?!.*(?:ministry|party|university|court|council|police|committee|parliament|commission|office|department|programme|church|union\b)).*$/i,
  ],
  [
    /^(?:charity|foundation|organisation|organization|group|body|institute|think tank|association|network|federation|society|club|initiative|campaign|ngo)$/,
    /^(?:organization|alliance|group)$/,
    /^(?!.*(?:ministry|court|police|parliament|department)).*$/i,
  ],
  [
    /^(?:commission|committee|council|court|tribunal|university|college|school|hospital|church|ministry|department|institute|embassy|foundation|museum|fund|board|federation|chamber|academy|centre|center|guard|guards|army|navy|police|parliament)$/,
    /./,
    /^$/,
  ],
];

/** Can a body that the document has named be called "the `head`" again? A head that its name ends with always fits. */
export function isCalledBody(draft: Draft, head: string): boolean {
  const names = [draft.name, ...draft.aliases];
  if (names.some((name) => name.toLowerCase().endsWith(` ${head}`))) return true;
  return calls.some(
    ([heads, kinds, name]) => heads.test(head) && kinds.test(draft.kind) && names.some((one) => name.test(one)),
  );
}

/** Names of bodies of the state and of public life, wherever they stand. */
const publicBody =
  /(?:\b(?:ministry|ministries|department|parliament|senate|assembly|congress|duma|rada|knesset|court|tribunal|police|army|navy|air force|armed forces|military|general staff|coast guard|national guard|border (?:guard|service)|embassy|consulate|central bank|commission|inspectorate|prosecut\w+|ombudsman'?s?|presidential|government|cabinet|authority|agency|council|municipality|governor|mayor|party|union|federation|church|customs|intelligence|security service|office|command|revolutionary guards?|fire (?:brigade|service|department)|university|staff)\b)/i;

/** Is a body public by its name: an organ of the state, a party, a union, a church? */
export const isPublicBody = (name: string): boolean => publicBody.test(name.replaceAll("’", "'"));
