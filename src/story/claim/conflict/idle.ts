/**
 * Words of negation that say no to nothing: "there is no question that it was so", "needless to say", "nobody denies it". "No question of talks"
 * and "it was no accident" do say no.
 */
const idle =
  /\b(?:(?:there (?:is|was|are|were|can be|could be) |i have |we have |with |of this there is )?no (?:(?:serious|real|possible) )?(?:question|doubts?)(?! of\b| about whether\b| whether\b)|(?:no one|nobody|none|few|(?:do|does|did|can|could|will|would)(?:n['’]t| not)|cannot|never) (?:\p{L}{2,12}ly )?(?:doubts?|den(?:y|ies)|disput(?:e|es)|questions?)|(?:not|n['’]t|never|hardly|scarcely) (?:be |been )?(?:in (?:doubt|question|dispute)|denied|disputed)|no (?:denying|doubting|disputing|mistaking|wonder|surprise|secret|mystery|(?:accident|coincidence)(?= that\b))|no (?:more|less|fewer|later|sooner|longer) than|not only|not just|not least|not to mention|not (?:surprisingly|unlike|unexpectedly|uncommon(?:ly)?|infrequently)|not surprising that|not a moment too soon|needless to say|nothing (?:else|less|short of)|no one else|nobody else|no matter|no small|whether or not|without (?:a |any )?(?:doubt|question|fail|exception)|make no mistake|could(?:n['’]t| not) (?:agree|be) more)\b/giu;

/** The words with blanks for negations that say no to nothing; as long as before. */
export const withoutIdle = (words: string): string => words.replace(idle, (found) => " ".repeat(found.length));
