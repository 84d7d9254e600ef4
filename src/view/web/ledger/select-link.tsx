import type { ComponentChildren } from "preact";
import { usePlace } from "../location.ts";
import { changed, urlOf } from "../route.ts";

interface SelectLinkProps {
  /** What is selected by it: "r14.s3". */
  readonly at: string;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
  /** Enter on the row that is selected already. */
  readonly onOpen: () => void;
  readonly children: ComponentChildren;
  readonly class?: string;
}

/** Selects a row: a real link to the page with the row selected, so that it can be copied and opened in another tab. */
export function SelectLink({ at, isSelected, onSelect, onOpen, children, class: name = "" }: SelectLinkProps) {
  const { route } = usePlace();
  return (
    <a
      class={name}
      href={urlOf({ ...route, query: changed(route.query, { at, row: null }) })}
      aria-current={isSelected ? "true" : undefined}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !isSelected || event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        onOpen();
      }}
      onClick={(event) => {
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        onSelect();
      }}
    >
      {children}
    </a>
  );
}
