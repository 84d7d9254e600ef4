import { useState } from "preact/hooks";
import { forget } from "../client.ts";
import { forgottenWords } from "./arrived.ts";

/** Takes a report that was just added out of the record again, after a second look. */
export function Undo({ document, title }: { readonly document: string; readonly title: string }) {
  const [step, setStep] = useState<"offered" | "asked" | "going" | "gone">("offered");
  const [told, setTold] = useState<string | null>(null);
  const go = async (): Promise<void> => {
    setStep("going");
    const found = await forget(document, "added by mistake", new AbortController().signal);
    setStep(found.ok ? "gone" : "offered");
    setTold(found.ok ? forgottenWords(found.value) : found.problem.message);
  };
  return (
    <div class="undo">
      {step === "offered" && (
        <button type="button" class="plain-button" onClick={() => setStep("asked")} aria-label={`Undo adding ${title}`}>
          Undo
        </button>
      )}
      {(step === "asked" || step === "going") && (
        <p role="group" aria-label="Forget it?">
          Forget {document} for good, with the reason “added by mistake”?{" "}
          <button type="button" class="button" disabled={step === "going"} onClick={go}>
            Forget it
          </button>{" "}
          <button type="button" class="plain-button" disabled={step === "going"} onClick={() => setStep("offered")}>
            Keep it
          </button>
        </p>
      )}
      <p class="quiet" role="status">
        {told}
      </p>
    </div>
  );
}
