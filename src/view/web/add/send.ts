import type { Outcome } from "../../../model/outcome.ts";
import type { TakenIn } from "../../api/contract.ts";
import { takeIn } from "../client.ts";
import { createQueue } from "./queue.ts";

/** Hands in one form. What was sent is not given up when the page changes, so nothing aborts it. */
const send = (form: FormData): Promise<Outcome<TakenIn>> => takeIn(form, new AbortController().signal);

/** The desk's queue: it goes on while another page is shown. */
export const queue = createQueue(send);
