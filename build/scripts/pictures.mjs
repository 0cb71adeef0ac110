import { runDriven } from './driven-run.mjs';
import { runScript } from './run-script.mjs';

const deadlineMs = 30 * 60_000;

/** `npm run pictures -- --out DIR [--language en|ro|sv] [--only SCREEN,SCREEN]`: every screen in each language and theme. */
await runScript(() => runDriven('pictures', deadlineMs));
