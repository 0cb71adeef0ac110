import { environments } from '../environment.ts';
import type { Environment, PracticeContext } from '../environment.ts';
import { openExpisoft } from './expisoft.ts';
import type { Expisoft } from './expisoft.ts';
import { openRegistries } from './registration.ts';
import type { Registry } from './registration.ts';
import { createTokenStore } from './tokens.ts';
import type { TokenStore } from './tokens.ts';

/** What Skatteverket's flows share in each environment: a token of either flow is known to the one API gateway. */
export type Skatteverket = Readonly<
  Record<Environment, { readonly expisoft: Expisoft; readonly registry: Registry; readonly tokens: TokenStore }>
>;

/** Opens (or begins) Skatteverket in a practice folder. */
export async function openSkatteverket(context: PracticeContext): Promise<Skatteverket> {
  const registries = await openRegistries(context);
  const [test, production] = await Promise.all(environments.map((environment) => openExpisoft(environment, context)));
  if (test === undefined || production === undefined) throw new Error('an environment is missing');
  const part = (environment: Environment, expisoft: Expisoft) => {
    const registry = registries[environment];
    return { expisoft, registry, tokens: createTokenStore(registry, context.switches, context.now) };
  };
  return { test: part('test', test), production: part('production', production) };
}
