import { createInterface } from 'node:readline';
import { utilityProcess, type UtilityProcess } from 'electron';
import { z } from 'zod';
import { realProfiles, withEnvironments } from '../authorities/authorities.ts';
import { EnvironmentName, ProfileId } from '../contract/snapshot.ts';
import type { Profile } from '../authorities/schema.ts';
import { APP_SCHEME, PRACTICE_SCHEME } from './callback-protocol.ts';

const Twin = z.looseObject({
  /** Where somebody signs in; a client credentials flow has none. */
  authorize: z.string().nullable().default(null),
  token: z.string(),
  refresh: z.string().optional(),
  revoke: z.string().optional(),
  api: z.string(),
  caPem: z.string(),
});
const Twins = z.partialRecord(ProfileId, z.partialRecord(EnvironmentName, Twin));
type Twins = z.infer<typeof Twins>;

const Ready = z.looseObject({ ready: z.literal(true), post: z.string(), authorities: Twins });

export type Practice = {
  /** The real profiles with the practice twins' hosts and CA. */
  readonly profiles: readonly Profile[];
  /** The folder with the practice authorities' letters. */
  readonly post: string;
  readonly process: UtilityProcess;
};

/**
 * Starts the practice authorities in a process of their own and waits until they answer. `script` is their built entry,
 * `folder` keeps their state between starts. Rejects if the process ends first.
 */
export function startPractice(script: string, folder: string): Promise<Practice> {
  const child = utilityProcess.fork(script, ['--folder', folder], { stdio: 'pipe', serviceName: 'Taxpass practice' });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the practice authorities ended with code ${code}`)));
    child.stderr?.pipe(process.stderr);
    if (!child.stdout) {
      reject(new Error('the practice authorities have no output'));
      return;
    }
    createInterface({ input: child.stdout }).once('line', (line) => {
      try {
        const ready = Ready.parse(JSON.parse(line));
        resolve({ profiles: practiceProfiles(ready.authorities), post: ready.post, process: child });
      } catch (error) {
        reject(error instanceof Error ? error : new Error('the practice authorities said something unexpected'));
      }
    });
  });
}

/**
 * The practice profiles until their authorities have said where they answer: all that the window shows, at a host that
 * nobody ever has (RFC 2606).
 */
export function awaitedProfiles(): readonly Profile[] {
  const nowhere = 'https://practice.invalid';
  const twins: Twins = Object.fromEntries(
    realProfiles.map(({ id, environments }) => [
      id,
      Object.fromEntries(
        environments.map(({ name, authorize, revoke }) => [
          name,
          {
            authorize: authorize === null ? null : nowhere,
            token: nowhere,
            ...(revoke === null ? {} : { revoke: nowhere }),
            api: nowhere,
            caPem: '',
          },
        ]),
      ),
    ]),
  );
  return practiceProfiles(twins);
}

/** Practice twins differ from the real profiles in hosts, CA and the app's scheme alone. */
function practiceProfiles(authorities: Twins): readonly Profile[] {
  return realProfiles.map((profile) => {
    const twins = authorities[profile.id] ?? {};
    const environments = profile.environments.flatMap(({ name, certificateOrigins }) => {
      const twin = twins[name];
      if (!twin) return [];
      const { authorize, token, refresh = token, revoke = null, api, caPem } = twin;
      const origins = [...new Set([new URL(authorize ?? token).origin, new URL(token).origin])];
      const shownTo = certificateOrigins.length === 0 ? [] : origins;
      return [
        {
          name,
          authorize,
          token,
          refresh,
          revoke,
          api,
          signInOrigins: origins,
          certificateOrigins: shownTo,
          trustedCa: caPem,
        },
      ];
    });
    const suggestedRedirectUris = profile.suggestedRedirectUris.map((uri) =>
      uri.replace(`${APP_SCHEME}:`, `${PRACTICE_SCHEME}:`),
    );
    return { ...withEnvironments(profile, environments), suggestedRedirectUris };
  });
}
