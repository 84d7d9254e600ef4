import { type Handler, Parser } from "htmlparser2";

// Nothing that a person reads nests as deep. The parser looks through all open elements at each closing tag,
// so that a hostile page of unclosed ones would take time in the square of its length.
const deepest = 500;
const stepLength = 8192;

/**
 * Runs the parser over `html` in steps. Where elements nest deeper than any page does, they are taken as closed, and the parser starts anew.
 * Linear in the length of `html`; never throws on any text.
 */
export function parseHtml(html: string, handler: Pick<Partial<Handler>, "onopentag" | "onclosetag" | "ontext">): void {
  let depth = 0;
  const start = (): Parser =>
    new Parser(
      {
        onopentag: (name, attributes, implied) => {
          depth++;
          handler.onopentag?.(name, attributes, implied);
        },
        onclosetag: (name, implied) => {
          depth--;
          handler.onclosetag?.(name, implied);
        },
        ontext: (text) => handler.ontext?.(text),
      },
      { decodeEntities: true },
    );
  let parser = start();
  for (let at = 0; at < html.length; at += stepLength) {
    parser.write(html.slice(at, at + stepLength));
    if (depth > deepest) {
      parser.end();
      depth = 0;
      parser = start();
    }
  }
  parser.end();
}
