import type { ComponentChildren } from "preact";
import type { Problem } from "../../model/outcome.ts";

/** An empty view: what would fill it, and how. */
export const Empty = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }) => (
  <div class="empty" role="status">
    <p class="empty-title">{title}</p>
    <div>{children}</div>
  </div>
);

const wrongAsked: ReadonlySet<string> = new Set([
  "question/not-valid",
  "document/unknown",
  "story/unknown",
  "claim/unknown",
  "happening/unknown",
]);

/** An error: what happened, what was kept, what to do. */
export const Failed = ({ problem, again }: { readonly problem: Problem; readonly again?: () => void }) => (
  <div class="failed" role="alert">
    <p class="empty-title">This could not be shown</p>
    <p>{problem.message}</p>
    <p class="quiet">Nothing that is stored was changed. Code: {problem.code}</p>
    {/* The same question would get the same answer. */}
    {problem.code === "question/not-valid" && <p>Take the filter that is named out above, or choose another value.</p>}
    {again && !wrongAsked.has(problem.code) && (
      <button type="button" class="button" onClick={again}>
        Try again
      </button>
    )}
  </div>
);

/** Said while an answer is on its way; not drawn at once, since most answers are quicker than the eye. */
export const Loading = ({ what }: { readonly what: string }) => (
  <p class="loading" role="status">
    Loading {what} …
  </p>
);
