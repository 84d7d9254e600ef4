/** Lemmas of verbs by which words are told: their subject is somebody. */
export const sayingLemmas: ReadonlySet<string> = new Set(
  `say tell add claim allege accuse deny insist state write tweet note argue explain warn announce reply answer ask recall stress confirm suggest admit
  declare vow urge call promise report describe believe think hope fear expect predict estimate complain grumble murmur whisper shout cry laugh joke sigh grin
  shrug demand reject refuse decline concede acknowledge caution counter respond retort continue conclude comment remark observe mention point reveal
  disclose assure reassure remind inform advise recommend propose offer pledge threaten order want wish plead appeal praise criticize criticise condemn
  denounce welcome accept agree disagree contradict dispute doubt question wonder repeat reiterate maintain contend assert testify swear boast quip snap
  thunder bark object protest hint indicate stipulate specify quote cite invite apologise apologize remember sing preach lament voice express put post
  publish issue speak talk know hear feel see find consider regard cry`
    .split(/\s+/)
    .filter(Boolean),
);
