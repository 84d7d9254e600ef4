/** Does an error come out of the library that reads PDF? Its exceptions are made when it is loaded, and others are thrown in its file. */
const isLibraryError = (reason: unknown): boolean =>
  /[\\/]unpdf[\\/]dist[\\/]pdfjs/.test(String((reason as Error | null)?.stack ?? ""));

type Listener = NodeJS.UnhandledRejectionListener;

let readers = 0;
let others: readonly Listener[] = [];

const event = "unhandledRejection";

const onStray: Listener = (reason, promise) => {
  if (isLibraryError(reason)) return;
  // As it would be without us: with nobody who listens, the program ends.
  if (others.length === 0) throw reason;
  for (const listener of others) listener(reason, promise);
};

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Runs `read` so that promises which the library rejects and then forgets do not end the program: on some damaged files it leaves such behind, beside the
 * rejection that it tells. Rejections of anybody else go to those who listened before.
 */
export async function withoutStrays<T>(read: () => Promise<T>): Promise<T> {
  if (readers++ === 0) {
    others = process.listeners(event);
    process.removeAllListeners(event);
    process.on(event, onStray);
  }
  try {
    return await read();
  } finally {
    // They are told at the end of the turn in which they are left behind.
    await turn();
    await turn();
    if (--readers === 0) {
      process.removeListener(event, onStray);
      for (const listener of others) process.on(event, listener);
    }
  }
}
