import { runDriven } from './driven-run.mjs';
import { runScript } from './run-script.mjs';

const deadlineMs = 10 * 60_000;

/** `npm run tour -- --out DIR`: drives the built app through the whole main job; DIR/tour.json says how each step went. */
await runScript(() => runDriven('tour', deadlineMs));
