import type { Outcome } from "../../../model/outcome.ts";
import { takeIn } from "../client.ts";
import type { Taken } from "./arrived.ts";
import { createQueue } from "./queue.ts";

/** Hands in one form. What was sent is not given up when the page changes, so nothing aborts it. */
async function send(form: FormData): Promise<Outcome<readonly Taken[]>> {
  const taken = await takeIn(form, new AbortController().signal);
  return taken.ok ? { ok: true, value: taken.value.taken } : taken;
}

/** The desk's queue: it goes on while another page is shown. */
export const queue = createQueue(send);
