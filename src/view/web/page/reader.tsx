import { useState } from "preact/hooks";
import type { Forgotten } from "../../api/contract.ts";
import { useAnswer } from "../asking.ts";
import { Link } from "../link.tsx";
import { usePlace } from "../location.ts";
import { ForgottenNote } from "../reader/forget.tsx";
import { Report } from "../reader/report.tsx";
import { all, to } from "../route.ts";
import { Empty, Failed, Loading } from "../state.tsx";
import { titleOf, usePageTitle } from "../title.ts";

/** One report, read closely: its text with who says what, and everything that is known of it. */
export function ReaderPage() {
  const { route } = usePlace();
  const { subject, query } = route;
  const [forgotten, setForgotten] = useState<Forgotten | null>(null);
  const { value, problem, isLoading, again } = useAnswer(
    "document",
    subject === null || forgotten !== null
      ? null
      : { document: subject, asOf: all(query, "asOf"), recordedBy: all(query, "recordedBy") },
  );
  const documents = value?.rows ?? [];
  // A name may be one document's public id and another's own id; the public id is meant here.
  const document = documents.find((one) => one.document === subject) ?? documents[0];
  usePageTitle(document ? titleOf(document.title ?? document.document, document.publisher) : null);
  if (forgotten) return <ForgottenNote forgotten={forgotten} />;
  if (subject === null) {
    return (
      <>
        <h1>Reports</h1>
        <Empty title="No report is named">
          A report is read here when it is opened from <Link to={to("search")}>search</Link>, from a{" "}
          <Link to={to("claims")}>claim</Link> or from the <Link to={to("overview")}>overview</Link>.
        </Empty>
      </>
    );
  }
  if (problem) {
    return (
      <>
        <h1>Report {subject}</h1>
        <Failed problem={problem} again={again} />
      </>
    );
  }
  if (!document) return isLoading ? <Loading what="the report" /> : null;
  return <Report key={document.revision} document={document} onForgotten={setForgotten} />;
}
