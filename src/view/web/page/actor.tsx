import { partsOf } from "../actor/part.ts";
import { latestOf, Profile } from "../actor/profile.tsx";
import { useAnswer } from "../asking.ts";
import { Link } from "../link.tsx";
import { usePlace } from "../location.ts";
import { Margin, Quotation } from "../margin.tsx";
import { one, to } from "../route.ts";
import { Empty, Failed, Loading } from "../state.tsx";
import { counted } from "../words.ts";

/** Every public actor of one name: who calls it what, what it says and does. */
export function ActorPage() {
  const { route, change } = usePlace();
  const name = route.subject;
  const asked = useAnswer("actor", name === null ? null : { name });
  const selected = one(route.query, "at");
  const select = (claim: string | null): void => change({ at: claim }, { replace: true });
  if (name === null) return <NoActor name={null} />;
  if (asked.problem) return <Failed problem={asked.problem} again={asked.again} />;
  if (asked.value === null) return <Loading what={name} />;
  const pages = asked.value.rows;
  if (pages.length === 0) return <NoActor name={name} />;
  return (
    <div class="with-margin">
      <div class="thing">
        {pages.length > 1 && (
          <p class="quiet">
            {counted(pages.length, "actor")} of the case go by the name “{name}”: all of them are below. Nothing says
            that they are one.
          </p>
        )}
        {pages.map((page) => (
          <Profile
            key={`${page.name}${page.kind}${page.country}`}
            page={page}
            selected={selected}
            onSelect={(claim) => select(claim === selected ? null : claim)}
          />
        ))}
      </div>
      <Margin hint="Choose a claim: its exact words stand here, with publisher and day." onClose={() => select(null)}>
        {selected === null ? null : (
          <div>
            {pages.map((page) => (
              <SelectedClaim key={page.name} name={page.name} claim={selected} />
            ))}
          </div>
        )}
      </Margin>
    </div>
  );
}

/** The words of the selected claim, where it is among the latest of `name`. */
function SelectedClaim({ name, claim }: { readonly name: string; readonly claim: string }) {
  const latest = useAnswer("claims", latestOf(name));
  const row = latest.value?.rows.find((held) => held.claim === claim);
  return row ? <Quotation row={row} parts={partsOf(row)} at={row.claim} /> : null;
}

const NoActor = ({ name }: { readonly name: string | null }) => (
  <>
    <h1 class="profile-name">{name ?? "Actor"}</h1>
    <Empty title={name === null ? "No name was given" : "No public actor has this name"}>
      <p>
        Persons who are not known to be public have no page.{" "}
        {name !== null && (
          <>
            Look for the name <Link to={to("search", { words: name })}>in the words of the reports</Link>, or{" "}
          </>
        )}
        <Link to={to("actors")}>see who is listed</Link>.
      </p>
    </Empty>
  </>
);
