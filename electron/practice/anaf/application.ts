import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { PracticeContext } from '../environment.ts';
import { sameSecret } from '../same-secret.ts';

/** The application the holder has enrolled (*Profil OAuth*, R1). */
export interface Application {
  readonly name: string;
  readonly redirectUris: () => ReadonlyArray<string>;
  /** Registers one more callback address (the portal's *+*, R1). */
  readonly addRedirectUri: (redirectUri: string) => void;
  readonly services: ReadonlyArray<string>;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Whether this client id is the application's, and the application is still there. */
  readonly knows: (clientId: string) => boolean;
  /** Whether the application is there and these are its id and secret. */
  readonly accepts: (clientId: string, clientSecret: string) => boolean;
  readonly isDeleted: () => boolean;
  /** Deletes it (*Șterge aplicația*, R2), or brings it back. */
  readonly setDeleted: (deleted: boolean) => void;
}

const stateSchema = z.object({
  clientId: z.string(),
  clientSecret: z.string(),
  deleted: z.boolean(),
  /** Added to those of the letter. */
  moreRedirectUris: z.array(z.string()).default([]),
});

const redirectUris = ['https://localhost:9002/callback', 'https://oauth.pstmn.io/v1/callback'];

/** Opens the registration from the practice folder, or makes it with a new client id and secret. */
export async function openApplication(context: PracticeContext): Promise<Application> {
  const section = await context.state.section('anaf-application', stateSchema, () =>
    Promise.resolve({
      clientId: randomBytes(24).toString('hex'),
      clientSecret: randomBytes(24).toString('hex'),
      deleted: false,
      moreRedirectUris: [],
    }),
  );
  const { clientId, clientSecret } = section.read();
  const knows = (id: string) => !section.read().deleted && id === clientId;
  return {
    name: 'EFactura',
    redirectUris: () => [...redirectUris, ...section.read().moreRedirectUris],
    addRedirectUri(redirectUri) {
      const state = section.read();
      section.write({ ...state, moreRedirectUris: [...state.moreRedirectUris, redirectUri] });
    },
    services: ['E-Factura', 'E-Transport'],
    clientId,
    clientSecret,
    knows,
    accepts: (id, secret) => knows(id) && sameSecret(secret, clientSecret),
    isDeleted: () => section.read().deleted,
    setDeleted: (deleted) => section.write({ ...section.read(), deleted }),
  };
}
