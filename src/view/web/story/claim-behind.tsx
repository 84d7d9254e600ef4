import { useState } from "preact/hooks";
import type { ClaimTie, LedgerClaimRow } from "../../../record/ask/ledger-claim.ts";
import { useAnswer } from "../asking.ts";
import { ClaimGlyph } from "../glyph.tsx";
import { Link } from "../link.tsx";
import { Quotation } from "../margin.tsx";
import { type Query, to } from "../route.ts";
import { counted, kindWord } from "../words.ts";
import { OriginPicture } from "./graph.tsx";
import { More } from "./more.tsx";
import { holderWords, isPrivate } from "./name.ts";
import { reasonSentences } from "./reason.ts";
import { isDenied, originCount, originLine, slotWord, tieWords } from "./word.ts";

const shortly = (words: string, most = 110): string => {
  const flat = words.replace(/\s+/g, " ").trim();
  return flat.length <= most
    ? flat
    : `${flat
        .slice(0, most)
        .toWellFormed()
        .replace(/\ufffd$/, "")}…`;
};

/** How the claim stands to others of its story; each leads to the other. */
function Ties({ row, window }: { readonly row: LedgerClaimRow; readonly window: Query }) {
  const ties = row.ties.toSorted(
    (a: ClaimTie, b: ClaimTie) => Number(a.kind === "supports") - Number(b.kind === "supports"),
  );
  if (ties.length === 0) return null;
  return (
    <section class="behind-part">
      <h3>Beside other claims</h3>
      <ul class="ties">
        {ties.map(({ kind, direction, slot, reason, claim, holder, words }) => (
          <li key={`${kind}${direction}${slot}${claim}`}>
            {tieWords(kind, direction)} <b>{holderWords(holder)}</b>
            {slot !== null && `, on ${slotWord(slot)}`}:{" "}
            <Link to={to("story", { subject: row.story, ...window, at: claim })}>“{shortly(words)}”</Link>
            <span class="quiet">
              {reasonSentences(reason, "pair", { shown: [row.words, words], holders: [row.holder, holder] }).join(" ")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How many origins there are when those who say the same are counted too. */
function Together({ row, window }: { readonly row: LedgerClaimRow; readonly window: Query }) {
  const isSupported = row.ties.some(({ kind }) => kind === "supports");
  const found = useAnswer("origins", isSupported ? { ...window, claim: [row.claim], story: [row.story] } : null);
  const all = found.value?.rows.find(({ claim }) => claim === row.claim);
  if (!isSupported || !all || all.supportedBy.length === 0) return null;
  return (
    <p class="quiet">
      With {counted(all.supportedBy.length, "claim")} of others that {all.supportedBy.length === 1 ? "says" : "say"} the
      same: {originCount(all)}.
    </p>
  );
}

const firstTold = 4;

interface BehindProps {
  readonly row: LedgerClaimRow;
  readonly window: Query;
  readonly copiesOf: (document: string) => readonly string[];
}

/** All that stands behind a claim of a story: where it comes from, every report's exact words, and what stands against it. */
export function LedgerClaimBehind({ row, window, copiesOf }: BehindProps) {
  const [shown, setShown] = useState(firstTold);
  return (
    <div class="behind">
      <h2>
        <ClaimGlyph isDenial={isDenied(row)} /> <bdi>{holderWords(row.holder)}</bdi> {kindWord(row.kind)}
      </h2>
      {isPrivate(row.holder) && <p class="quiet">Named in the report alone.</p>}
      <Quotation row={row.told[0] ?? row} at={row.told[0]?.attribution ?? null} />
      <section class="behind-part">
        <h3>Where it comes from</h3>
        <p>{originLine(row.documents, row.origins, row.holder)}</p>
        <OriginPicture row={row} origins={row.origins.origins} copiesOf={copiesOf} />
        <Together row={row} window={window} />
      </section>
      <Ties row={row} window={window} />
      {row.told.length > 1 && (
        <section class="behind-part">
          <h3>Also told in these words</h3>
          {row.told.slice(1, shown).map((one) => (
            <div key={`${one.revision}${one.attribution}${one.start}`} class="behind-telling">
              <Quotation row={one} at={one.attribution} />
              <p class="quiet">
                Why it is the same claim:{" "}
                {reasonSentences(one.reason, "claim", { shown: [one.words], holders: [row.holder] }).join(" ")}
              </p>
            </div>
          ))}
          {row.told.length > shown && (
            <More
              words={`Show more: ${shown} of ${row.told.length.toLocaleString("en")} are here`}
              onMore={() => setShown(shown + 20)}
            />
          )}
        </section>
      )}
    </div>
  );
}
