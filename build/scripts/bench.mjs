import { runMeasured } from './measured-run.mjs';
import { runScript } from './run-script.mjs';

/** `npm run bench -- --out FILE [--only NAME,NAME]`: measures, each value beside its reference; FILE has the medians. */
await runScript(() => runMeasured('bench', { needsBuild: true }));
