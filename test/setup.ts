import { buildWeb } from "../script/web.ts";

/** Before all tests, once: the web app is built, so that no two files of tests build it at the same time. */
export function setup(): void {
  if (!buildWeb()) throw new Error("the web app could not be built: see above");
}
