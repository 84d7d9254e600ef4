import { useState } from "preact/hooks";
import type { Problem } from "../../../model/outcome.ts";
import type { Forgotten } from "../../api/contract.ts";
import { forget } from "../client.ts";
import { dayWords } from "../day.ts";
import { Link } from "../link.tsx";
import { to } from "../route.ts";
import { Failed } from "../state.tsx";

/** What is said after a report was forgotten. */
export const ForgottenNote = ({ forgotten }: { readonly forgotten: Forgotten }) => (
  <div class="empty" role="status">
    <p class="empty-title">This report was forgotten on {dayWords(forgotten.at)}</p>
    <p>Its text, its readings and all that was said about it are gone from the case, and it is not taken in again.</p>
    <p>
      What stays: the reason (“{forgotten.reason}”), and the hash of its bytes, by which it is known again:{" "}
      {forgotten.bytesSha256.map((hash) => (
        <code key={hash} class="hash">
          {hash}
        </code>
      ))}
    </p>
    {forgotten.copies.length > 0 && (
      <p>
        The same text still stands in:{" "}
        {forgotten.copies.map((copy) => (
          <Link key={copy} to={to("document", { subject: copy })}>
            {copy}
          </Link>
        ))}
        . Forget those too if the text must go.
      </p>
    )}
    <p>
      <Link to={to("overview")}>To the overview</Link>
    </p>
  </div>
);

/** Removes the report for good: a reason, a second look, and then it is gone. */
export function Forget({
  document,
  done,
}: {
  readonly document: string;
  readonly done: (forgotten: Forgotten) => void;
}) {
  const [reason, setReason] = useState("");
  const [isSure, setSure] = useState(false);
  const [isGoing, setGoing] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const go = async (): Promise<void> => {
    setGoing(true);
    const found = await forget(document, reason.trim(), AbortSignal.timeout(600_000));
    setGoing(false);
    if (found.ok) done(found.value);
    else setProblem(found.problem);
  };
  return (
    <details class="forget no-print">
      <summary>Forget this report…</summary>
      <p>
        Takes the report out of the case for good: its text, every version, every reading, every decision about it. This
        cannot be undone. The hash of its bytes, the time and your reason stay, so that it is not taken in again unseen.
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isSure) void go();
          else setSure(true);
        }}
      >
        <label>
          Reason (it is kept)
          <input
            type="text"
            value={reason}
            maxLength={1000}
            required
            onInput={(event) => {
              setReason(event.currentTarget.value);
              setSure(false);
            }}
          />
        </label>
        <button type="submit" class="button button-danger" disabled={reason.trim() === "" || isGoing}>
          {isGoing ? "Forgetting …" : isSure ? `Yes, forget ${document} for good` : "Forget"}
        </button>
        {isSure && !isGoing && (
          <button type="button" class="plain-button" onClick={() => setSure(false)}>
            No, keep it
          </button>
        )}
      </form>
      {problem && <Failed problem={problem} />}
    </details>
  );
}
