import { constants } from 'node:os';

/**
 * Runs a synchronous task when this process ends, by itself or by SIGINT, SIGTERM or SIGHUP (which then end it).
 * @param {() => void} task
 * @returns {() => void} takes the task back
 */
export function atExit(task) {
  /** @param {NodeJS.Signals} signal */
  const onSignal = (signal) => process.exit(128 + constants.signals[signal]);
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  process.on('exit', task);
  for (const signal of signals) process.on(signal, onSignal);
  return () => {
    process.off('exit', task);
    for (const signal of signals) process.off(signal, onSignal);
  };
}
