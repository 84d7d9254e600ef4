import { main } from "../src/view/cli/main.ts";
import { buildWeb } from "./web.ts";

// `npm start`: builds the web app where it is missing or older than what it is made of, then serves: the demonstration, or what is named.
if (!buildWeb()) console.error("The web app could not be built (see above). The desk starts without its pages.");
// Paths are meant from where npm was called, which is not always where it runs its scripts.
process.chdir(process.env["INIT_CWD"] ?? process.cwd());
process.exitCode = await main(["serve", "--or-sample", ...process.argv.slice(2)]);
