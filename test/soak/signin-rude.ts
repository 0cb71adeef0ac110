import { createHttpsClient } from '../../electron/network/https-client.ts';
import { rudeKinds, startRudeAuthority } from './rude-authority.ts';
import { rudeHarm, rudeTrial } from './rude-trial.ts';
import type { SoakEntry } from './soak-entry.ts';

/** Signs in directly at an authority that is rude in every way there is, with the deadlines that people have. */
export const signInRude: SoakEntry = {
  name: 'signin.rude',
  isRandom: false,
  async run({ log }) {
    const rude = await startRudeAuthority();
    const https = createHttpsClient();
    try {
      // All at once: most of it is waiting.
      const wrong = await Promise.all(rudeKinds.map((kind) => rudeTrial(https, rude, kind)));
      const failures = [...wrong.filter((one) => one !== null), ...rudeHarm(rude)];
      log(`signin.rude: ${rudeKinds.length} kinds, ${failures.length} failed`);
      return {
        tried: rudeKinds.length,
        failed: failures.length,
        kinds: rudeKinds.map(({ name }) => name),
        failures: failures.slice(0, 20),
      };
    } finally {
      await https.close();
      await rude.close();
    }
  },
};
