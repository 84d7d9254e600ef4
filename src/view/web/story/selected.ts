/** What is selected on the page of a story, as `at` of its URL names it. */
export type Selected =
  | { readonly kind: "report"; readonly id: string }
  | { readonly kind: "claim"; readonly id: string }
  | { readonly kind: "happening"; readonly id: string }
  | { readonly kind: "figure"; readonly id: string }
  | { readonly kind: "pair"; readonly id: string };

const forms: readonly (readonly [form: RegExp, kind: Selected["kind"]])[] = [
  [/^d[1-9]\d{0,14}$/, "report"],
  [/^(?:t[1-9]\d{0,14}\.c[1-9]\d{0,6}|r[1-9]\d{0,14}\.s[1-9]\d{0,6})$/, "claim"],
  [/^t[1-9]\d{0,14}\.h[1-9]\d{0,6}$/, "happening"],
  [/^t[1-9]\d{0,14}\.f[1-9]\d{0,6}\.[1-9]\d{0,6}$/, "figure"],
  [/^t[1-9]\d{0,14}\.c\d{1,7}~[a-z]{2,16}~[a-z]{2,16}~t[1-9]\d{0,14}\.c\d{1,7}$/, "pair"],
];

/** What `at` names: "d12", "t7.c2", "t7.h1", "t7.f1.3" (the third figure of a series), two claims that disagree; null for anything else. */
export function selectedIn(at: string | null): Selected | null {
  const found = at === null ? undefined : forms.find(([form]) => form.test(at));
  return found ? { kind: found[1], id: at! } : null;
}
