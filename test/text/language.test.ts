import { expect, test } from "vitest";
import { languageOf } from "../../src/text/language.ts";

const rows: readonly (readonly [text: string, language: string | null])[] = [
  ["The government of Norvia closed the border on Friday, the ministry said.", "en"],
  ["Правительство Норвии закрыло границу в пятницу, сообщило министерство.", "ru"],
  ["Уряд Норвії закрив кордон у п'ятницю, повідомило міністерство внутрішніх справ.", "uk"],
  ["Прэзідэнт заявіў сёння, што мяжа краіны будзе закрыта на ўсіх напрамках.", "be"],
  ["Die Regierung von Norvien hat am Freitag die Grenze geschlossen.", "de"],
  ["Rząd Norwii zamknął w piątek granicę, poinformowało ministerstwo.", "pl"],
  ["ok", null],
  ["12:30 | 45 % | 3,000", null],
  ["", null],
];
test.each(rows)("%s is %s", (text, language) => expect(languageOf(text)).toBe(language));
