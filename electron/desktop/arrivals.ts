import { app } from 'electron';
import { callbackArgument } from '../signin/callback-argument.ts';

/** The addresses that come to the program on its scheme. */
export type Arrivals = {
  /** Hands over all that have come and will come. */
  deliverTo(take: (address: string) => void): void;
};

/**
 * Listens from the first moment: macOS tells of an address before the app is ready, and a second start may bring one
 * while the vault is still being opened. What comes too early waits.
 * @param argv the program's own arguments: the desktop may have started it to take a callback home
 */
export function listenForArrivals(scheme: string, argv: readonly string[]): Arrivals {
  const waiting: string[] = [];
  let take = (address: string): void => void waiting.push(address);
  const look = (others: readonly string[]): void => {
    const address = callbackArgument(others, scheme);
    if (address !== null) take(address);
  };
  app.on('second-instance', (_event, others) => look(others));
  app.on('open-url', (event, address) => {
    event.preventDefault();
    look([address]);
  });
  look(argv);
  return {
    deliverTo(taker) {
      take = taker;
      waiting.splice(0).forEach(taker);
    },
  };
}
