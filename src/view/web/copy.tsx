import { useState } from "preact/hooks";

async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No leave to use the clipboard (a page that is not of this machine over http): the old way.
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    const isDone = document.execCommand("copy");
    field.remove();
    return isDone;
  }
}

/** A button that copies a text and says so. */
export function Copy({ text, label }: { readonly text: () => string; readonly label: string }) {
  const [said, setSaid] = useState<string | null>(null);
  return (
    <button
      type="button"
      class="plain-button"
      onClick={async () => {
        setSaid((await toClipboard(text())) ? "Copied" : "Not copied: select the words and press Ctrl+C");
        setTimeout(() => setSaid(null), 2000);
      }}
    >
      <span aria-live="polite">{said ?? label}</span>
    </button>
  );
}
