import type { Factuality, Realis } from "../../../model/event.ts";

/** Moods of reality, that of the deed first: a happening that one telling has as done and another as planned has a filled mark. */
const order: readonly Realis[] = ["happened", "ongoing", "planned", "threatened", "demanded", "hypothetical"];

/** The mark of a happening over its tellings: the foremost mood, struck through where a telling says that it was not so. */
export const markOf = ({
  realis,
  denied,
}: {
  readonly realis: readonly Realis[];
  readonly denied: boolean;
}): { readonly realis: Realis; readonly factuality: Factuality } => ({
  realis: order.find((one) => realis.includes(one)) ?? "hypothetical",
  factuality: denied ? "certain-" : "certain+",
});
