import { runMeasured } from './measured-run.mjs';
import { runScript } from './run-script.mjs';

/** `npm run soak -- --out FILE [--minutes N] [--seed N] [--only NAME,NAME]`: breaks things on purpose; FILE says what gave. */
await runScript(() => runMeasured('soak', { needsBuild: false }));
