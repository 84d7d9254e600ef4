import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nothingGiven } from "../../src/model/document.ts";
import { readHtml } from "../../src/text/html.ts";
import { parseHtml } from "../../src/text/html-parse.ts";

const textOf = (html: string): string => readHtml(html, nothingGiven).text;
const spans = "<span>".repeat(1_200);
const divs = "<div>".repeat(700);
/** A page whose 8192nd unit, where the parser once began anew, is inside of `source`. */
const across = (source: string): string => `${spans}${" ".repeat(8_192 - spans.length - 20)}${source}`;

describe("text of elements nested deeper than the limit", () => {
  const rows: readonly (readonly [what: string, html: string, text: string])[] = [
    [
      "a script across a step",
      across(`<script>var secret = "<p>hidden</p>";</script><p>Talks ended.</p>`),
      "Talks ended.",
    ],
    ["a style across a step", across("<style>.secret { color: red }</style><p>Talks ended.</p>"), "Talks ended."],
    ["a tag across a step", across(`<a title="secret words" href=x>Talks</a> ended.`), "Talks ended."],
    ["a comment across a step", across("<!-- secret words <p>hidden --><p>Talks ended.</p>"), "Talks ended."],
    ["200,000 empty elements", "<div>\n".repeat(200_000), ""],
    [
      "200,000 elements around words",
      `${"<div>".repeat(200_000)}Talks ended.${"</div>".repeat(200_000)}`,
      "Talks ended.",
    ],
    [
      "words in nested spans",
      Array.from({ length: 1_200 }, (_, at) => `<span>w${at} `).join(""),
      Array.from({ length: 1_200 }, (_, at) => `w${at}`).join(" "),
    ],
    ["paragraphs stay apart", `${spans}<p>One.</p><p>Two.<br>Three.<p>Four.`, "One.\n\nTwo.\nThree.\n\nFour."],
    ["an entity", `${spans}<b>Salt &amp; grain</b>`, "Salt & grain"],
    ["an unread element", `${divs}<noscript><p>secret</p></noscript><p>Talks ended.</p>`, "Talks ended."],
    ["a hidden element", `${divs}<div hidden><i>secret</i></div><p style="display:none">secret</p>Seen`, "Seen"],
    ["a closed outer element closes the inner", `<nav hidden>${divs}secret</nav><p>Talks ended.</p>`, "Talks ended."],
    ["a closing tag of no open element", `${divs}<p hidden>secret</b></i></p></p>Seen`, "Seen"],
    ["a drawing", `${divs}<svg><g/><title>secret</title></svg>Seen`, "Seen"],
    ["an unended tag", `${divs}Seen<p title="secret`, "Seen"],
  ];
  test.each(rows)("%s", (_what, html, text) => {
    expect(textOf(html)).toBe(text);
  });
});

const tag = fc.constantFrom(
  ..."<p> </p> <div> </div> <span> </span> <li> </li> <br> </br> <hr> <img/> <form> </form> <a> </a> <svg> </svg> <g/> <title> </title> <script> </script> <foreignObject> </foreignObject> <b x".split(
    " ",
  ),
);

test("each element is closed once, inner before outer, at any depth", () => {
  fc.assert(
    fc.property(fc.constantFrom(0, 490, 499, 500, 501, 700), fc.array(tag, { maxLength: 60 }), (depth, tags) => {
      const open: string[] = [];
      parseHtml(`${"<i>".repeat(depth)}${tags.join("")}`, {
        onopentag: (name) => open.push(name),
        onclosetag: (name) => expect(open.pop()).toBe(name),
      });
      expect(open).toEqual([]);
    }),
  );
});
