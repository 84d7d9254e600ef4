import type { Attribution } from "../../model/attribution.ts";

/** Does who speaks say that the content is not so: "denied", "disputed", "doubts whether"? */
export const saysNo = (attribution: Attribution | null): attribution is Attribution =>
  attribution !== null &&
  attribution.polarity === "+" &&
  ((attribution.kind === "deny" && attribution.stance === "denies") ||
    ((attribution.kind === "deny" || attribution.kind === "believe") && attribution.stance === "doubts"));
