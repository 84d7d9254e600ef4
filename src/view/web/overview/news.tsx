import { useMemo } from "preact/hooks";
import type { ClaimRow } from "../../../record/ask/claims.ts";
import { useAnswer } from "../asking.ts";
import { publisherOf } from "../citation.ts";
import { dayWords } from "../day.ts";
import { ClaimGlyph, EvidenceMark } from "../glyph.tsx";
import { speakerWords } from "../ledger/claim-words.ts";
import { Link } from "../link.tsx";
import { to } from "../route.ts";
import { Failed } from "../state.tsx";
import { keep, kept } from "../theme.ts";
import { type Visit, visitAt, visitIn, visitName } from "../visit.ts";
import { counted, isDenial, kindWord } from "../words.ts";
import { ReportList } from "./report-list.tsx";

/** So many new reports and claims are listed at once. */
const shownRows = 5;

const visitNow = (caseName: string): Visit => {
  const visit = visitAt(visitIn(kept(visitName(caseName))), new Date().toISOString());
  keep(visitName(caseName), JSON.stringify(visit));
  return visit;
};

/** What came into the case since the last visit in this browser. */
export function News({ caseName }: { readonly caseName: string }) {
  const { since } = useMemo(() => visitNow(caseName), [caseName]);
  const asked = since === null ? null : { recordedAfter: since, limit: shownRows };
  const documents = useAnswer("documents", asked && { ...asked, sort: "recorded" });
  const claims = useAnswer("claims", asked && { ...asked, sort: "newest" });
  if (since === null) {
    return (
      <p class="quiet">
        This is your first visit to this case in this browser: from the next one on, what came in between stands here.
      </p>
    );
  }
  const problem = documents.problem ?? claims.problem;
  if (problem) return <Failed problem={problem} again={() => (documents.problem ? documents : claims).again()} />;
  if (!documents.value || !claims.value) return <p class="quiet news-coming">Since {dayWords(since)}: …</p>;
  const [reports, said] = [documents.value, claims.value];
  if (reports.rows.length === 0) return <p class="quiet">Nothing came in since {dayWords(since)}.</p>;
  return (
    <>
      <p class="quiet">
        Since {dayWords(since)}:{" "}
        <Link to={to("search", { recordedAfter: since, sort: "recorded" })}>
          {counted(reports.aside?.total ?? reports.rows.length, "report")}
        </Link>
        ,{" "}
        <Link to={to("claims", { recordedAfter: since })}>
          {counted(said.aside?.total ?? said.rows.length, "claim")}
        </Link>
      </p>
      <ReportList rows={reports.rows} />
      <ul class="claim-lines">
        {said.rows.map((row) => (
          <ClaimLine key={row.claim} row={row} />
        ))}
      </ul>
    </>
  );
}

/** One claim in one line: who, what is done by saying it, the words, and who printed them. */
export const ClaimLine = ({ row }: { readonly row: ClaimRow }) => (
  <li class="claim-line">
    <ClaimGlyph isDenial={isDenial(row)} />
    <div>
      <Link to={to("document", { subject: row.document, at: row.claim })} class="claim-line-words">
        <span class="claim-line-who">
          {speakerWords(row)} {kindWord(row.kind)}
        </span>{" "}
        {row.content !== null && <q>{row.content}</q>}
      </Link>
      <p class="quiet">
        {publisherOf(row)}, {row.published === null ? "undated" : dayWords(row.published)}{" "}
        {row.marks.map((mark) => (
          <EvidenceMark key={`${mark.kind}${mark.start}`} kind={mark.kind} />
        ))}
      </p>
    </div>
  </li>
);
