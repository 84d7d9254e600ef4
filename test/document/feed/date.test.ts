import { describe, expect, test } from "vitest";
import { feedDate } from "../../../src/document/feed/date.ts";

const morning = "2002-09-07T00:00:01";
const rows: readonly (readonly [written: string, iso: string | null])[] = [
  // RFC 822 and its slips
  ["Sat, 07 Sep 2002 00:00:01 GMT", `${morning}Z`],
  ["Sat, 7 Sep 2002 00:00:01 +0300", `${morning}+03:00`],
  ["Sat, 07 Sep 02 00:00:01 EST", `${morning}-05:00`],
  ["07 Sep 2002 00:00:01 UT", `${morning}Z`],
  ["Sat 07 Sep 2002 00:00:01 PDT", `${morning}-07:00`],
  ["Saturday, 7 September 2002 00:00:01 +00:00", `${morning}Z`.replace("Z", "+00:00")],
  ["Mon, 07 Sep 2002 00:00:01 MSK", `${morning}+03:00`],
  ["  Sat,\t07  Sep  2002 00:00:01 Z ", `${morning}Z`],
  ["Sat, 07 Sep 2002 00:00 GMT", "2002-09-07T00:00:00Z"],
  ["Sat, 07 Sep 2002 0:0 GMT", "2002-09-07T00:00:00Z"],
  ["Sat, 07 Sep 2002", "2002-09-07"],
  ["Sat, 07 Sep 2002 00:00:01", morning],
  ["Sat, 07 Sep 2002 00:00:01 IST", morning],
  ["Sat, 07 Sep 2002 00:00:01 GMT+0200", `${morning}+02:00`],
  ["07-Sep-2002 00:00:01", morning],
  ["07 Sep 99", "1999-09-07"],
  ["Sat, 07 Sep 2002 25:00:00 GMT", "2002-09-07"],
  ["Sat, 07 Sep 2002 23:59:60 GMT", "2002-09-07T23:59:59Z"],
  ["31 Sep 2002", null],
  // ISO 8601
  ["2002-09-07T00:00:01Z", `${morning}Z`],
  ["2002-09-07T00:00:01.25+01:00", `${morning}.25+01:00`],
  ["2002-09-07 00:00:01", morning],
  ["2002-09-07T00:00:01-0500", `${morning}-05:00`],
  ["20020907T000001Z", `${morning}Z`],
  ["2002-09-07", "2002-09-07"],
  ["2002/09/07 00:00", "2002-09-07T00:00:00"],
  ["2002-09", null],
  ["2002", null],
  ["2002-02-30", null],
  // other ways
  ["Sat Sep  7 00:00:01 2002", morning],
  ["Sat Sep 07 2002 00:00:01 GMT+0000 (UTC)", `${morning}+00:00`],
  ["September 7, 2002", "2002-09-07"],
  ["Sept. 7, 2002 9:05 PM EDT", "2002-09-07T21:05:00-04:00"],
  ["7th September 2002, 12:05 a.m.", "2002-09-07T00:05:00"],
  ["07.09.2002 00:00", "2002-09-07T00:00:00"],
  ["13/09/2002", "2002-09-13"],
  ["09/13/2002", "2002-09-13"],
  ["03/04/2021", null],
  ["1031356801", "2002-09-07T00:00:01Z"],
  ["1031356801000", "2002-09-07T00:00:01Z"],
  // other languages
  ["7 сентября 2002 00:00:01 +0300", `${morning}+03:00`],
  ["Sa, 07 Dez 2002 00:00:01 +0100", "2002-12-07T00:00:01+01:00"],
  ["sam., 7 août 2021 10:00:00 CEST", "2021-08-07T10:00:00+02:00"],
  ["7 de septiembre de 2002", "2002-09-07"],
  // none
  ["", null],
  ["soon", null],
  ["99 Sep 2002", null],
  ["Wed, 15 May 9999 00:00:00 GMT", null],
];

describe("dates of feeds", () => {
  for (const [written, iso] of rows)
    test(`${JSON.stringify(written)} is ${iso}`, () => expect(feedDate(written)).toBe(iso));
});
