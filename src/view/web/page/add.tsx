import { useEffect, useRef, useState } from "preact/hooks";
import { useDrop } from "../add/drop.ts";
import { chosenFiles } from "../add/folder.ts";
import { handIn, hush, lastTold } from "../add/hand-in.ts";
import { type Found, isHtml, nothingSaid, pasteLoad, type Said } from "../add/load.ts";
import { OutcomeList } from "../add/outcome-list.tsx";
import { queue } from "../add/send.ts";
import type { PageProps } from "./props.ts";

interface Draft extends Said {
  readonly text: string;
  /** Null: told by the text. */
  readonly as: "text" | "html" | null;
}

const nothingTyped: Draft = { ...nothingSaid, text: "", as: null };
// Kept while other pages are looked at: what somebody typed is not lost.
let kept = nothingTyped;

/** Hands reports in: files and folders dropped or chosen, or one pasted report. */
export function AddPage({ facts }: PageProps) {
  const [draft, setDraft] = useState(kept);
  const [told, setTold] = useState(lastTold);
  // What was told of a drop is told once: not again when the page is come back to.
  useEffect(hush, []);
  const change = (values: Partial<Draft>): void => {
    kept = { ...kept, ...values };
    setDraft(kept);
  };
  const addFiles = (found: readonly Found[]): void => {
    void handIn(found, kept).then((words) => {
      hush();
      setTold(words);
    });
  };
  // The same function at every drawing, so that the window's listeners stay; it reads what was typed last.
  const onFiles = useRef(addFiles).current;
  const isOver = useDrop(onFiles);
  const as = draft.as ?? (isHtml(draft.text) ? "html" : "text");
  const addText = async (): Promise<void> => {
    if (draft.text.trim() === "") {
      setTold("Paste the text of a report first.");
      return;
    }
    setTold(null);
    const sent = draft;
    const [item] = await queue.add([pasteLoad(sent.text, as, sent)]);
    const isIn = item?.state.kind === "done" && item.state.arrived.every((one) => one.problem === null);
    // Only what was taken in is cleared, and only if nothing was typed meanwhile.
    if (isIn && kept.text === sent.text) change({ text: "", title: "", url: "", as: null });
  };
  return (
    <div
      class={isOver ? "add add-over" : "add"}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        void addText();
      }}
    >
      <header class="page-head">
        <h1>Add reports</h1>
        <p class="page-lead">They are read on this machine and kept in {facts?.name ?? "the case"}.</p>
      </header>
      {facts?.isSample && (
        <p class="quiet add-sample">
          This is the sample: what you add stands among made-up reports, and goes with them when the server ends. A case
          of your own is opened with <code>standoff serve --case my.standoff</code>
        </p>
      )}
      <fieldset class="add-said">
        <legend>Known of all that is added now</legend>
        <Field label="Publisher" value={draft.publisher} onInput={(publisher) => change({ publisher })} />
        <label class="field">
          Day of publication
          <input
            type="date"
            value={draft.published}
            onInput={(event) => change({ published: event.currentTarget.value })}
          />
        </label>
        <p class="quiet">
          Both may be left out. Without a day, “on Friday” has no date and questions about days leave the report out,
          unless the page itself tells its day.
        </p>
      </fieldset>
      <Files onFiles={addFiles} isOver={isOver} />
      {told !== null && (
        <p role="alert" class="add-told">
          {told}
        </p>
      )}
      <form
        class="add-paste"
        onSubmit={(event) => {
          event.preventDefault();
          void addText();
        }}
      >
        <h2>Paste one report</h2>
        <label class="field">
          Text of the report, or the source of its page
          <textarea rows={8} value={draft.text} onInput={(event) => change({ text: event.currentTarget.value })} />
        </label>
        <div class="add-row">
          <Field label="Title" value={draft.title} onInput={(title) => change({ title })} />
          <label class="field">
            Address (URL)
            <input
              type="url"
              placeholder="https://"
              value={draft.url}
              onInput={(event) => change({ url: event.currentTarget.value })}
            />
          </label>
          <label class="field">
            It is
            <select value={as} onChange={(event) => change({ as: event.currentTarget.value as "text" | "html" })}>
              <option value="text">plain text</option>
              <option value="html">HTML</option>
            </select>
          </label>
        </div>
        <p class="quiet">
          With its address, the same report pasted again later becomes a new version instead of another report.
        </p>
        <p>
          <button class="button">Read it</button>{" "}
          <span class="quiet">
            or <kbd>Ctrl</kbd>
            <kbd>Enter</kbd>
          </span>
        </p>
      </form>
      <OutcomeList queue={queue} />
    </div>
  );
}

const Field = ({
  label,
  value,
  onInput,
}: {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
}) => (
  <label class="field">
    {label}
    <input value={value} onInput={(event) => onInput(event.currentTarget.value)} />
  </label>
);

/** Where files are dropped, and the two ways to choose them. */
function Files({ onFiles, isOver }: { readonly onFiles: (found: readonly Found[]) => void; readonly isOver: boolean }) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = (field: HTMLInputElement): void => {
    onFiles(chosenFiles(field.files));
    // So that the same file can be chosen again.
    field.value = "";
  };
  return (
    <section class="add-files" aria-label="Files and folders">
      <p>{isOver ? "Let go: they are read at once" : "Drop files or folders anywhere on this page"}</p>
      <p class="quiet">
        Pages (HTML, MHTML), plain text, Markdown, PDF, mails (EML), a chat exported from Telegram, feeds (RSS, Atom,
        JSON Feed), web archives (WARC, ARC) up to 100 MB, or JSONL with a report a line (id and text). A manifest.json
        among them says who printed each, and when.
      </p>
      <p class="quiet">
        Not taken: pictures and scans, Word files, ZIP archives. Nothing is fetched from here: addresses and larger
        archives are added with <code>standoff add</code>
      </p>
      <div class="add-choose">
        <button type="button" class="button" onClick={() => files.current?.click()}>
          Choose files
        </button>
        <button type="button" class="plain-button" onClick={() => folder.current?.click()}>
          Choose a folder
        </button>
      </div>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label="Files"
        onChange={(event) => take(event.currentTarget)}
      />
      <input
        ref={folder}
        type="file"
        hidden
        aria-label="A folder"
        {...{ webkitdirectory: true }}
        onChange={(event) => take(event.currentTarget)}
      />
    </section>
  );
}
