import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Problem } from "../../../model/outcome.ts";

/** A part of the desk that is loaded when it is first opened, so that the other pages need not wait for it. */
export function useLazy<Props>(load: () => Promise<ComponentType<Props>>): {
  readonly View: ComponentType<Props> | null;
  readonly problem: Problem | null;
} {
  const [held, setHeld] = useState<{ readonly View: ComponentType<Props> | null; readonly problem: Problem | null }>({
    View: null,
    problem: null,
  });
  useEffect(() => {
    load().then(
      (View) => setHeld({ View, problem: null }),
      () =>
        setHeld({
          View: null,
          problem: {
            code: "server/unreachable",
            message: "A part of this page could not be loaded. The desk may have been built anew: reload this page.",
          },
        }),
    );
  }, []);
  return held;
}
