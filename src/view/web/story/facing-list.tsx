import { useState } from "preact/hooks";
import type { ContradictionSide } from "../../../record/ask/contradictions.ts";
import { publishedWords, publisherOf } from "../citation.ts";
import { ClaimGlyph } from "../glyph.tsx";
import { SelectLink } from "../ledger/select-link.tsx";
import { counted, kindWord } from "../words.ts";
import { type Facing, facingOf, type Pair } from "./facing.ts";
import { More } from "./more.tsx";
import { holderWords } from "./name.ts";
import { relationWord, slotWord } from "./word.ts";

interface SideProps {
  readonly side: ContradictionSide;
  /** What is selected by it: the claim, or the pair. */
  readonly id: string;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
  readonly onOpen: () => void;
}

/** One side: whose word, the words, and where they were first printed. */
const Side = ({ side, id, isSelected, onSelect, onOpen }: SideProps) => (
  <div class={isSelected ? "side told-selected" : "side"}>
    <SelectLink class="told-open" at={id} isSelected={isSelected} onSelect={onSelect} onOpen={onOpen}>
      <bdi class={side.holder.kind === "unnamed" ? "claim-unnamed" : undefined}>{holderWords(side.holder)}</bdi>{" "}
      <span class="claim-act">
        <ClaimGlyph isDenial={side.kind === "deny"} /> {kindWord(side.kind)}
      </span>
    </SelectLink>
    <p class="told-words">
      <bdi>{side.words}</bdi>
    </p>
    <p class="told-from">
      <span>
        <bdi>{publisherOf(side)}</bdi>, {publishedWords(side)}
      </span>
      {side.documents > 1 && <span>{counted(side.documents, "report")}</span>}
    </p>
  </div>
);

interface FacingProps {
  readonly facing: Facing;
  readonly at: string | null;
  readonly onSelect: (at: string) => void;
  readonly onOpen: () => void;
}

/** A claim, and facing it all that stands against it, with the point on which they differ between them. */
const Group = ({ facing: { left, pairs }, at, onSelect, onOpen }: FacingProps) => (
  <li class="facing">
    <Side
      side={left}
      id={left.claim}
      isSelected={left.claim === at}
      onSelect={() => onSelect(left.claim)}
      onOpen={onOpen}
    />
    <ul class="facing-against">
      {pairs.map(({ id, relation, slot, right }) => (
        <li key={id} class="facing-pair" data-at={id}>
          <p class="between">
            <b>{relationWord(relation)}</b>
            {slot !== null && <span>{slotWord(slot)}</span>}
          </p>
          <Side side={right} id={id} isSelected={id === at} onSelect={() => onSelect(id)} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  </li>
);

interface ListProps extends Omit<FacingProps, "facing"> {
  readonly pairs: readonly Pair[];
  readonly firstShown: number;
}

/** Claims and what stands against them, facing each other. */
export function FacingList({ pairs, at, onSelect, onOpen, firstShown }: ListProps) {
  const [shown, setShown] = useState(firstShown);
  const groups = facingOf(pairs);
  const until = Math.max(shown, groups.findIndex((group) => group.pairs.some(({ id }) => id === at)) + 1);
  return (
    <>
      <ul class="facings">
        {groups.slice(0, until).map((group) => (
          <Group key={group.left.claim} facing={group} at={at} onSelect={onSelect} onOpen={onOpen} />
        ))}
      </ul>
      {groups.length > until && (
        <More
          words={`Show ${Math.min(40, groups.length - until)} more of ${groups.length}`}
          onMore={() => setShown(until + 40)}
        />
      )}
    </>
  );
}
