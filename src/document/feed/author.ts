const address = /[^\s@<>()"]{1,64}@[^\s@<>()"]{1,190}/;

/**
 * The name in an RSS author field: "desk@herald.example (Ada Field)", "Ada Field (desk@herald.example)", "Ada Field <desk@herald.example>", or a name or
 * an address alone. Null where there is neither.
 */
export function authorName(field: string): string | null {
  const text = field.replace(/\s+/g, " ").trim().slice(0, 500);
  const mail = address.exec(text)?.[0];
  if (mail === undefined) return text === "" ? null : text;
  const name = text
    .replace(mail, "")
    .replace(/mailto:|[()<>[\]"]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return name === "" ? mail : name;
}

/** Each name once, in order, without empty ones. */
export const namesOnce = (names: readonly (string | null)[]): readonly string[] =>
  [...new Set(names.filter((name) => name !== null && name !== ""))] as readonly string[];
