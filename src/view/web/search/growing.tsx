import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Stretches } from "../asking.ts";
import { useKeys } from "../keys.ts";
import { Failed, Loading } from "../state.tsx";

/** So many rows are added at a time. */
const step = 50;

/** Moves the focus from one row's link to the next one, or back. */
function focusRow(list: HTMLElement | null, by: 1 | -1): void {
  const links = [...(list?.querySelectorAll<HTMLElement>(".row-link") ?? [])];
  const at = links.indexOf(document.activeElement as HTMLElement);
  links[at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + by))]?.focus();
}

/**
 * A list that grows as its end comes into sight, and by a button. `rows` must belong to one set of filters: give it a `key` of them.
 * Rows carry a link of the class `row-link`, among which j and k move.
 */
export function Growing<Row>({
  rows,
  what,
  draw,
  label,
}: {
  readonly rows: Stretches<Row>;
  /** "reports": what the rows are. */
  readonly what: string;
  readonly draw: (row: Row, at: number) => ComponentChildren;
  readonly label: string;
}) {
  const [shown, setShown] = useState(step);
  const list = useRef<HTMLOListElement>(null);
  const end = useRef<HTMLDivElement>(null);
  useKeys(label, [
    { key: "j", label: "next", press: () => focusRow(list.current, 1) },
    { key: "k", label: "the one before", press: () => focusRow(list.current, -1) },
  ]);
  const drawn: ComponentChildren[] = [];
  for (let at = 0; at < Math.min(shown, rows.total); at++) {
    const row = rows.row(at);
    if (row === null) break;
    drawn.push(draw(row, at));
  }
  const isMore = drawn.length < rows.total;
  useEffect(() => {
    // Not while something failed: it is asked for again when somebody says so, and then all of it.
    if (rows.problem === null) rows.want(0, shown - 1);
  }, [shown, rows.isLoading, rows.problem]);
  useEffect(() => {
    if (!isMore || end.current === null) return;
    const watch = new IntersectionObserver(([seen]) => {
      if (seen?.isIntersecting) setShown(drawn.length + step);
    });
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [isMore, drawn.length]);
  return (
    <>
      <ol ref={list} class="growing" aria-label={label}>
        {drawn}
      </ol>
      {rows.problem && <Failed problem={rows.problem} again={rows.again} />}
      {isMore && !rows.problem && (
        <div ref={end} class="growing-end">
          {drawn.length === 0 ? (
            <Loading what={what} />
          ) : (
            <button type="button" class="plain-button" onClick={() => setShown(drawn.length + step)}>
              More {what}: {drawn.length.toLocaleString("en")} of{" "}
              {rows.isExact ? rows.total.toLocaleString("en") : "many"} are shown
            </button>
          )}
        </div>
      )}
    </>
  );
}
