import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { asChosen, bare, type Option, shownOptions } from "./facet-option.ts";

interface FacetProps {
  readonly title: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly onToggle: (value: string) => void;
  /** How many are shown at first; all that are chosen are always shown. */
  readonly shown?: number;
  /** Stands between the title and the values: a field to find one. */
  readonly children?: ComponentChildren;
  readonly isOpen?: boolean;
}

/** Values of one filter with how many rows each would give; several chosen are alternatives. */
export function Facet({ title, options, chosen, onToggle, shown = 6, children, isOpen = true }: FacetProps) {
  const [isWhole, setWhole] = useState(false);
  const { options: drawn, more } = shownOptions(options, chosen, isWhole ? Infinity : shown);
  const picked = new Set(chosen.map(bare));
  if (drawn.length === 0 && !children) return null;
  return (
    <details class="facet" open={isOpen || chosen.length > 0}>
      <summary>
        {title}
        {chosen.length > 0 && <span class="facet-chosen">{chosen.length} chosen</span>}
      </summary>
      <fieldset>
        <legend class="visually-hidden">{title}</legend>
        {children}
        <ul>
          {drawn.map(({ value, label, note, count }) => (
            <li key={value}>
              <label class="facet-value">
                <input
                  type="checkbox"
                  checked={picked.has(bare(value))}
                  onChange={() => onToggle(asChosen(value, chosen))}
                />
                <span class="facet-label">
                  <bdi>{label}</bdi>
                  {note && <span class="facet-note">{note}</span>}
                </span>
                {count !== null && <span class="facet-count">{count.toLocaleString("en")}</span>}
              </label>
            </li>
          ))}
        </ul>
        {(more > 0 || (isWhole && options.length > shown)) && (
          <button type="button" class="plain-button" onClick={() => setWhole(!isWhole)}>
            {isWhole ? "fewer" : `${more} more`}
          </button>
        )}
      </fieldset>
    </details>
  );
}
