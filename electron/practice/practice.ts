import { join } from 'node:path';
import type { z } from 'zod';
import { startAnaf } from './anaf/anaf.ts';
import { mergeSwitches, startControl } from './control.ts';
import type { PracticeContext, RunningAuthority } from './environment.ts';
import { createRequestLog } from './request-log.ts';
import { openServerAuthority } from './server-authority.ts';
import { startSkatteverketOrg } from './skatteverket/org.ts';
import { startSkatteverketPer } from './skatteverket/per.ts';
import { startSkatteverketSystem } from './skatteverket/sys.ts';
import { openSkatteverket } from './skatteverket/skatteverket.ts';
import { openStateFile } from './state-file.ts';
import { defaultSwitches } from './switches.ts';
import type { Switches, switchesChangeSchema } from './switches.ts';

/** What a run of the practice authorities needs. */
export interface PracticeOptions {
  /** Absolute; made if it is not there. No other process may be using it. */
  readonly folder: string;
  readonly switches: z.infer<typeof switchesChangeSchema>;
  /** Epoch ms. */
  readonly now: () => number;
}

/** A run whose servers all listen. */
export interface RunningPractice {
  /** What stdout announces; `controlToken` is its one secret. */
  readonly readyLine: {
    readonly ready: true;
    readonly control: string;
    readonly controlToken: string;
    readonly authorities: Readonly<Record<string, RunningAuthority['ready']>>;
    readonly post: string;
  };
  readonly close: () => Promise<void>;
}

/** Starts every practice authority and the control channel. */
export async function startPractice(options: PracticeOptions): Promise<RunningPractice> {
  let switches: Switches = mergeSwitches(defaultSwitches, options.switches);
  const state = openStateFile(options.folder);
  const context: PracticeContext = {
    folder: options.folder,
    state,
    log: createRequestLog(),
    switches: () => switches,
    serverAuthority: await openServerAuthority(state, options.now),
    now: options.now,
  };
  const skatteverket = await openSkatteverket(context);
  const org = await startSkatteverketOrg(context, skatteverket);
  const per = await startSkatteverketPer(context, skatteverket, org.apiOrigins);
  const systems = [
    await startSkatteverketSystem('sysorg', context, skatteverket, org.apiOrigins),
    await startSkatteverketSystem('sys', context, skatteverket, org.apiOrigins),
  ];
  const authorities = [org, per, ...systems, await startAnaf(context)];
  const control = await startControl({
    context,
    authorities,
    setSwitches: (next) => {
      switches = next;
    },
  });
  return {
    readyLine: {
      ready: true,
      control: control.origin,
      controlToken: control.token,
      authorities: Object.fromEntries(authorities.map(({ name, ready }) => [name, ready])),
      post: join(options.folder, 'post'),
    },
    close: async () => {
      await Promise.all([control.close(), ...authorities.map((authority) => authority.close())]);
    },
  };
}
