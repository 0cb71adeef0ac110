/** A signal that ends with another, or by a deadline of its own. */
export type Deadline = {
  readonly signal: AbortSignal;
  /** To be called when what it was for is over. */
  end(): void;
};

/**
 * Ends with `signal`, by its reason, or `ms` from now by a TimeoutError. Made by hand: of what AbortSignal.any combines
 * Node 20 may collect a timeout before its time, and then it never comes.
 */
export function deadlineWithin(signal: AbortSignal, ms: number): Deadline {
  const own = new AbortController();
  const passOn = (): void => own.abort(signal.reason);
  if (signal.aborted) passOn();
  signal.addEventListener('abort', passOn, { once: true });
  const timer = setTimeout(() => own.abort(new DOMException('no answer in time', 'TimeoutError')), ms);
  return {
    signal: own.signal,
    end() {
      clearTimeout(timer);
      signal.removeEventListener('abort', passOn);
    },
  };
}
