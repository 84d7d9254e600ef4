/** How surely two items belong together, -1 to 1, by their places; `apart` where they must not. */
export interface Link {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
  readonly apart: boolean;
}

/**
 * Groups of `size` items: average-link clustering (Sokal and Michener 1958) along the links, the surest first, where a pair without a link
 * counts 0. Two groups are joined where a link between them weighs `least` or more and the mean over all their pairs is at least `share` of
 * that, unless a link of theirs says apart. Each group in the order of its items, the groups in the order of their first ones.
 */
export function agglomerate(
  size: number,
  links: readonly Link[],
  { least, share }: { readonly least: number; readonly share: number },
): readonly (readonly number[])[] {
  const head = Array.from({ length: size }, (_, at) => at);
  const members = new Map(head.map((at) => [at, [at]]));
  const sums = head.map(() => new Map<number, number>());
  const apart = head.map(() => new Set<number>());
  for (const { a, b, weight, apart: never } of links) {
    sums[a]!.set(b, (sums[a]!.get(b) ?? 0) + weight);
    sums[b]!.set(a, (sums[b]!.get(a) ?? 0) + weight);
    if (never) {
      apart[a]!.add(b);
      apart[b]!.add(a);
    }
  }
  const join = (to: number, from: number): void => {
    for (const at of members.get(from)!) head[at] = to;
    members.get(to)!.push(...members.get(from)!);
    members.delete(from);
    for (const [other, sum] of sums[from]!) {
      sums[other]!.delete(from);
      if (other === to) continue;
      const both = sum + (sums[to]!.get(other) ?? 0);
      sums[to]!.set(other, both);
      sums[other]!.set(to, both);
    }
    for (const other of apart[from]!) {
      apart[other]!.delete(from);
      apart[other]!.add(to);
      apart[to]!.add(other);
    }
  };
  const surest = links
    .filter(({ weight, apart: never }) => weight >= least && !never)
    .toSorted((one, other) => other.weight - one.weight || one.a - other.a || one.b - other.b);
  for (const { a, b } of surest) {
    const [one, other] = [head[a]!, head[b]!];
    if (one === other || apart[one]!.has(other)) continue;
    const [few, many] = [members.get(one)!, members.get(other)!].toSorted((x, y) => x.length - y.length);
    const mean = sums[one]!.get(other)! / (few!.length * many!.length);
    if (mean < share * least) continue;
    if (members.get(one)!.length >= members.get(other)!.length) join(one, other);
    else join(other, one);
  }
  return [...members.values()].map((group) => group.toSorted((x, y) => x - y)).toSorted((x, y) => x[0]! - y[0]!);
}
