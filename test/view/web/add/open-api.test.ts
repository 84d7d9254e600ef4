import { expect, test } from "vitest";
import { openApi } from "../../../../src/view/api/openapi.ts";
import { questions } from "../../../../src/view/question.ts";
import { questionsIn, tryUrl } from "../../../../src/view/web/add/open-api.ts";

const described = questionsIn(JSON.parse(JSON.stringify(openApi())));

test("every question of the table is found in the server's own description", () => {
  expect(described.map((one) => one.name).sort()).toEqual(questions.map((one) => one.name).sort());
  for (const { summary } of described) expect(summary).not.toBe("");
});

test("a field has its words and its values", () => {
  const field = described.find((one) => one.name === "claims")?.fields.find((one) => one.name === "stance");
  expect(field).toMatchObject({ isRequired: false, isRepeatable: true });
  expect(field?.values).toContain("denies");
});

const tries = [
  ["overview", {}, "/api/ask/overview"],
  ["claims", {}, "/api/ask/claims?limit=3"],
  ["search", { words: "border*" }, "/api/ask/search?words=border*&limit=3"],
  ["actor", {}, null],
  ["actor", { name: "A & B" }, "/api/ask/actor?name=A+%26+B"],
] as const;
for (const [name, known, url] of tries) {
  test(`${name} is tried at ${url}`, () =>
    expect(tryUrl(described.find((one) => one.name === name)!, known)).toBe(url));
}

const broken = [null, {}, { paths: null }, { paths: { "/api/ask/x": null } }, []];
for (const document of broken) {
  test(`${JSON.stringify(document)} describes no field`, () =>
    expect(questionsIn(document).flatMap((one) => one.fields)).toEqual([]));
}
