import type { ComponentType } from "preact";
import type { Outcome } from "../../model/outcome.ts";
import type { CaseFacts } from "../api/contract.ts";
import { useLoaded } from "./asking.ts";
import { Frame } from "./frame.tsx";
import { Link } from "./link.tsx";
import { PlaceProvider, useLocation } from "./location.ts";
import { ActorPage } from "./page/actor.tsx";
import { ActorsPage } from "./page/actors.tsx";
import { AddPage } from "./page/add.tsx";
import { ContradictionsPage } from "./page/contradictions.tsx";
import { DoorsPage } from "./page/doors.tsx";
import { LedgerPage } from "./page/ledger.tsx";
import { MapPage } from "./page/map.tsx";
import { OverviewPage } from "./page/overview.tsx";
import type { PageProps } from "./page/props.ts";
import { ReaderPage } from "./page/reader.tsx";
import { SearchPage } from "./page/search.tsx";
import { StoriesPage } from "./page/stories.tsx";
import { StoryPage } from "./page/story.tsx";
import { TimelinePage } from "./page/timeline.tsx";
import { type PageName, to } from "./route.ts";
import { Empty } from "./state.tsx";

const pages: Readonly<Record<PageName, ComponentType<PageProps>>> = {
  overview: OverviewPage,
  claims: LedgerPage,
  timeline: TimelinePage,
  map: MapPage,
  stories: StoriesPage,
  story: StoryPage,
  contradictions: ContradictionsPage,
  actors: ActorsPage,
  actor: ActorPage,
  search: SearchPage,
  document: ReaderPage,
  add: AddPage,
  doors: DoorsPage,
};

const shortPath = (path: string): string => (path.length > 60 ? `${path.slice(0, 60)} …` : path);

const Lost = () => (
  <>
    <h1>Nothing here</h1>
    <Empty title={`There is no page at ${shortPath(window.location.pathname)}`}>
      See <Link to={to("overview")}>what the case holds</Link>, <Link to={to("stories")}>its stories</Link>, or{" "}
      <Link to={to("search")}>all reports</Link>.
    </Empty>
  </>
);

/** The whole desk. `asked` is which case is open: asked before anything is drawn, since every page shows it. */
export function Desk({ asked }: { readonly asked: Promise<Outcome<CaseFacts>> }) {
  const place = useLocation();
  const facts = useLoaded("case", () => asked).value;
  const Page = place.isLost ? Lost : pages[place.route.page];
  return (
    <PlaceProvider value={place}>
      <Frame facts={facts}>
        <Page key={`${place.route.page}/${place.route.subject ?? ""}`} facts={facts} />
      </Frame>
    </PlaceProvider>
  );
}
