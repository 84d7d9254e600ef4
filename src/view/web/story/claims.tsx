import { useState } from "preact/hooks";
import type { ClaimTie, LedgerClaimRow } from "../../../record/ask/ledger-claim.ts";
import type { AnswerOf } from "../../api/contract.ts";
import { type Asked, useStretches } from "../asking.ts";
import { ClaimGlyph } from "../glyph.tsx";
import { SelectLink } from "../ledger/select-link.tsx";
import type { Query } from "../route.ts";
import { Failed, Loading } from "../state.tsx";
import { counted, kindWord } from "../words.ts";
import { OriginDots } from "./dots.tsx";
import { More } from "./more.tsx";
import { holderWords } from "./name.ts";
import { isDenied, originLine, relationWord } from "./word.ts";

/** What stands against a claim, by kind: "denied by 2". */
const againstWords = (ties: readonly ClaimTie[]): readonly string[] =>
  [
    ...Map.groupBy(
      ties.filter(({ kind, direction }) => kind !== "supports" && direction === "from"),
      ({ kind }) => kind,
    ),
  ].map(([kind, list]) => `${relationWord(kind)} by ${list.length}`);

interface RowProps {
  readonly row: LedgerClaimRow;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
  readonly onOpen: () => void;
}

/** A claim over the reports of a story: whose word, the words, and how many origins stand behind it. */
function ClaimRow({ row, isSelected, onSelect, onOpen }: RowProps) {
  const against = againstWords(row.ties);
  return (
    <li class={isSelected ? "told-claim told-selected" : "told-claim"} data-at={row.claim}>
      <OriginDots {...row.origins} />
      <div>
        <SelectLink class="told-open" at={row.claim} isSelected={isSelected} onSelect={onSelect} onOpen={onOpen}>
          <bdi class={row.holder.kind === "unnamed" ? "claim-unnamed" : undefined}>{holderWords(row.holder)}</bdi>{" "}
          <span class="claim-act">
            <ClaimGlyph isDenial={isDenied(row)} /> {kindWord(row.kind)}
          </span>
        </SelectLink>
        <p class="told-words">
          <bdi>{row.words}</bdi>
        </p>
        <p class="told-from">
          <span>{originLine(row.documents, row.origins, row.holder)}</span>
          {against.map((words) => (
            <span key={words} class="told-against">
              {words}
            </span>
          ))}
        </p>
      </div>
    </li>
  );
}

const byReports = (a: LedgerClaimRow, b: LedgerClaimRow): number =>
  b.documents - a.documents || b.origins.atMost - a.origins.atMost;

interface ClaimsProps {
  readonly story: string;
  readonly window: Query;
  /** How many claims the story has. */
  readonly total: number;
  /** Those that two reports or more tell; all of them where there is one report only. */
  readonly several: Asked<AnswerOf<"claim">>;
  readonly isOneReport: boolean;
  readonly at: string | null;
  readonly onSelect: (claim: string) => void;
  readonly onOpen: () => void;
}

/** Claims that one report tells: asked for when somebody wants them. */
function Single({
  story,
  window,
  at,
  onSelect,
  onOpen,
  several,
}: Omit<ClaimsProps, "total" | "isOneReport"> & { readonly total: number }) {
  const found = useStretches("claim", { ...window, story: [story] }, 200);
  const [shown, setShown] = useState(60);
  if (found.problem) return <Failed problem={found.problem} again={found.again} />;
  if (found.isLoading) return <Loading what="the claims" />;
  const isTold = new Set(several.value?.rows.map(({ claim }) => claim));
  const rows: LedgerClaimRow[] = [];
  let place = 0;
  for (; place < found.total && rows.length < shown; place++) {
    const row = found.row(place);
    if (row && !isTold.has(row.claim)) rows.push(row);
  }
  return (
    <>
      <ol class="told-claims" aria-label="Claims of one report each">
        {rows.map((row) => (
          <ClaimRow
            key={row.claim}
            row={row}
            isSelected={row.claim === at}
            onSelect={() => onSelect(row.claim)}
            onOpen={onOpen}
          />
        ))}
      </ol>
      {place < found.total && (
        <More
          words="Show more"
          onMore={() => {
            found.want(place, place + 200);
            setShown(shown + 100);
          }}
        />
      )}
    </>
  );
}

const firstShown = 12;

/** What a story's reports tell, the claim that most reports tell first. */
export function StoryClaims(props: ClaimsProps) {
  const { total, several, isOneReport, at, onSelect, onOpen } = props;
  const [shown, setShown] = useState(firstShown);
  const [isOpen, setOpen] = useState(false);
  const rows = (several.value?.rows ?? []).toSorted(byReports);
  const rest = total - rows.length;
  // What is selected is shown, however far down it stands.
  const until = Math.max(shown, rows.findIndex(({ claim }) => claim === at) + 1);
  return (
    <section class="story-part" id="claims">
      <h2>Who says what</h2>
      {several.problem ? (
        <Failed problem={several.problem} again={several.again} />
      ) : several.value === null ? (
        <Loading what="the claims" />
      ) : (
        <>
          <p class="quiet">
            {total === 0
              ? "Nobody's words were found in these reports."
              : isOneReport
                ? `${counted(total, "claim")} of one report. Another report of the same shows who else tells them, and from where.`
                : `${counted(total, "claim")}, ${rows.length.toLocaleString("en")} of them in more than one report. A filled dot is an origin that the reports show: several reports of one statement have one. A hollow dot stands for reports that do not say where they have it from, so it may be a further origin or none: “≤ 3” is three at most.`}
          </p>
          <ol class="told-claims" aria-label="Claims, the most told first">
            {rows.slice(0, until).map((row) => (
              <ClaimRow
                key={row.claim}
                row={row}
                isSelected={row.claim === at}
                onSelect={() => onSelect(row.claim)}
                onOpen={onOpen}
              />
            ))}
          </ol>
          {rows.length > until && (
            <More
              words={`Show ${Math.min(40, rows.length - until)} more of ${rows.length}`}
              onMore={() => setShown(until + 40)}
            />
          )}
          {!isOneReport && rest > 0 && (
            <details class="story-fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
              <summary>{counted(rest, "claim")} of one report each</summary>
              {isOpen && <Single {...props} total={rest} />}
            </details>
          )}
        </>
      )}
    </section>
  );
}
