// News agencies by the names under which reports credit them. Names that are also words ("PAP", "TT") count only where a credit is expected.
const agencyNames = [
  "Reuters|Thomson Reuters|Associated Press|The Associated Press|AP|Agence France-Presse|Agence France Presse|AFP|Bloomberg|United Press International|UPI|PA Media|Press Association|PA",
  "dpa|DPA|dpa-AFX|Deutsche Presse-Agentur|epd|EPD|KNA|AFX|SID|APA|Austria Presse Agentur|SDA|Keystone-SDA|ANSA|Adnkronos|EFE|Agencia EFE|Europa Press|Lusa|Belga|ANP|Ritzau|NTB|TT|STT|BNS|LETA|ELTA|ETA",
  "TASS|ITAR-TASS|Interfax|RIA Novosti|RIA|Interfax-Ukraine|UNIAN|Ukrinform|BelTA|Belta|BelaPAN|PAP|CTK|ČTK|TASR|SITA|MTI|Agerpres|Mediafax|BTA|Tanjug|HINA|FENA|Beta|MIA|ATA|AMNA|ANA-MPA",
  "Anadolu|Anadolu Agency|Anadolu Ajansı|AA|DHA|İHA|IHA|IRNA|ISNA|Fars|Tasnim|SANA|WAM|SPA|KUNA|MENA|Petra|NNA|QNA|Azertag|Trend|Armenpress|Kazinform|KazTAG|24.kg|AKIpress",
  "Xinhua|Kyodo|Kyodo News|Jiji|Yonhap|KCNA|CNA|Bernama|Antara|VNA|PTI|IANS|ANI|UNI|APP|BSS|AAP|NZPA|Canadian Press|The Canadian Press|CP|Notimex|Telam|Télam|Andina|Agência Brasil|Prensa Latina",
]
  .join("|")
  .split("|");

const byPlain: ReadonlySet<string> = new Set(agencyNames.map((name) => name.toLowerCase()));
// Two letters are an agency only as they are printed: "AP" is, "ap" and "Pa" are not.
const exact: ReadonlySet<string> = new Set(agencyNames);

/** Is `name` a news agency's, as reports credit it? Names of up to four letters must have their capitals. */
export const isAgency = (name: string): boolean => {
  const plain = name.replace(/^the\s/i, "").trim();
  return plain.length < 5 ? exact.has(plain) : byPlain.has(plain.toLowerCase());
};

const parts = (words: string): readonly string[] =>
  words
    .split(/\s*(?:[,;/|+&–—-]{1,2}(?=\s|\p{L})|\s(?:and|und|et|y|e|with|mit|avec)\s)\s*/iu)
    .map((part) =>
      part
        .replace(/^(?:the|with|via|source|quelle|from|in)\s?:?\s/i, "")
        .replace(/[.\s]+$/, "")
        .trim(),
    )
    .filter((part) => part !== "");

const bracket = /[([]([^()[\]]{2,60})[)\]]/g;
const wholeNames = /^(?:[—–-]{1,2}\s?)?(?:source:\s?)?([^.:]{2,60})\.?$/iu;

/**
 * Agencies that a piece of text credits, as printed, in order, each once. With `asCredit` the whole of it is a credit ("With reporting by Reuters, AP"), and each
 * of its names that is an agency's counts; else only those in brackets ("(Reuters)", "(AFP/Reuters)") or that are all there is ("dpa").
 * Reads the first 400 units.
 */
export function agenciesIn(text: string, asCredit: boolean): readonly string[] {
  const front = text.slice(0, 400).trim();
  const found: string[] = [];
  for (const [, inner = ""] of front.matchAll(bracket)) {
    const names = parts(inner);
    if (names.length > 0 && names.every(isAgency)) found.push(...names);
  }
  if (asCredit) {
    const words = front.replace(bracket, " ").match(/[\p{L}\d.ČİТ'’-]{1,40}/gu) ?? [];
    for (let at = 0; at < words.length; at++) {
      const size = [3, 2, 1].find((length) =>
        isAgency(
          words
            .slice(at, at + length)
            .join(" ")
            .replace(/\.$/, ""),
        ),
      );
      if (size === undefined) continue;
      found.push(
        words
          .slice(at, at + size)
          .join(" ")
          .replace(/\.$/, ""),
      );
      at += size - 1;
    }
  } else {
    const whole = wholeNames.exec(front)?.[1];
    const names = whole === undefined ? [] : parts(whole);
    if (names.length > 0 && names.every(isAgency)) found.push(...names);
  }
  return [...new Set(found.map((name) => name.replace(/^the\s/i, "")))];
}
