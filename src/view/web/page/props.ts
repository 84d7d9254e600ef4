import type { CaseFacts } from "../../api/contract.ts";

/** What every page is given. */
export interface PageProps {
  /** Null until the server has said which case is open. */
  readonly facts: CaseFacts | null;
}
