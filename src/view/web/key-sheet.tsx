import { useEffect, useRef } from "preact/hooks";
import { keyGroups } from "./keys.ts";

/** The sheet of keys: what can be pressed now. The browser's own dialog keeps the focus inside, and Escape closes it. */
export function KeySheet({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="sheet" aria-labelledby="sheet-title" onClose={onClose}>
      <h2 id="sheet-title">Keys</h2>
      {keyGroups()
        .filter((group) => group.keys.length > 0)
        .map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl class="key-list">
              {group.keys.map(({ key, label }) => (
                <div key={key}>
                  <dt>
                    {key.split(" ").map((one) => (
                      <kbd key={one}>{one}</kbd>
                    ))}
                  </dt>
                  <dd>{label}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      <form method="dialog">
        <button class="button">Close</button>
      </form>
    </dialog>
  );
}
