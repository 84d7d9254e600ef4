import { Link } from "../link.tsx";
import type { Route } from "../route.ts";

/** One bar: what it counts, where it leads, and what is said beside it. */
export interface Bar {
  readonly name: string;
  readonly count: number;
  readonly to: Route;
  readonly note?: BarNote | null;
}

/** What is said below a bar; a link where it leads elsewhere than the bar. */
export interface BarNote {
  readonly words: string;
  readonly to: Route | null;
}

/** Bars with their names and numbers written on them, from a base of zero. */
export const Bars = ({ bars, label }: { readonly bars: readonly Bar[]; readonly label: string }) => {
  const most = Math.max(1, ...bars.map((bar) => bar.count));
  return (
    <ul class="bars" aria-label={label}>
      {bars.map(({ name, count, to, note }) => (
        <li key={name}>
          <Link to={to} class="bar">
            <span class="bar-name">{name}</span>
            <span class="bar-count">{count.toLocaleString("en")}</span>
            <span class="bar-track" aria-hidden="true">
              <span class="bar-fill" style={{ width: `${(100 * count) / most}%` }} />
            </span>
          </Link>
          {note && <p class="bar-note">{note.to === null ? note.words : <Link to={note.to}>{note.words}</Link>}</p>}
        </li>
      ))}
    </ul>
  );
};
