import type { ComponentChildren } from "preact";
import { usePlace } from "./location.ts";
import { type Route, urlOf } from "./route.ts";

interface LinkProps {
  readonly to: Route;
  readonly children: ComponentChildren;
  readonly class?: string;
  readonly title?: string;
  readonly "aria-current"?: "page" | "true" | undefined;
  readonly "aria-label"?: string;
}

/** A link to a page of the desk: a real one, so that it can be copied, and opened in another tab. */
export function Link({ to, children, ...rest }: LinkProps) {
  const { go } = usePlace();
  return (
    <a
      {...rest}
      href={urlOf(to)}
      onClick={(event) => {
        if (event.defaultPrevented || event.button !== 0) return;
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        go(to);
      }}
    >
      {children}
    </a>
  );
}
