/** Settles as `act` does, or rejects with the signal's reason; `act` itself goes on, and nobody hears of it any more. */
export function unlessAborted<T>(act: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(signal.reason as Error);
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave, { once: true });
    void act.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}

/** Settles as `act` does, or after `limitMs` rejects as a connection does that could not be made in time. */
export function inTime<T>(act: Promise<T>, limitMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = setTimeout(() => reject(timeoutError()), limitMs);
    void act.then(resolve, reject).finally(() => clearTimeout(giveUp));
  });
}

/** Node's error for a connection that was not made in time. */
export function timeoutError(): Error {
  return Object.assign(new Error('connecting took too long'), { code: 'ETIMEDOUT', syscall: 'connect' });
}
