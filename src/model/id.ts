declare const idOf: unique symbol;

/** A string that names one thing of one kind; a swap of two ids does not compile. */
export type Id<Of extends string> = string & { readonly [idOf]: Of };

/** Brands `text` as an id. The one place where a plain string becomes one. */
export const id = <Of extends string>(text: string): Id<Of> => text as Id<Of>;
