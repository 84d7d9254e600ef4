import type { Outcome } from "../../../model/outcome.ts";
import { Command } from "../add/command.tsx";
import { type Asked as AskedQuestion, type Field, questionsIn, tryUrl } from "../add/open-api.ts";
import { useAnswer, useLoaded } from "../asking.ts";
import { Failed, Loading } from "../state.tsx";
import type { PageProps } from "./props.ts";

const descriptionUrl = "/api/openapi.json";

async function loadQuestions(signal: AbortSignal): Promise<Outcome<readonly AskedQuestion[]>> {
  try {
    const response = await fetch(descriptionUrl, { credentials: "same-origin", signal });
    if (response.ok) return { ok: true, value: questionsIn(await response.json()) };
  } catch (error) {
    if (signal.aborted) throw error;
  }
  return {
    ok: false,
    problem: {
      code: "server/unreachable",
      message: `The server does not give ${descriptionUrl}. Start it again with standoff serve, then reload this page.`,
    },
  };
}

/** A file's name as a shell takes it for one word. */
const quoted = (name: string): string => (/^[\w.\-/]+$/.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`);

/** The same record through other doors: command line, HTTP, MCP, files. */
export function DoorsPage({ facts }: PageProps) {
  const name = facts?.name ?? "case.standoff";
  const file = quoted(name);
  return (
    <div class="doors">
      <header class="page-head">
        <h1>For programs</h1>
        <p class="page-lead">
          Every question that this desk asks can be asked from outside, by the same name and with the same filters, and
          gets the same rows.
        </p>
      </header>
      {facts?.isSample && (
        <p class="quiet doors-note">
          The sample's case is gone when the server ends; the commands below are for a case of your own.
        </p>
      )}
      <section>
        <h2>Command line</h2>
        <p class="quiet">
          In the folder of {name}. Where Standoff is not installed, write <code>npm run -s standoff --</code> for{" "}
          <code>standoff</code> in the folder of its checkout:
        </p>
        <Command says="Who says what without evidence" text={`standoff ask claims --mark none-given --case ${file}`} />
        <Command
          says="Where words occur, in any spelling of a name"
          text={`standoff ask search "state border" --case ${file}`}
        />
        <Command says="The same as JSON, for other programs" text={`standoff ask claims --json --case ${file}`} />
        <Command says="More reports" text={`standoff add reports/ --case ${file}`} />
        <p class="quiet">
          All questions: <code>standoff ask --help</code>
        </p>
      </section>
      <Http />
      <section>
        <h2>MCP, for programs with a language model</h2>
        <p>
          A tool for each question; none of them writes. Article text stands in a fence that marks it as untrusted. Put
          this into the client's configuration, with the whole path of the case:
        </p>
        <Command
          text={JSON.stringify(
            { mcpServers: { standoff: { command: "standoff", args: ["mcp", "--case", `/path/to/${name}`] } } },
            null,
            2,
          )}
        />
        <p class="quiet">
          Nothing is sent anywhere by Standoff. If the client's model runs elsewhere, the words of your reports go
          there.
        </p>
      </section>
      <section>
        <h2>Files to take along</h2>
        <Command says="Every report with all its layers" text={`standoff export --case ${file} > reports.jsonl`} />
        <Command says="Claims as a table" text={`standoff export --what claims --case ${file} > claims.csv`} />
        <Command says="Deeds and talk as a table" text={`standoff export --what events --case ${file} > events.csv`} />
        <p class="quiet">Persons who are not known to be public are not named outside of the words.</p>
      </section>
      <section>
        <h2>Proof</h2>
        <Command says="Every hash and every span of the case" text={`standoff verify --case ${file}`} />
      </section>
    </div>
  );
}

function Http() {
  const questions = useLoaded(descriptionUrl, loadQuestions);
  const first = useAnswer("documents", { limit: 1 });
  const actor = useAnswer("actors", { limit: 1 });
  const known = { words: "border*", document: first.value?.rows[0]?.document, name: actor.value?.rows[0]?.name };
  return (
    <section>
      <h2>HTTP</h2>
      <p>
        This server answers at <code>{window.location.origin}</code>. The whole description, for programs that make a
        client from it:{" "}
        <a href={descriptionUrl} target="_blank" rel="noopener">
          OpenAPI document
        </a>
      </p>
      {questions.problem && <Failed problem={questions.problem} again={questions.again} />}
      {questions.value === null && questions.problem === null && <Loading what="the questions" />}
      <ul class="door-questions">
        {questions.value?.map((question) => (
          <QuestionItem key={question.name} question={question} url={tryUrl(question, known)} />
        ))}
      </ul>
    </section>
  );
}

const QuestionItem = ({ question, url }: { readonly question: AskedQuestion; readonly url: string | null }) => (
  <li>
    <details>
      <summary>
        <b>{question.name}</b> <span class="quiet">{question.summary}</span>
      </summary>
      {url !== null && (
        <p class="door-try">
          <a href={url} target="_blank" rel="noopener">
            Try it
          </a>{" "}
          <code>{url}</code>
        </p>
      )}
      {question.fields.length > 0 && (
        <div class="naming" tabIndex={0} role="region" aria-label={`Filters of ${question.name}`}>
          <table class="figures">
            <tbody>
              {question.fields.map((field) => (
                <FieldRow key={field.name} field={field} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  </li>
);

const FieldRow = ({ field }: { readonly field: Field }) => (
  <tr>
    <th scope="row">
      <code>{field.name}</code>
    </th>
    <td class="door-told">
      {field.description}
      {field.isRequired && " (needed)"}
      {field.isRepeatable && " (may be repeated)"}
      {field.values.length > 0 && <span class="quiet door-values">{field.values.join(", ")}</span>}
    </td>
  </tr>
);
