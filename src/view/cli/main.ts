import { resolve } from "node:path";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { version } from "../../engine.ts";
import { parseIso } from "../../model/day.ts";
import { add } from "./add.ts";
import type { FetchOptions } from "./address.ts";
import { annotate, defaultJobs } from "./annotate.ts";
import { askCommand } from "./ask.ts";
import { defaultCase } from "./case.ts";
import { exportCase } from "./export.ts";
import { forgetDocument } from "./forget.ts";
import { init } from "./init.ts";
import { read } from "./read.ts";
import { exit, type Shell, tellFault } from "./shell.ts";
import { verifyCase } from "./verify.ts";

const wholeNumber = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 256)
    throw new InvalidArgumentError("It must be a whole number from 1 to 256.");
  return value;
};

const seconds = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 86_400) {
    throw new InvalidArgumentError("It must be a whole number of seconds, 0 or more.");
  }
  return value;
};

const portNumber = (text: string): number => {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > 65_535)
    throw new InvalidArgumentError("It must be a whole number from 0 to 65535.");
  return value;
};

const realDay = (text: string): string => {
  const day = parseIso(text);
  if (!day.ok) throw new InvalidArgumentError(day.problem.message);
  return day.value;
};

const jobsOption = (standard: number): Option =>
  new Option("--jobs <n>", "threads that read at the same time; each takes some 150 MB")
    .argParser(wholeNumber)
    .default(standard);
const caseOption = (): Option => new Option("--case <file>", "the case").default(defaultCase);

