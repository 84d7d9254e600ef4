import { describe, expect, test } from "vitest";
import { dayIn, isoIn, isTimeStamp, numberOrderOf, stampsIn } from "../../src/text/date.ts";
import { captureDayOf, dayInUrl, monthInUrl } from "../../src/text/url-day.ts";

describe("a day is read", () => {
  const rows: readonly (readonly [language: string, text: string])[] = [
    ["English", "Nov. 12, 2021"],
    ["English, day first", "Friday, 12th November 2021, 14:05 GMT"],
    ["English, abbreviated with dashes", "12-Nov-2021"],
    ["German", "Freitag, 12. November 2021, 14:05 Uhr"],
    ["French", "vendredi 12 novembre 2021 à 14h05"],
    ["Spanish", "12 de noviembre de 2021"],
    ["Italian", "12 novembre 2021"],
    ["Dutch", "12 november 2021"],
    ["Portuguese", "12 de novembro de 2021"],
    ["Polish", "12 listopada 2021"],
    ["Russian", "12 ноября 2021 года"],
    ["Ukrainian", "12 листопада 2021"],
    ["Turkish", "12 Kasım 2021"],
    ["Turkish capitals", "12 KASIM 2021"],
    ["Greek", "12 Νοεμβρίου 2021"],
    ["Swedish", "12 november 2021"],
    ["Danish", "12. november 2021"],
    ["Norwegian", "12. nov. 2021"],
    ["Czech", "12. listopadu 2021"],
    ["Romanian", "12 noiembrie 2021"],
    ["Hungarian", "2021. november 12."],
    ["Finnish", "12. marraskuuta 2021"],
    ["Japanese", "2021年11月12日"],
    ["Chinese with blanks", "2021 年 11 月 12 日"],
    ["Korean", "2021년 11월 12일"],
    ["ISO 8601", "2021-11-12T14:05:00Z"],
    ["numbers with dots", "12.11.2021"],
    ["numbers, year first", "2021/11/12 14:05"],
    ["a program's", "Fri Nov 12 14:05:00 GMT 2021"],
  ];
  test.each(rows)("%s: %s", (_, text) => expect(dayIn(text)).toBe("2021-11-12"));
});

describe("no day is read", () => {
  const rows: readonly (readonly [why: string, text: string])[] = [
    ["which number is the month cannot be told", "11/12/2021"],
    ["it does not exist", "31 February 2021"],
    ["no month", "12 Marvelous 2021"],
    ["no year", "November 12"],
    ["a version", "11.12.13.14"],
    ["a year that belongs to the next sentence", "On November 5, 300 people. 2021 was quiet"],
    ["a year of two digits in running text", "in 12.11.21 of them"],
  ];
  test.each(rows)("%s: %s", (_, text) => expect(dayIn(text)).toBeNull());
});

describe("the language orders the numbers", () => {
  const rows: readonly (readonly [tag: string | null, day: string | null])[] = [
    ["en-US", "2021-11-12"],
    ["en-GB", "2021-12-11"],
    ["de", "2021-12-11"],
    ["en", null],
    ["en-CA", null],
    [null, null],
  ];
  test.each(rows)("%s", (tag, day) => expect(dayIn("11/12/2021", { order: numberOrderOf(tag) })).toBe(day));
});

describe("a field gives a time as exact as it is", () => {
  const rows: readonly (readonly [field: string, iso: string | null])[] = [
    ["2021-11-12T14:05:00+01:00", "2021-11-12T14:05:00+01:00"],
    ["2021-11-12 14:05", "2021-11-12T14:05"],
    ["2021-11-12T25:05:00Z", "2021-11-12"],
    ["Fri, 12 Nov 2021 14:05:00 GMT", "2021-11-12"],
    ["20211112", "2021-11-12"],
    ["20211112T140500", "2021-11-12"],
    ["1636725600", "2021-11-12"],
    ["1636725600000", "2021-11-12"],
    ["12.11.21", "2021-11-12"],
    ["2021-02-30", null],
    ["yesterday", null],
  ];
  test.each(rows)("%s", (field, iso) => expect(isoIn(field)).toBe(iso));
});

describe("the word before a day says of what it is the day", () => {
  const rows: readonly (readonly [line: string, stamps: string])[] = [
    ["Published: 12 November 2021 14:05 GMT | Updated: 13.11.2021", "2021-11-12 published, 2021-11-13 modified"],
    ["Veröffentlicht am 12.11.2021, zuletzt aktualisiert am 13.11.2021", "2021-11-12 published, 2021-11-13 modified"],
    ["Publié le 12 novembre 2021 - Mis à jour le 13 novembre 2021", "2021-11-12 published, 2021-11-13 modified"],
    ["Опубликовано 12 ноября 2021", "2021-11-12 published"],
    ["Güncelleme: 13 Kasım 2021", "2021-11-13 modified"],
    ["Stand: 13.11.2021", "2021-11-13 modified"],
    ["First published 12 November 2021", "2021-11-12 published"],
    ["12 November 2021", "2021-11-12 null"],
  ];
  test.each(rows)("%s", (line, stamps) =>
    expect(
      stampsIn(line)
        .map(({ day, role }) => `${day} ${role}`)
        .join(", "),
    ).toBe(stamps),
  );
});

describe("a line is a stamp and nothing else", () => {
  const rows: readonly (readonly [line: string, is: boolean])[] = [
    ["Published on Friday, 12 November 2021, 14:05 GMT", true],
    ["Julkaistu 12.11.2021 klo 14.05", true],
    ["Δημοσιεύτηκε: 12 Νοεμβρίου 2021", true],
    ["2 hours ago", true],
    ["2021年11月12日", true],
    ["12 November 2021 was a Friday of war", false],
    ["On 12 people", false],
    ["Friday", false],
  ];
  test.each(rows)("%s: %s", (line, is) => expect(isTimeStamp(line)).toBe(is));
});

describe("an address names a day", () => {
  const rows: readonly (readonly [url: string, day: string | null])[] = [
    ["https://post.example/2021/11/12/border", "2021-11-12"],
    ["https://post.example/2021/1/2/border", "2021-01-02"],
    ["https://post.example/news/20211112/border", "2021-11-12"],
    ["https://post.example/border-2021-11-12-norvia", "2021-11-12"],
    ["https://post.example/2021-11/12/content_253.htm", "2021-11-12"],
    ["https://post.example/news/12-11-2021-border", "2021-11-12"],
    ["https://post.example/12112021-border", "2021-11-12"],
    ["https://web.archive.org/web/20220101000000/https://post.example/2021/11/12/border", "2021-11-12"],
    ["https://web.archive.org/web/20220101000000/https://post.example/border", null],
    ["https://post.example/id/1234202111120", null],
    ["https://post.example/2021/11/border", null],
    ["https://post.example/2021/13/45/border", null],
    ["https://2021-11-12.example/border", null],
  ];
  test.each(rows)("%s", (url, day) => expect(dayInUrl(url)).toBe(day));
  test("a month", () =>
    expect(monthInUrl("https://post.example/2020/02/border")).toEqual(["2020-02-01", "2020-02-29"]));
  test("the day of capture", () =>
    expect(captureDayOf("https://web.archive.org/web/20220101000000/https://post.example/border")).toBe("2022-01-01"));
});
