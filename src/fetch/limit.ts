/** How much and how long, at most. Sizes in bytes, times in milliseconds. */
export interface FetchLimits {
  /** Of one body, as it is sent and as it unpacks. */
  readonly bodyBytes: number;
  /** From the first step to a connection that can be written to. */
  readonly connectMs: number;
  /** From the sent request to the end of the answer's headers. */
  readonly headersMs: number;
  /** Silence within a body. */
  readonly bodyMs: number;
  /** One request with its answer: a body that trickles is cut here. */
  readonly wholeMs: number;
  /** Redirects of one address. */
  readonly redirects: number;
  /** How often one address is asked in all, where it fails in a way that may pass. */
  readonly attempts: number;
  /** The first wait before it is asked again; each further one is twice as long, with up to a half added by chance. */
  readonly backOffMs: number;
  /** The longest wait that a server may ask for by Retry-After; where it asks for more, the address is given up. */
  readonly retryAfterMs: number;
  /** Between two requests to one host, where its robots.txt asks for no longer one. */
  readonly pauseMs: number;
  /** The longest pause that a robots.txt may ask for; longer ones are cut to it. */
  readonly longestPauseMs: number;
}

/** Limits that hold where no others are set. */
export const fetchLimits: FetchLimits = {
  bodyBytes: 20_000_000,
  connectMs: 10_000,
  headersMs: 30_000,
  bodyMs: 30_000,
  wholeMs: 120_000,
  redirects: 5,
  attempts: 3,
  backOffMs: 1_000,
  retryAfterMs: 120_000,
  pauseMs: 1_000,
  longestPauseMs: 60_000,
};
