import { lightHost } from "./governor.ts";
import { isVerb, listHead, relation } from "./tree.ts";
import type { Trigger } from "./trigger.ts";
import type { Word } from "./word.ts";

/** The words that a day or a place may hang on to be an event's. */
export interface Attachable {
  /** The trigger's own words. */
  readonly own: ReadonlySet<number>;
  /** Verbs that carry it: "held" of "talks were held", "plans" of "plans to attack". */
  readonly carriers: ReadonlySet<number>;
  /** Verbs that it is joined to; what stands before the first of them is shared. */
  readonly lead: number;
}

/** How many verbs a chain may have ("began to plan to attack"). */
const deepest = 4;
/** Verbs whose subject is a deed and whose day is the deed's: "talks began", "the strike killed two". */
const subjects = /^nsubj/;

/** What carries the trigger. `others` are the words of the sentence's other events. */
export function attachableOf(words: readonly Word[], trigger: Trigger, others: ReadonlySet<number>): Attachable {
  const carriers = new Set<number>();
  const lead = listHead(words, trigger.head);
  if (trigger.predicate === null) {
    const host = lightHost(words, trigger.head);
    if (host !== null) carriers.add(host);
    let top = lead;
    if (words[top]!.label === "nmod" && words[top]!.head >= 0 && !others.has(words[top]!.head)) top = words[top]!.head;
    const { head, label } = words[top]!;
    if (head >= 0 && subjects.test(label)) carriers.add(head);
    else if (head >= 0 && isVerb(words[head]) && !others.has(head) && /^(?:obl|xcomp)/.test(label)) carriers.add(head);
  }
  for (const start of [...carriers, trigger.predicate?.verb ?? -1]) {
    let up = start;
    for (let step = 0; step < deepest && up >= 0; step++) {
      const { label, head } = words[up]!;
      const means = label === "advcl" && words[up]!.children.some((child) => words[child]!.lower === "by");
      if (head < 0 || others.has(head) || (label !== "xcomp" && label !== "acl" && !means)) break;
      if (label === "acl" && words[up]!.xpos !== "VB") break;
      carriers.add(head);
      up = head;
    }
  }
  return { own: new Set(trigger.words), carriers, lead };
}

/** How far behind a deed's noun a day may stand that was read with the verb before both, in words. */
const reach = 7;

/** "the conflict that followed the invasion of X in 2014": the day stands behind the deed's noun and was read with the verb that has it as object. */
function isNearObject(words: readonly Word[], at: number, verb: number, { own, lead }: Attachable): boolean {
  const last = Math.max(...own);
  if (!isVerb(words[verb]) || at <= last || at > last + reach || isVerb(words[lead])) return false;
  const { head, label } = words[lead]!;
  return head === verb && label === "obj";
}

/** Relations that open a clause of their own: what hangs below one belongs to it. */
const clausal = /^(?:acl|advcl|ccomp|csubj|parataxis)$/;

/**
 * How many steps lead from word `at` up to the event; null where it hangs on another event, another clause, or on nothing of this one.
 */
export function stepsTo(
  words: readonly Word[],
  at: number,
  event: Attachable,
  others: ReadonlySet<number>,
): number | null {
  let up = at;
  for (let step = 0; step < words.length; step++) {
    if (event.own.has(up)) return step;
    if (event.carriers.has(up)) return step + 1;
    // "On Friday X attacked and withdrew": what stands before the first verb is both verbs'.
    if (up === event.lead && at < up) return step + 2;
    if (isNearObject(words, at, up, event) && !others.has(up)) return step + 3;
    if (up !== at && (others.has(up) || (isVerb(words[up]) && clausal.test(relation(words[up]!))))) return null;
    if (up !== at && isVerb(words[up]) && words[up]!.label === "conj") return null;
    up = words[up]!.head;
    if (up < 0) return null;
  }
  return null;
}
