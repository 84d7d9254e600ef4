import { done, type Outcome, problem } from "../model/outcome.ts";
import { listOf, shown } from "./field.ts";
import { actorQuestions } from "./question-actor.ts";
import { claimQuestions } from "./question-claim.ts";
import { documentQuestions } from "./question-document.ts";
import { eventQuestions } from "./question-event.ts";
import type { Question } from "./question-form.ts";
import { ledgerQuestions } from "./question-ledger.ts";
import { storyQuestions } from "./question-story.ts";

export { type Field, fieldsOf, readInput } from "./field.ts";
export type { Question } from "./question-form.ts";

/** Every question that a case can be asked, in the order of the help page. A door is generated from this list and from nothing else. */
export const questions: readonly Question[] = [
  ...documentQuestions,
  ...storyQuestions,
  ...ledgerQuestions,
  ...claimQuestions,
  ...eventQuestions,
  ...actorQuestions,
];

/** The question of that name; fails with `question/unknown`, naming all that there are. */
export function questionNamed(name: string): Outcome<Question> {
  const found = questions.find((one) => one.name === name);
  if (found) return done(found);
  return problem(
    "question/unknown",
    `There is no question ${shown(name)}. Ask one of: ${listOf(questions.map((one) => one.name))}.`,
  );
}
