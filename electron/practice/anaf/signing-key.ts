import { createHash, createPrivateKey, createPublicKey, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { keyToPem, makeKey } from '../certificate.ts';
import type { PracticeContext } from '../environment.ts';

/** What ANAF signs its tokens with. */
export interface SigningKey {
  /** RSA. */
  readonly privateKey: KeyObject;
  /** SPKI. */
  readonly publicKeyPem: string;
  /** `anaf_practice_` and the beginning of the public key's SHA-256, where the real one has years (R13). */
  readonly kid: string;
  /** Hex; what `jti` and opaque tokens are derived with. */
  readonly identifierSecret: string;
}

const stateSchema = z.object({ keyPem: z.string(), identifierSecret: z.string() });

/** Opens the key from the practice folder, or makes it. */
export async function openSigningKey(context: PracticeContext): Promise<SigningKey> {
  const section = await context.state.section('anaf-signing-key', stateSchema, async () => ({
    keyPem: keyToPem(await makeKey('rsa')),
    identifierSecret: randomBytes(32).toString('hex'),
  }));
  const { keyPem, identifierSecret } = section.read();
  const privateKey = createPrivateKey(keyPem);
  const publicKeyPem = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
  const kid = `anaf_practice_${createHash('sha256').update(publicKeyPem).digest('hex').slice(0, 8)}`;
  return { privateKey, publicKeyPem, kid, identifierSecret };
}