/** The whole command line. `status` receives the exit status of the command that ran. */
export function program(shell: Shell, status: (code: number) => void): Command {
  const root = new Command("standoff")
    .description(
      "Reads what many outlets report about a crisis and keeps the record: who did what, who says so, on what evidence.\nEvery line is pinned to the exact words.",
    )
    .version(version)
    .showHelpAfterError("(add --help for what can be said here)")
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: (text) => shell.stdout.write(text),
      writeErr: (text) => shell.stderr.write(text),
    })
    .exitOverride()
    .addHelpText(
      "after",
      `
Start here:
  standoff add reports/            put a folder of reports into ${defaultCase}
  standoff ask claims              who says what, with the exact words
  standoff ask claims --mark none-given

Exit status: 0 good, 1 some input failed, 2 the command line was not understood.`,
    );

  root
    .command("init")
    .description("make an empty case")
    .addOption(caseOption())
    .addHelpText("after", "\nExample:\n  standoff init --case border.standoff")
    .action((options: { case: string }) => status(init(shell, options.case)));

  root
    .command("add")
    .description(
      "read files, folders, web addresses, JSONL or standard input (-) into the case; what is there already is left alone",
    )
    .argument(
      "[paths...]",
      'files, folders, http(s) addresses, .jsonl files, or "-" for JSONL on standard input. Files are told by what they hold: HTML, text, Markdown, saved pages (MHTML), mails (EML), PDF, exports of Telegram, feeds (RSS, Atom, RDF, JSON Feed), web archives (WARC, ARC, packed or not)',
    )
    .option(
      "--list <file>",
      "addresses to fetch: one a line, a list of feeds (OPML), or a feed, whose items' pages are fetched; may be given several times",
      (file: string, files: readonly string[]) => [...files, file],
      [] as readonly string[],
    )
    .option("--fetch-items", "fetch the pages of items of which a feed holds only a summary", false)
    .option(
      "--proxy <address>",
      "http://, socks5:// or socks5h://host:port, or none (default: as http_proxy, https_proxy, all_proxy and no_proxy say)",
    )
    .option("--contact <address>", "mail address or page that is told to the sites that are visited")
    // For tests against a server of this machine: see SECURITY.md.
    .addOption(new Option("--allow-private").default(false).hideHelp())
    .addOption(caseOption())
    .option(
      "--manifest <file>",
      "JSON, JSONL or CSV with file, publisher, published, url, title (default: manifest.json, .jsonl or .csv in a folder that is added)",
    )
    .option("--publisher <name>", "who printed them, where nothing else says so")
    .addOption(new Option("--published <day>", "their day, where nothing else says so").argParser(realDay))
    .option("--text", 'standard input ("-") is one plain text, not JSONL', false)
    .addOption(jobsOption(1))
    .addOption(
      new Option("--wait <seconds>", "how long to wait for another process that writes to the case")
        .argParser(seconds)
        .default(5),
    )
    .option("--take-over", "write even if another process is said to; only when that one is gone", false)
    .option("--force", "take in again what was forgotten", false)
    .option("--json", "print the counts as JSON", false)
    .option("--quiet", "no progress, no summary", false)
    .addHelpText(
      "after",
      `
Examples:
  standoff add reports/
  standoff add march/*.html --manifest march-list.csv
  standoff add reports.jsonl --case border.standoff
  standoff add https://news.example/report https://news.example/feed.xml
  standoff add --list addresses.txt --contact desk@example.org
  standoff add crawl.warc.gz chat/result.json mail.eml page.mht report.pdf
  curl -s https://example.org/report.txt | standoff add - --text --publisher "Example"

A case that is not there is made. Adding may be stopped at any moment; the same command goes on where it stopped.`,
    )
    .action(async (paths: string[], options) => {
      status(
        await add(shell, paths, {
          case: options.case,
          manifest: options.manifest ?? null,
          publisher: options.publisher ?? null,
          published: options.published ?? null,
          text: options.text,
          jobs: options.jobs,
          waitMs: options.wait * 1000,
          takeOver: options.takeOver,
          quiet: options.quiet,
          json: options.json,
          force: options.force,
          fetch: {
            list: options.list,
            proxy: options.proxy ?? null,
            contact: options.contact ?? null,
            fetchItems: options.fetchItems,
            allowPrivate: options.allowPrivate,
          } satisfies FetchOptions,
        }),
      );
    });

  root
    .command("ask")
    .description("ask the case a question")
    .addHelpText(
      "after",
      `
Examples:
  standoff ask claims --actor Lukashenka --mark none-given
  standoff ask events --class material --from 2021-11-08 --to 2021-11-14
  standoff ask search kiev --json`,
    );
  askCommand(root.commands.find((command) => command.name() === "ask")!, shell, status);

  root
    .command("mcp")
    .description("answer questions about the case for an MCP client, on standard input and output; only reads")
    .addOption(caseOption())
    .addHelpText(
      "after",
      "\nExample:\n  standoff mcp --case border.standoff\n\nA client starts this command itself; docs/mcp.md tells how to name it there.",
    )
    .action(async (options: { case: string }) => {
      // Loaded when it is asked for: the protocol's library would make every other command start a sixth of a second later.
      const { mcp } = await import("./mcp.ts");
      status(await mcp(shell, options));
    });

  root
    .command("annotate")
    .description("read documents from JSONL on standard input, print them with all their layers; keeps nothing")
    .addOption(new Option("--out <format>", "what is printed").choices(["jsonl", "conllu"]).default("jsonl"))
    .option("--tokens", "print the tokens too", false)
    .addOption(new Option("--engine <name>", "which engine reads").choices(["rules"]).default("rules"))
    .addOption(jobsOption(defaultJobs()))
    .addHelpText(
      "after",
      `
Example:
  echo '{"id":"1","text":"The ministry said on Friday that two men had died."}' | standoff annotate`,
    )
    .action(async (options) => {
      status(await annotate(shell, { out: options.out, tokens: options.tokens, jobs: options.jobs }));
    });

  root
    .command("read")
    .description("turn pages into labelled text: JSONL with path, html or text in; text, blocks, body and meta out")
    .option("--root <folder>", "files are opened only below this folder", ".")
    .addHelpText("after", `\nExample:\n  echo '{"id":"1","path":"page.html"}' | standoff read --root pages`)
    .action(async (options) => status(await read(shell, { root: resolve(options.root) })));

  root
    .command("export")
    .description(
      "print the case: documents with all their layers, or what stories say together, as JSONL; or a table of claims or events as CSV",
    )
    .addOption(caseOption())
    .addOption(
      new Option("--what <rows>", "what is printed")
        .choices(["documents", "stories", "claims", "events"])
        .default("documents"),
    )
    .addOption(
      new Option("--format <format>", "jsonl for documents and stories, csv for claims and events").choices([
        "jsonl",
        "csv",
      ]),
    )
    .addHelpText("after", "\nExamples:\n  standoff export > case.jsonl\n  standoff export --what claims > claims.csv")
    .action(async (options) => {
      status(await exportCase(shell, { case: options.case, what: options.what, format: options.format ?? null }));
    });

  root
    .command("serve")
    .description("open the desk in the browser: the web app and the HTTP API over one case, for this machine only")
    .argument("[paths...]", "files, folders or .jsonl files that are added to the case first")
    .option("--case <file>", `the case (default: "${defaultCase}")`)
    .option("--manifest <file>", "as for add")
    .option("--publisher <name>", "as for add")
    .addOption(new Option("--published <day>", "as for add").argParser(realDay))
    .addOption(
      new Option("--port <n>", "port; 0 takes any that is free (default: 4747, or the next that is free)").argParser(
        portNumber,
      ),
    )
    .option("--host <address>", "address; any but this machine's own asks each caller for a token", "127.0.0.1")
    .option("--sample", "serve the built-in demonstration: made-up reports in a case that is gone afterwards", false)
    // Of npm start alone, which shows something whatever is said: `serve` by itself must not hide that its case is not there.
    .addOption(new Option("--or-sample").default(false).hideHelp())
    .option("--no-open", "open no browser")
    .addHelpText(
      "after",
      `
Examples:
  standoff serve --sample
  standoff serve reports/
  standoff serve --case border.standoff --port 8080 --no-open`,
    )
    .action(async (paths: string[], options) => {
      // Loaded only here: the other commands start sooner without the server.
      const { serve } = await import("./serve.ts");
      status(
        await serve(shell, paths, {
          case: options.case ?? null,
          manifest: options.manifest ?? null,
          publisher: options.publisher ?? null,
          published: options.published ?? null,
          host: options.host,
          port: options.port ?? null,
          sample: options.sample || (options.orSample && paths.length === 0 && options.case === undefined),
          open: options.open,
        }),
      );
    });

  root
    .command("verify")
    .description("prove every hash and every span of the case")
    .addOption(caseOption())
    .option("--json", "print each finding as JSON", false)
    .option("--quiet", "no progress", false)
    .addHelpText("after", "\nExample:\n  standoff verify --case border.standoff")
    .action(async (options) => status(await verifyCase(shell, options)));

  root
    .command("forget")
    .description("remove a document's bytes and text for good; its hash, the time and the reason stay")
    .argument("<document>", "its id (d12), the id it was given, its URL or its path")
    .addOption(caseOption())
    .requiredOption("--reason <text>", "why it goes (must be given; this is kept)")
    .option("--yes", "do not ask", false)
    .addHelpText("after", '\nExample:\n  standoff forget d12 --reason "names a private person" --yes')
    .action(async (document: string, options) => status(await forgetDocument(shell, document, options)));

  return root;
}

