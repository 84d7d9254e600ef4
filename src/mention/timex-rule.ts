import { durationRules, setRules } from "./timex-amount-rule.ts";
import { dayRules, monthRules, weekdayRules, yearRules } from "./timex-calendar-rule.ts";
import type { Rule } from "./timex-meaning.ts";
import { agoRules, clockRules, deicticRules, vagueRules } from "./timex-relative-rule.ts";

/** Every rule. The longest match at a place wins, the earlier rule of two that are equally long. */
export const rules: readonly Rule[] = [
  ...dayRules,
  ...monthRules,
  ...yearRules,
  ...weekdayRules,
  ...deicticRules,
  ...agoRules,
  ...durationRules,
  ...setRules,
  ...vagueRules,
  ...clockRules,
];
