import { usePlace } from "../location.ts";
import { all } from "../route.ts";
import { type Chip, chipsOf, cleared, filterNames } from "./claim-query.ts";
import { chipWords } from "./claim-words.ts";

/** Every filter that is set, each with a cross that takes it out. */
export function Chips({
  names = filterNames,
  wordsOf = chipWords,
}: {
  readonly names?: readonly string[];
  readonly wordsOf?: (chip: Chip) => string;
}) {
  const { route, change } = usePlace();
  const chips = chipsOf(route.query, names);
  if (chips.length === 0) return null;
  return (
    <ul class="chips" aria-label="Filters that are set">
      {chips.map((chip) => (
        <li key={`${chip.name}=${chip.value}`}>
          <button
            type="button"
            class="chip"
            aria-label={`Take out ${wordsOf(chip)}`}
            onClick={() =>
              change({
                [chip.name]: all(route.query, chip.name).filter((value) => value !== chip.value),
                row: null,
                day: null,
              })
            }
          >
            <bdi>{wordsOf(chip)}</bdi>
            <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      <li>
        <button type="button" class="plain-button no-print" onClick={() => change(cleared(names))}>
          Clear all
        </button>
      </li>
    </ul>
  );
}
