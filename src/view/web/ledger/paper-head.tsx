import type { CaseFacts } from "../../api/contract.ts";
import type { Query } from "../route.ts";
import { chipsOf, filterNames } from "./claim-query.ts";
import { chipWords } from "./claim-words.ts";

interface PaperHeadProps {
  readonly facts: CaseFacts | null;
  readonly query: Query;
  readonly names?: readonly string[];
}

/** On paper only: which case this is of, and which filters were set. */
export function PaperHead({ facts, query, names = filterNames }: PaperHeadProps) {
  const chips = chipsOf(query, names);
  return (
    <p class="paper-head">
      Case: {facts === null ? "" : facts.isSample ? "the sample case, made up" : facts.name}.{" "}
      {chips.length === 0 ? "No filter is set" : `Only ${chips.map(chipWords).join("; ")}`}.
    </p>
  );
}
