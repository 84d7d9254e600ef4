import { useEffect, useState } from "preact/hooks";
import { actorKinds } from "../../../model/actor.ts";
import type { ActorRow } from "../../../record/ask/actors.ts";
import { otherNames } from "../actor/naming.ts";
import { actorKindWord, countryWord, whatWords } from "../actor-word.ts";
import { useStretches } from "../asking.ts";
import { Link } from "../link.tsx";
import { usePlace } from "../location.ts";
import { all, one, to } from "../route.ts";
import { Chip } from "../search/chip.tsx";
import { Growing } from "../search/growing.tsx";
import { Empty } from "../state.tsx";
import { counted } from "../words.ts";

/** How long a name may rest before it is asked for. */
const restMs = 250;
/** So many other names are told of an actor. */
const shownNames = 4;

/** Everybody who acts and speaks in the case and is known to be public. */
export function ActorsPage() {
  const { route, change } = usePlace();
  const rows = useStretches("actors", route.query, 40);
  const isFiltered = Object.keys(route.query).length > 0;
  const countries = all(route.query, "country");
  return (
    <div class="actors">
      <header class="page-head">
        <h1>Actors</h1>
        <p class="page-lead" aria-live="polite">
          {rows.isLoading || rows.problem ? " " : counted(rows.total, "actor")}
        </p>
      </header>
      <div class="filters">
        <NameField name={one(route.query, "name") ?? ""} onName={(name) => change({ name }, { replace: true })} />
        <label>
          Kind
          <select
            value={one(route.query, "kind") ?? ""}
            onChange={(event) => change({ kind: event.currentTarget.value })}
          >
            <option value="">any</option>
            {actorKinds.map((kind) => (
              <option key={kind} value={kind}>
                {actorKindWord(kind)}
              </option>
            ))}
          </select>
        </label>
        {countries.map((code) => (
          <Chip
            key={code}
            label={`Country: ${countryWord(code)}`}
            onRemove={() => change({ country: countries.filter((held) => held !== code) })}
          />
        ))}
        {all(route.query, "publisher").map((name) => (
          <Chip
            key={name}
            label={`Printed by ${name}`}
            onRemove={() => change({ publisher: all(route.query, "publisher").filter((held) => held !== name) })}
          />
        ))}
      </div>
      <p class="quiet">Persons who are not known to be public, and people without a name, are never listed here.</p>
      {!rows.isLoading && !rows.problem && rows.total === 0 ? (
        <NoActors isFiltered={isFiltered} />
      ) : (
        <Growing
          key={JSON.stringify(route.query)}
          rows={rows}
          what="actors"
          label="Actors"
          draw={(row) => <ActorItem key={`${row.name}${row.kind}${row.country}`} row={row} />}
        />
      )}
    </div>
  );
}

/** A field whose words are asked for when the typing rests. */
function NameField({ name, onName }: { readonly name: string; readonly onName: (name: string | null) => void }) {
  const [typed, setTyped] = useState(name);
  // What was just asked for comes back without the space after it, which must stay: another name may follow.
  useEffect(() => setTyped((held) => (held.trim() === name ? held : name)), [name]);
  useEffect(() => {
    if (typed.trim() === name) return;
    const later = setTimeout(() => onName(typed.trim() === "" ? null : typed.trim()), restMs);
    return () => clearTimeout(later);
  }, [typed]);
  return (
    <label>
      Name, in any spelling
      <input type="search" value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
    </label>
  );
}

const ActorItem = ({ row }: { readonly row: ActorRow }) => {
  const others = otherNames(row.names, row.name, shownNames);
  return (
    <li class="actor-item">
      <div>
        <Link to={to("actor", { subject: row.name })} class="actor-item-name row-link">
          {row.name}
        </Link>{" "}
        <span class="quiet">{whatWords(row)}</span>
        {others.length > 0 && (
          <p class="quiet actor-item-names">
            Also called{" "}
            {others.map(({ form, publishers }, at) => (
              <span key={form}>
                {at > 0 && ", "}
                <b>{form}</b>
                {publishers.length > 0 && ` (${publishers.join(", ")})`}
              </span>
            ))}
          </p>
        )}
      </div>
      <ul class="actor-item-counts">
        <li>{counted(row.documents, "report")}</li>
        <li>
          {row.claims > 0 ? (
            <Link to={to("claims", { actor: row.name })}>{counted(row.claims, "claim")}</Link>
          ) : (
            "0 claims"
          )}
        </li>
        <li>
          {row.events > 0 ? (
            <Link to={to("timeline", { actor: row.name })}>{counted(row.events, "event")}</Link>
          ) : (
            "0 events"
          )}
        </li>
      </ul>
    </li>
  );
};

const NoActors = ({ isFiltered }: { readonly isFiltered: boolean }) =>
  isFiltered ? (
    <Empty title="No actor fits">
      <p>
        The filters fit nobody who is listed. <Link to={to("actors")}>Take them all away</Link>, or look for the name in
        the words of the reports: <Link to={to("search")}>Search</Link>.
      </p>
    </Empty>
  ) : (
    <Empty title="Nobody is listed yet">
      <p>
        Actors come out of the reports. <Link to={to("add")}>Add reports</Link>
      </p>
    </Empty>
  );
