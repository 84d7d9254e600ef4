import type { Problem } from "../../model/outcome.ts";
import type { ActorPage, OneActorFilter } from "../../record/ask/actor.ts";
import type { ActorRow, ActorsFilter } from "../../record/ask/actors.ts";
import type { ClaimFilter, ClaimRow } from "../../record/ask/claims.ts";
import type { ContradictionRow, ContradictionsFilter } from "../../record/ask/contradictions.ts";
import type { CountRow, CountsFilter } from "../../record/ask/counts.ts";
import type { OneDocument, OneDocumentFilter } from "../../record/ask/document.ts";
import type { DocumentRow, DocumentsFilter } from "../../record/ask/documents.ts";
import type { EventFilter, EventRow } from "../../record/ask/events.ts";
import type {
  FigureRow,
  FiguresFilter,
  HappeningRow,
  HappeningsFilter,
  OneHappening,
  OneHappeningFilter,
} from "../../record/ask/happenings.ts";
import type { LedgerClaimRow, OneClaimFilter, OriginsRow } from "../../record/ask/ledger-claim.ts";
import type { OverviewRow } from "../../record/ask/overview.ts";
import type { PlacedRow, PlacesFilter } from "../../record/ask/placed.ts";
import type { SearchFilter, SearchRow } from "../../record/ask/search.ts";
import type { StoriesFilter, StoryRow } from "../../record/ask/stories.ts";
import type { OneStory, OneStoryFilter } from "../../record/ask/story.ts";
import type { TimelineFilter, TimelineRow } from "../../record/ask/timeline.ts";
import type { Answer } from "../answer.ts";
import type { ForgottenAtDesk, Taken } from "../desk.ts";

export type { CountRow, OverviewRow };

/** What goes in and out of each question over HTTP, for typed clients: `GET /api/ask/<name>?<input>` answers `Answer<row>`. */
export interface Contract {
  readonly actor: { readonly input: OneActorFilter; readonly row: ActorPage };
  readonly actors: { readonly input: ActorsFilter; readonly row: ActorRow };
  readonly claims: { readonly input: ClaimFilter; readonly row: ClaimRow };
  readonly counts: { readonly input: CountsFilter; readonly row: CountRow };
  readonly document: { readonly input: OneDocumentFilter; readonly row: OneDocument };
  readonly documents: { readonly input: DocumentsFilter; readonly row: DocumentRow };
  readonly events: { readonly input: EventFilter; readonly row: EventRow };
  readonly overview: { readonly input: Readonly<Record<string, never>>; readonly row: OverviewRow };
  readonly places: { readonly input: PlacesFilter; readonly row: PlacedRow };
  readonly search: { readonly input: SearchFilter; readonly row: SearchRow };
  readonly claim: { readonly input: OneClaimFilter; readonly row: LedgerClaimRow };
  readonly contradictions: { readonly input: ContradictionsFilter; readonly row: ContradictionRow };
  readonly figures: { readonly input: FiguresFilter; readonly row: FigureRow };
  readonly happening: { readonly input: OneHappeningFilter; readonly row: OneHappening };
  readonly happenings: { readonly input: HappeningsFilter; readonly row: HappeningRow };
  readonly origins: { readonly input: OneClaimFilter; readonly row: OriginsRow };
  readonly stories: { readonly input: StoriesFilter; readonly row: StoryRow };
  readonly story: { readonly input: OneStoryFilter; readonly row: OneStory };
  readonly timeline: { readonly input: TimelineFilter; readonly row: TimelineRow };
}

/** The answer of one question. */
export type AnswerOf<Name extends keyof Contract> = Answer<Contract[Name]["row"]>;

/** `GET /api/case`: which case is open, and who reads it. */
export interface CaseFacts {
  /** The file's name, without its folder. */
  readonly name: string;
  readonly isSample: boolean;
  /** Version of Standoff. */
  readonly version: string;
  /** "standoff/1" */
  readonly format: string;
}

/** `POST /api/documents`: what became of each document. */
export interface TakenIn {
  readonly taken: readonly Taken[];
  /** What is to be known of the files beside: what was left unread, what an archive held. */
  readonly notes: readonly string[];
}

/** `DELETE /api/documents/<id>`. */
export type Forgotten = ForgottenAtDesk;

/** Every answer of a status from 400 on. */
export interface Refusal {
  readonly problem: Problem;
}
