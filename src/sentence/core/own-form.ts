/** From this length on V8 makes a slice of a text by pointing into it. */
const shortestSlice = 13;

/** `form` as a string of its own: a slice that is kept would keep the whole text that it was cut from. */
export const ownForm = (form: string): string => (form.length < shortestSlice ? form : form.split("").join(""));
