import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { CaseFacts } from "../api/contract.ts";
import { useDrop } from "./add/drop.ts";
import { handIn } from "./add/hand-in.ts";
import { type Found, nothingSaid } from "./add/load.ts";
import { FilterNote } from "./filter-note.tsx";
import { KeySheet } from "./key-sheet.tsx";
import { type Key, useKeyboard, useKeys } from "./keys.ts";
import { Link } from "./link.tsx";
import { usePlace } from "./location.ts";
import { type PageName, to } from "./route.ts";
import { useTheme } from "./theme.ts";
import { titleOf, useFrameTitle } from "./title.ts";

interface Entry {
  readonly page: PageName;
  readonly label: string;
  readonly key: string;
}

const entries: readonly Entry[] = [
  { page: "overview", label: "Overview", key: "g o" },
  { page: "stories", label: "Stories", key: "g r" },
  { page: "claims", label: "Claims", key: "g c" },
  { page: "contradictions", label: "Contradictions", key: "g x" },
  { page: "timeline", label: "Timeline", key: "g t" },
  { page: "map", label: "Map", key: "g m" },
  { page: "actors", label: "Actors", key: "g a" },
  { page: "search", label: "Search", key: "g s" },
  { page: "add", label: "Add reports", key: "g n" },
  { page: "doors", label: "For programs", key: "g d" },
];

/** Pages that belong to an entry without being one. */
const partOf: Partial<Readonly<Record<PageName, PageName>>> = { actor: "actors", story: "stories" };

const themeLabels = { system: "Light: as the machine", light: "Light: on", dark: "Light: off" } as const;

/** Files that are dropped on any page but the one that takes them in: they are taken in, and that page shows how it goes. */
function DropAnywhere() {
  const { go } = usePlace();
  const take = useRef((found: readonly Found[]): void => {
    void handIn(found, nothingSaid).then(() => go(to("add")));
  }).current;
  return useDrop(take) ? (
    <p class="drop-note" role="status">
      Let go: the files are read into the case
    </p>
  ) : null;
}

/** The desk's left rail and everything that is there on every page. */
export function Frame({ facts, children }: { readonly facts: CaseFacts | null; readonly children: ComponentChildren }) {
  const { route, isLost, go } = usePlace();
  const [theme, nextTheme] = useTheme();
  const [isSheet, setSheet] = useState(false);
  const [isMenu, setMenu] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const here = isLost ? null : (partOf[route.page] ?? route.page);
  useKeyboard();
  const keys: readonly Key[] = [
    { key: "?", label: "this sheet", press: () => setSheet(true) },
    { key: "/", label: "search", press: () => field.current?.focus() },
    ...entries.map(({ page, label, key }) => ({ key, label: label.toLowerCase(), press: () => go(to(page)) })),
    { key: "l", label: "light or dark", press: nextTheme },
  ];
  useKeys("Everywhere", keys);
  const caseName = facts?.isSample ? "Sample case" : facts?.name;
  const pageName = isLost ? "Nothing here" : (entries.find((entry) => entry.page === here)?.label ?? "Report");
  useFrameTitle(titleOf(route.subject ?? pageName, caseName));
  // Who chose a page wants to see it, not the menu.
  useEffect(() => setMenu(false), [route]);
  return (
    <div class="frame">
      <a class="skip" href="#page">
        Skip to the page
      </a>
      <header
        class={isMenu ? "rail rail-open" : "rail"}
        onKeyDown={(event) => {
          if (event.key === "Escape") setMenu(false);
        }}
      >
        <Link to={to("overview")} class="brand">
          Standoff
        </Link>
        <p class="rail-case" title="The open case">
          {caseName ?? "\u00a0"}
        </p>
        <button
          type="button"
          class="plain-button rail-menu"
          aria-expanded={isMenu}
          aria-controls="rail-pages"
          onClick={() => setMenu(!isMenu)}
        >
          Menu
        </button>
        <form
          role="search"
          class="rail-search"
          onSubmit={(event) => {
            event.preventDefault();
            const words = field.current?.value.trim() ?? "";
            if (words !== "") go(to("search", { words }));
          }}
        >
          <input
            ref={field}
            type="search"
            name="words"
            aria-label="Search the reports"
            placeholder="Search  /"
            onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
          />
        </form>
        <nav id="rail-pages" aria-label="Pages">
          <ul>
            {entries.map(({ page, label }) => (
              <li key={page}>
                <Link to={to(page)} aria-current={page === here ? "page" : undefined}>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div class="rail-foot">
          <button type="button" class="plain-button" onClick={nextTheme}>
            {themeLabels[theme]}
          </button>
          <button type="button" class="plain-button" onClick={() => setSheet(true)}>
            Keys <kbd>?</kbd>
          </button>
          {facts && <span class="quiet">Standoff {facts.version}</span>}
        </div>
      </header>
      <main id="page" class="page" tabIndex={-1}>
        {facts?.isSample && (
          <p class="sample-note">
            These reports are made up to show what the desk does: no such country, person or outlet exists.{" "}
            <Link to={to("add")}>Read your own</Link>
          </p>
        )}
        <FilterNote />
        {children}
      </main>
      {route.page !== "add" && <DropAnywhere />}
      {isSheet && <KeySheet onClose={() => setSheet(false)} />}
    </div>
  );
}
