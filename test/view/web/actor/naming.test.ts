import { expect, test } from "vitest";
import { namingTable, otherNames } from "../../../../src/view/web/actor/naming.ts";

const use = (form: string, publisher: string | null, count: number, by: "name" | "nominal" = "name") => ({
  form,
  publisher,
  count,
  by,
});
const uses = [
  use("Veshkar", "Courier", 3),
  use("Weshkar", "Flash", 5),
  use("Veshkar", "Lurenia One", 1),
  use("strongman", "Flash", 4, "nominal"),
  use("Veshkar", null, 1),
];

test("names and descriptions stand apart, forms down, publishers across", () => {
  expect(namingTable(uses)).toEqual({
    publishers: ["Flash", "Courier", "Lurenia One", null],
    names: [
      { form: "Veshkar", total: 5, counts: [0, 3, 1, 1] },
      { form: "Weshkar", total: 5, counts: [5, 0, 0, 0] },
    ],
    descriptions: [{ form: "strongman", total: 4, counts: [4, 0, 0, 0] }],
  });
});

test("nobody names it", () => expect(namingTable([])).toEqual({ publishers: [], names: [], descriptions: [] }));

test("other names tell who uses them; descriptions are none", () => {
  expect(otherNames(uses, "Weshkar", 4)).toEqual([{ form: "Veshkar", publishers: ["Courier", "Lurenia One"] }]);
  expect(otherNames(uses, "Radomir Veshkar", 1).map((one) => one.form)).toEqual(["Veshkar"]);
});
