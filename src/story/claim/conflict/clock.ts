/** A time of day as it is printed: minutes after midnight, which half of the day where it is told, and how near it is meant. */
export interface ClockTime {
  /** Minutes from twelve o'clock, 0 to 719. */
  readonly minutes: number;
  readonly half: "am" | "pm" | null;
  /** "about", "shortly before": minutes that it may be off. */
  readonly slackMinutes: number;
  /** The numbers that stand in its words. */
  readonly numbers: readonly number[];
}

const hours = "twelve one two three four five six seven eight nine ten eleven".split(" ");
const small: Readonly<Record<string, number>> = {
  five: 5,
  ten: 10,
  quarter: 15,
  twenty: 20,
  "twenty-five": 25,
  half: 30,
};

const digits =
  /\b([01]?\d|2[0-3])[:.h]([0-5]\d)(?!\d|%)(?: ?([ap])\.?m\b)?(?! (?:per|percent|million|billion|tonnes?|kilo\p{L}{0,6}|met\p{L}{0,3}))/giu;
const half = /\b(?:an? )?(half|quarter|five|ten|twenty|twenty-five) (past|to) (\p{L}{3,6}|\d{1,2})\b/giu;
const full =
  /\b(?:at|before|after|by|since|until|till|from|around|about|towards?|past) (?:about |around |shortly |just )?(\p{L}{3,6}|\d{1,2})(?: o['’]clock| ?([ap])\.?m\b| in the (morning|afternoon|evening|night)| (?:that|the next) (?:morning|evening)|(?=[,;!?)]|\.(?!\d)|$| on\b| and\b| when\b))/giu;
const alone = /\b(\p{L}{3,6}|\d{1,2})(?: o['’]clock| ?([ap])\.?m\b)/giu;
const named = /\b(midnight|noon|midday)\b/giu;
const loose =
  /\b(?:about|around|roughly|some time|shortly|just|nearly|almost|before|after|towards?|by|until|since)(?: (?:before|after|past))?(?: an?)? $/iu;

const hourOf = (text: string): number | null => {
  const at = hours.indexOf(text.toLowerCase());
  if (at >= 0) return at === 0 ? 12 : at;
  const value = Number(text);
  return Number.isInteger(value) && value >= 0 && value < 25 ? value : null;
};

/** Every time of day in `words`, in no order; a number is a time only where the words beside it say so. */
export function clockTimesOf(words: string): readonly ClockTime[] {
  const found = new Map<number, ClockTime>();
  const add = (
    at: number,
    hour: number | null,
    minute: number,
    mark: string | undefined,
    numbers: readonly number[],
  ): void => {
    if (hour === null || found.has(at)) return;
    const isLoose = loose.test(words.slice(Math.max(0, at - 24), at));
    const side = mark === undefined ? null : /^[am]/i.test(mark) && mark.toLowerCase() !== "afternoon" ? "am" : "pm";
    found.set(at, {
      minutes: ((((hour % 12) * 60 + minute) % 720) + 720) % 720,
      half: hour > 12 ? "pm" : side,
      slackMinutes: isLoose ? 20 : 0,
      numbers,
    });
  };
  for (const { 0: all, 1: of, 2: side, 3: hour, index } of words.matchAll(half)) {
    const minutes = small[of!.toLowerCase()]!;
    const value = hourOf(hour!);
    if (value === null) continue;
    add(index + all.length - hour!.length, value, side === "to" ? -minutes : minutes, undefined, [minutes, value]);
  }
  for (const { 1: hour, 2: minute, 3: mark, index } of words.matchAll(digits))
    add(index, Number(hour), Number(minute), mark && `${mark}m`, [
      Number(`${hour}.${minute}`),
      Number(hour),
      Number(minute),
    ]);
  for (const { 0: all, 1: hour, 2: mark, 3: part, index } of words.matchAll(full)) {
    const value = hourOf(hour!);
    if (value !== null) add(index + all.indexOf(hour!), value, 0, mark ? `${mark}m` : part, [value]);
  }
  for (const { 1: hour, 2: mark, index } of words.matchAll(alone)) {
    const value = hourOf(hour!);
    if (value !== null) add(index, value, 0, mark && `${mark}m`, [value]);
  }
  for (const { 1: name, index } of words.matchAll(named)) add(index, 12, 0, name === "midnight" ? "am" : "pm", [12]);
  return [...found.values()];
}

/** Does each tell one time of day, and may the one not be the other? */
export function clocksDiffer(one: readonly ClockTime[], other: readonly ClockTime[]): boolean {
  if (one.length !== 1 || other.length !== 1) return false;
  const [first, second] = [one[0]!, other[0]!];
  if (first.half !== null && second.half !== null && first.half !== second.half && first.minutes === second.minutes)
    return true;
  const apart = Math.abs(first.minutes - second.minutes);
  return Math.min(apart, 720 - apart) > Math.max(first.slackMinutes, second.slackMinutes);
}
