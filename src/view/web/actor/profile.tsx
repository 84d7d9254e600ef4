import type { ActorPage, KindCount, TypeCount } from "../../../record/ask/actor.ts";
import { whatWords } from "../actor-word.ts";
import { useAnswer } from "../asking.ts";
import { dayWords } from "../day.ts";
import { Link } from "../link.tsx";
import { Bars } from "../overview/bars.tsx";
import { to } from "../route.ts";
import { counted, kindWord, typeWord } from "../words.ts";
import { LatestClaims } from "./latest-claims.tsx";
import { NamingTable } from "./naming-table.tsx";

/** So many companions are shown before "all". */
const shownBeside = 12;
const shownClaims = 10;

/** The claims of an actor that are asked for, the newest first. */
export const latestOf = (name: string) => ({ actor: name, sort: "newest", limit: shownClaims }) as const;

const kindBars = (counts: readonly KindCount[], part: "actor" | "target", name: string) =>
  counts.map(({ kind, count }) => ({ name: kindWord(kind), count, to: to("claims", { [part]: name, kind }) }));

const sentence = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

const typeBars = (counts: readonly TypeCount[], name: string) =>
  counts.map(({ type, class: eventClass, count }) => ({
    name: `${typeWord(type)}${eventClass === "verbal" ? " (talk)" : ""}`,
    count,
    to: to("timeline", { actor: name }),
  }));

/** All that the record holds of one actor. */
export function Profile({
  page,
  selected,
  onSelect,
}: {
  readonly page: ActorPage;
  readonly selected: string | null;
  readonly onSelect: (claim: string) => void;
}) {
  const latest = useAnswer("claims", latestOf(page.name));
  const bare = useAnswer("claims", { actor: page.name, mark: "none-given", limit: 1 });
  const bareCount = bare.value?.aside?.total ?? 0;
  const beside = page.beside.slice(0, shownBeside);
  return (
    <article class="profile">
      <header class="page-head">
        <h1 class="profile-name">{page.name}</h1>
        <p class="page-lead">
          {sentence(whatWords(page))}. In {counted(page.documents, "report")}: {counted(page.claims, "claim")},{" "}
          {counted(page.events, "event")}.
        </p>
      </header>
      <p class="profile-ways">
        {page.claims > 0 && <Link to={to("claims", { actor: page.name })}>All claims</Link>}
        {bareCount > 0 && (
          <Link to={to("claims", { actor: page.name, mark: "none-given" })}>
            {counted(bareCount, "claim")} with no evidence given
          </Link>
        )}
        <Link to={to("timeline", { actor: page.name })}>Timeline</Link>
        <Link to={to("search", { words: page.name })}>In the words of the reports</Link>
      </p>
      <section>
        <h2>Who calls {page.kind === "person" ? "this person" : "it"} what</h2>
        {page.names.length === 0 ? (
          <p class="quiet">Not named in the text that is read.</p>
        ) : (
          <NamingTable uses={page.names} label={`Names of ${page.name} by publisher`} />
        )}
        {page.roles.length > 0 && (
          <p class="profile-roles">
            <b>Roles as printed:</b>{" "}
            {page.roles.map(({ role, documents }, at) => (
              <span key={role}>
                {at > 0 && ", "}
                <q>{role}</q> <span class="quiet">({counted(documents, "report")})</span>
              </span>
            ))}
          </p>
        )}
        <p class="quiet">
          First named by {page.publisher ?? "an unknown publisher"}
          {page.published !== null && `, ${dayWords(page.published)}`}:{" "}
          <Link to={to("document", { subject: page.document, start: String(page.start), end: String(page.end) })}>
            {page.words}
          </Link>
        </p>
      </section>
      <div class="profile-columns">
        <Tally title="Claims made, by kind" bars={kindBars(page.claimsByKind, "actor", page.name)} none="No claim." />
        <Tally
          title="Claims against or to, by kind"
          bars={kindBars(page.claimsAbout, "target", page.name)}
          none="No claim."
        />
        <Tally
          title="Deeds and talk, as the one who acts"
          bars={typeBars(page.eventsAsActor, page.name)}
          none="No event."
        />
        <Tally
          title="Deeds and talk, as the one acted upon"
          bars={typeBars(page.eventsAsRecipient, page.name)}
          none="No event."
        />
      </div>
      <section>
        <h2>Latest claims</h2>
        <LatestClaims asked={latest} selected={selected} onSelect={onSelect} />
      </section>
      {beside.length > 0 && (
        <section>
          <h2>Named in the same reports</h2>
          <ul class="beside">
            {beside.map((one) => (
              <li key={`${one.name}${one.kind}${one.country}`}>
                <Link to={to("actor", { subject: one.name })}>{one.name}</Link>{" "}
                <span class="quiet">{counted(one.documents, "report")}</span>
              </li>
            ))}
          </ul>
          {page.beside.length > beside.length && (
            <details>
              <summary>{counted(page.beside.length - beside.length, "other", "others")}</summary>
              <ul class="beside">
                {page.beside.slice(shownBeside, 200).map((one) => (
                  <li key={`${one.name}${one.kind}${one.country}`}>
                    <Link to={to("actor", { subject: one.name })}>{one.name}</Link>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </section>
      )}
    </article>
  );
}

const Tally = ({
  title,
  bars,
  none,
}: {
  readonly title: string;
  readonly bars: Parameters<typeof Bars>[0]["bars"];
  readonly none: string;
}) => (
  <section>
    <h2>{title}</h2>
    {bars.length === 0 ? <p class="quiet">{none}</p> : <Bars bars={bars} label={title} />}
  </section>
);
