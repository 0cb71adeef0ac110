import type { GatewaySessions } from '../gateway-sessions.ts';
import type { SingleUseCodes } from '../single-use-codes.ts';
import type { Switches } from '../switches.ts';
import type { Application } from './application.ts';
import type { CertSign, Holder } from './certsign.ts';
import type { TokenFamilies } from './token-families.ts';

/** What was asked of `authorize`, and found in order. */
export interface AuthorizeOrder {
  readonly clientId: string;
  readonly redirectUri: string;
  /** As sent; null where none was (R7). */
  readonly state: string | null;
  /** Whether the query had token_content_type=jwt (R8). */
  readonly jwt: boolean;
}

/** A browser on its way through the gateway; `page` is what its script must answer, once that has been served. */
export interface LoginSession {
  readonly order: AuthorizeOrder;
  readonly page: { readonly nonce: string; readonly holder: Holder } | null;
}

/** What an authorization code was given for. */
export interface CodeGrant extends Omit<AuthorizeOrder, 'state'> {
  readonly holder: Holder;
}

/** What ANAF's endpoints work with. */
export interface AnafFlow {
  readonly application: Application;
  readonly certSign: CertSign;
  readonly sessions: GatewaySessions<LoginSession>;
  readonly codes: SingleUseCodes<CodeGrant>;
  readonly families: TokenFamilies;
  /** Until when (epoch ms) a token request of a holder is being answered, by fingerprint. */
  readonly busyUntil: Map<string, number>;
  readonly switches: () => Switches;
  /** Epoch ms. */
  readonly now: () => number;
}
