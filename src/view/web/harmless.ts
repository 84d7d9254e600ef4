// Marks that turn the direction of what follows: a name that holds one would be read backwards, or turn its neighbours. Isolation (<bdi>) keeps them from the neighbours, not from the name.
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A name or title in the order in which its letters stand, without marks that turn it. Words of a report's text stay as they are. */
export const harmless = (name: string): string => name.replace(turning, "");
