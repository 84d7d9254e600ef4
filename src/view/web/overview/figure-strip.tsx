import type { OverviewRow } from "../../api/contract.ts";
import { ClaimGlyph, EventGlyph } from "../glyph.tsx";
import { Link } from "../link.tsx";
import { figureGroups } from "./number.ts";

const Glyph = ({ what }: { readonly what: OverviewRow["what"] }) => {
  if (what === "deeds") return <EventGlyph realis="happened" factuality="certain+" eventClass="material" />;
  if (what === "planned") return <EventGlyph realis="planned" factuality="certain+" eventClass="material" />;
  if (what === "threatened-or-demanded") {
    return <EventGlyph realis="threatened" factuality="certain+" eventClass="material" />;
  }
  return what === "claims" || what === "accusations" || what === "denials" ? (
    <ClaimGlyph isDenial={what === "denials"} />
  ) : null;
};

/** The numbers of the record, each a way to what it counts. The strip keeps its place while they are counted. */
export const FigureStrip = ({ rows }: { readonly rows: readonly OverviewRow[] }) => (
  <div class="figure-strip">
    {figureGroups(rows).map(({ title, figures }) => (
      <section key={title} class="figure-group">
        <h2>{title}</h2>
        <ul>
          {figures.map(({ what, count, label, route }) => (
            <li key={what}>
              <Link to={route} class={`figure figure-${what}`}>
                <b>{count.toLocaleString("en")}</b>
                <span>
                  <Glyph what={what} /> {label}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
    ))}
  </div>
);
