import type { Problem } from "../../model/outcome.ts";

/** A part of an archive's bytes, unpacked, in the order of the file. */
export type Piece =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  /** What follows comes from byte `offset` of the stored file on. `isExact`: each byte is one stored byte (nothing is compressed). */
  | { readonly kind: "place"; readonly offset: number; readonly isExact: boolean }
  /** Bytes are missing here. */
  | { readonly kind: "fault"; readonly problem: Problem };

/** The bytes of a stored file as pieces. A failure of the stream ends them with a fault. Never throws. */
export async function* storedPieces(source: AsyncIterable<Uint8Array>): AsyncGenerator<Piece> {
  yield { kind: "place", offset: 0, isExact: true };
  try {
    for await (const bytes of source) if (bytes.length > 0) yield { kind: "bytes", bytes };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    yield {
      kind: "fault",
      problem: {
        code: "archive/interrupted",
        message: `The archive could not be read further: ${reason}. What came before is kept; read it again.`,
      },
    };
  }
}
