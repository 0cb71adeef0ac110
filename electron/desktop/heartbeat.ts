import { powerMonitor } from 'electron';

/** No longer than this between two looks at the clock, ms: nothing trusts a long timer, which sleep would stop. */
const BEAT_MS = 30_000;

/** Calls `beat` at once, every 30 s, and when the computer wakes or is unlocked. */
export function startHeartbeat(beat: () => void): void {
  setInterval(beat, BEAT_MS);
  powerMonitor.on('resume', beat);
  powerMonitor.on('unlock-screen', beat);
  beat();
}
