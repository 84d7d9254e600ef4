import type { ComponentChildren } from "preact";
import type { Actor } from "../../../model/actor.ts";
import type { DatedRange } from "../../../model/document.ts";
import { isPublic, whatWords } from "../actor-word.ts";
import { datedWords } from "../day.ts";
import { Link } from "../link.tsx";
import { usePlace } from "../location.ts";
import { to } from "../route.ts";
import { type Reading, wordsOf } from "./reading.ts";
import { byWords } from "./say.ts";

/** One line of a card: what is told, and what it is. Nothing where there is nothing to tell. */
export const Fact = ({ name, children }: { readonly name: string; readonly children: ComponentChildren }) =>
  children === null ||
  children === undefined ||
  children === false ||
  (Array.isArray(children) && children.length === 0) ? null : (
    <div class="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );

/** An actor by name, with its page where it has one. */
export const ActorName = ({ actor }: { readonly actor: Actor }) =>
  isPublic(actor) ? <Link to={to("actor", { subject: actor.name })}>{actor.name}</Link> : <span>{actor.name}</span>;

/** An actor with all that the report and the lexicon tell of it. */
export function ActorLine({ actor }: { readonly actor: Actor }) {
  const { kind, country, named, roles, aliases } = actor;
  const also = aliases.filter((alias) => alias !== actor.name);
  const told = [
    whatWords({ kind, country }),
    named ? null : "not named",
    actor.public === true ? "public" : kind === "person" ? "not known to be public" : null,
    ...roles,
  ];
  return (
    <span class="actor-line">
      <ActorName actor={actor} /> <span class="quiet">{told.filter((part) => part !== null).join(" · ")}</span>
      {also.length > 0 && <span class="quiet actor-also">also “{also.join("”, “")}”</span>}
    </span>
  );
}

/** A day with how it was decided. */
export function DayLine({ reading, day }: { readonly reading: Reading; readonly day: DatedRange }) {
  const words = (id: string) => {
    const timex = reading.timexes.get(id);
    return timex ? wordsOf(reading, [[timex.start, timex.end]]) : null;
  };
  return (
    <>
      {datedWords(day) ?? "no day could be told"} <span class="quiet">{byWords(day.by, words)}</span>
    </>
  );
}

/** A button that selects another annotation of this report. */
export function Pick({ id, children }: { readonly id: string; readonly children: ComponentChildren }) {
  const { route, change } = usePlace();
  const revision = route.query.at?.[0]?.split(".")[0] ?? "";
  return (
    <button
      type="button"
      class="pick"
      onClick={() => change({ at: `${revision}.${id}`, start: null, end: null }, { replace: true })}
    >
      {children}
    </button>
  );
}
