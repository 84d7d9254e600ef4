/** Of `total` claims, how many are on no day of `days`; null where one of both is not known. `days` must not be cut. */
export const undatedOf = (
  total: number | null | undefined,
  days: readonly { readonly count: number }[] | null | undefined,
): number | null =>
  total === null || total === undefined || !days
    ? null
    : Math.max(0, total - days.reduce((sum, { count }) => sum + count, 0));