function inherited(command: Command): void {
  for (const child of command.commands) {
    child.copyInheritedSettings(command);
    inherited(child);
  }
}

/** Runs one command line. Exit status 0 good, 1 some input failed, 2 usage, 130 stopped by Ctrl-C. */
export async function run(argv: readonly string[], shell: Shell): Promise<number> {
  let code: number = exit.good;
  const root = program(shell, (status) => {
    code = status;
  });
  inherited(root);
  if (argv.length === 0) {
    root.outputHelp();
    return exit.usage;
  }
  try {
    await root.parseAsync(argv as string[], { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.good : exit.usage;
    throw error;
  }
  return code;
}

/** The program: runs `argv` on the process's own streams, and turns Ctrl-C into a clean end. */
export async function main(argv: readonly string[]): Promise<number> {
  const stop = new AbortController();
  let asked = 0;
  const onStop = (): void => {
    asked++;
    stop.abort();
    // A second Ctrl-C means now; every transaction that was done is kept all the same.
    if (asked > 1) process.exit(exit.interrupted);
    process.stdin.destroy();
  };
  const hear = (): void => {
    process.on("SIGINT", onStop);
    process.on("SIGTERM", onStop);
  };
  hear();
  // `| head` closes our output: that is no error.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE" && error.code !== "ERR_STREAM_DESTROYED") throw error;
  });
  const shell: Shell = {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    clock: () => new Date().toISOString(),
    signal: stop.signal,
    unheard: (work) => {
      // Without a listener the system ends the process itself; what is in a transaction is undone when the case is next opened.
      process.off("SIGINT", onStop);
      process.off("SIGTERM", onStop);
      try {
        return work();
      } finally {
        hear();
      }
    },
  };
  try {
    return await run(argv, shell);
  } catch (error) {
    if (stop.signal.aborted) return exit.interrupted;
    tellFault(shell, "this is a fault of Standoff, and what was stored before it is kept.", error);
    return exit.someFailed;
  }
}
