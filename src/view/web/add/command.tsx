import { Copy } from "../copy.tsx";

/** Words to type or to keep in a file, exactly as they are, with a button that copies them. */
export const Command = ({ text, says }: { readonly text: string; readonly says?: string }) => (
  <div class="command">
    {says && <p class="quiet">{says}</p>}
    <div class="command-row">
      <pre tabIndex={0}>{text}</pre>
      <Copy label="Copy" text={() => text} />
    </div>
  </div>
);
