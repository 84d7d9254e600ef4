/** States and provinces as news of North America shortens them behind a town's name ("Salem, Ore."); keys in lower case without dots and spaces, codes of GeoNames. */
const dotted: Readonly<Record<string, string>> = {
  ala: "US.AL",
  ariz: "US.AZ",
  ark: "US.AR",
  calif: "US.CA",
  cal: "US.CA",
  colo: "US.CO",
  conn: "US.CT",
  del: "US.DE",
  fla: "US.FL",
  ga: "US.GA",
  ill: "US.IL",
  ind: "US.IN",
  kan: "US.KS",
  kans: "US.KS",
  ky: "US.KY",
  la: "US.LA",
  md: "US.MD",
  mass: "US.MA",
  mich: "US.MI",
  minn: "US.MN",
  miss: "US.MS",
  mo: "US.MO",
  mont: "US.MT",
  neb: "US.NE",
  nebr: "US.NE",
  nev: "US.NV",
  okla: "US.OK",
  ore: "US.OR",
  pa: "US.PA",
  penn: "US.PA",
  tenn: "US.TN",
  tex: "US.TX",
  vt: "US.VT",
  va: "US.VA",
  wash: "US.WA",
  wva: "US.WV",
  wis: "US.WI",
  wyo: "US.WY",
  dc: "US.DC",
  nh: "US.NH",
  nj: "US.NJ",
  nm: "US.NM",
  ny: "US.NY",
  nc: "US.NC",
  nd: "US.ND",
  ri: "US.RI",
  sc: "US.SC",
  sd: "US.SD",
  ont: "CA.08",
  que: "CA.10",
  alta: "CA.01",
  bc: "CA.02",
  man: "CA.03",
  nb: "CA.04",
  ns: "CA.07",
  pei: "CA.09",
  sask: "CA.11",
};

/** Postal codes that are not the short form without its dots as well. */
const postal =
  /^(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])$/;

const ending = /^(?:W\. ?Va|[A-Z]\. ?[A-Z]|P\.E\.I|[A-Z][a-z]{1,4})\./;

/** What a short form of a state at the beginning of `text` stands for ("Ore. on Friday", "TX 78701"), with its length in UTF-16 units; null where there is none. */
export function shortState(text: string): { readonly region: string; readonly length: number } | null {
  const short = ending.exec(text);
  if (short !== null) {
    const region = dotted[short[0].replace(/[. ]/g, "").toLowerCase()];
    return region === undefined ? null : { region, length: short[0].length };
  }
  // "IN THE MIDDLE" is no Indiana.
  const code = /^[A-Z]{2}(?=$|[,;:)\n]| ?[-–—]| \d{5}|\.(?!\p{Lu}))/u.exec(text)?.[0];
  return code !== undefined && postal.test(code) ? { region: `US.${code}`, length: 2 } : null;
}
