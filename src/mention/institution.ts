/** What an institution without a name of its own is. */
type InstitutionKind = "military" | "ministry" | "organization" | "group" | "media" | "government";

const named: Readonly<Record<InstitutionKind, string>> = {
  government:
    "government|authorities|administration|leadership|regime|cabinet|presidential administration|presidential office|president's office|prime minister's office|interim government|junta",
  ministry: [
    ..."defense|defence|foreign|foreign affairs|interior|finance|justice|health|energy|economy|education|information|culture|emergency|emergencies|agriculture|transport|trade|digital|labor|industry|environment|intelligence|security"
      .split("|")
      .map((of) => `${of} ministry`),
    ..."defense|state|justice|treasury|health|energy|police|fire".split("|").map((of) => `${of} department`),
    "ministry of defense|ministry of defence|ministry of foreign affairs|ministry of internal affairs|ministry of the interior|ministry of justice|ministry of health|ministry",
  ].join("|"),
  military:
    "military|army|navy|air force|armed forces|military forces|ground forces|land forces|naval forces|airborne forces|security forces|special forces|special operations forces|defense forces|defence forces|forces|troops|national guard|border guard service|border service|state border service|border guard|coast guard|general staff|military command|air defense|air defence|marines|border troops|internal troops|special services|separatist forces|allied forces|coalition forces|government forces",
  organization:
    "parliament|lower house|upper house|security council|security service|intelligence service|intelligence services|secret services|intelligence agency|intelligence agencies|intelligence community|security services|intelligence|police|riot police|police force|supreme court|constitutional court|high court|court|central bank|embassy|consulate|election commission|central election commission|electoral commission|investigative committee|prosecutor's office|prosecutor general's office|state security|migration service|customs service|emergency service|emergency services|national security council|state bank|ruling party|party|coalition|company|bloc|alliance|agency|watchdog|think tank|state committee|tribunal|commission|committee|union|regulator|campaign",
  group:
    "opposition|public|people|population|militia|crowd|delegation|community|minority|staff|family|opposition group|opposition groups|rights group|rights groups|human rights group|human rights groups|aid group|aid groups|militant group|terrorist group|paramilitary group|militia group|group|team|press corps|couple|pair|trio|duo|duet",
  media:
    "media|state media|state news agency|news agency|news agencies|state television|state tv|television|tv channel|tv station|newspaper|newspapers|magazine|news outlet|news outlets|news website|radio station|local media|social media|media outlet|media outlets|media reports|media report|news reports|wire service|broadcaster|state broadcaster|press|tabloid|daily|website",
};

/**
 * Institutions that every state has: phrases in lower case with what they are.
 * With a demonym or a country before them they are that state's ("the Belarusian Security Council").
 */
export const institutions: readonly (readonly [phrase: string, of: InstitutionKind])[] = Object.entries(named).flatMap(
  ([of, phrases]) => phrases.split("|").map((phrase) => [phrase, of as InstitutionKind] as const),
);

/** Generic words that name an institution only with a modifier ("the ruling party", "Belarusian media"), or with "the". */
export const needsModifier: ReadonlySet<string> = new Set(
  "group|party|company|court|team|union|family|staff|agency|campaign|people|public|community|committee|commission|forces|ministry|intelligence|television|website|daily|press|population|crowd|bloc|coalition|alliance|administration|minority|police department|newspaper|magazine|embassy|opposition|leadership".split(
    "|",
  ),
);

/** One form for institutions that are one: "Ministry of Defence" and "Defense Ministry". */
export function institutionKey(phrase: string): string {
  const plain = phrase
    .toLowerCase()
    .replaceAll("defence", "defense")
    .replaceAll("’", "'")
    .replace(/^(?:the|state) /, "");
  const [, of] = /^(?:ministry|department) of (?:the )?(.+)$/.exec(plain) ?? [];
  const kind = plain.startsWith("department") ? "department" : "ministry";
  const turned = of === undefined ? plain : `${of} ${kind}`;
  return turned
    .replace("internal affairs", "interior")
    .replace("foreign affairs", "foreign")
    .replace(/^(?:armed forces|army)$/, "military")
    .replace(/^border (?:guard service|guards?)$/, "border service");
}

/** Institutions of which a state has many: with its demonym they are still not one named body. */
export const severalBodies =
  /(?:troops|agencies|outlets|reports?|groups?|newspapers?|magazines?|media|people|family|team|crowd|delegation|website|company)$|^(?:military |separatist |allied |coalition |security )?forces$/;
