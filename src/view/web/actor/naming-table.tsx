import type { NameUse } from "../../../record/ask/naming.ts";
import { type FormRow, namingTable } from "./naming.ts";

const Rows = ({
  rows,
  title,
  width,
}: {
  readonly rows: readonly FormRow[];
  readonly title: string;
  readonly width: number;
}) =>
  rows.length === 0 ? null : (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={width} class="naming-group">
          {title}
        </th>
      </tr>
      {rows.map(({ form, counts }) => (
        <tr key={form}>
          <th scope="row" class="naming-form">
            {form}
          </th>
          {counts.map((count, at) => (
            <td key={at}>{count === 0 ? <span class="naming-none">–</span> : count.toLocaleString("en")}</td>
          ))}
        </tr>
      ))}
    </tbody>
  );

/** Who calls an actor what: forms down, publishers across, how often; names apart from descriptions. */
export function NamingTable({ uses, label }: { readonly uses: readonly NameUse[]; readonly label: string }) {
  const { publishers, names, descriptions } = namingTable(uses);
  const width = publishers.length + 1;
  return (
    // A scrolled part must be reachable by keyboard.
    <div class="naming" tabIndex={0} role="region" aria-label={label}>
      <table class="figures">
        <thead>
          <tr>
            <td />
            {publishers.map((publisher) => (
              <th key={publisher ?? ""} scope="col">
                {publisher ?? "unknown publisher"}
              </th>
            ))}
          </tr>
        </thead>
        <Rows rows={names} title="Names" width={width} />
        <Rows rows={descriptions} title="Descriptions" width={width} />
      </table>
    </div>
  );
}
