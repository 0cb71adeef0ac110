import type { Profile } from '../authorities/schema.ts';
import type { Handlers } from '../contract/contract.ts';
import { fail } from '../contract/failure.ts';
import type { HttpsClient } from '../network/https-client.ts';
import { needsYes } from '../requests/needs-yes.ts';
import { sendApiRequest } from '../requests/send-request.ts';
import { holderNameOf } from './account-name.ts';
import { grantOf } from './grant.ts';
import { placeOf, refuseIncomplete } from './place.ts';
import type { AccountRecord, ApplicationRecord } from './records.ts';
import type { Renewal } from './renewal.ts';
import { refreshTokensHad } from './refresh-count.ts';
import { renewsSilently } from './silent.ts';
import type { Store } from './store.ts';
import { tokenSecrets } from './token-secrets.ts';

/** What the person is asked, natively, before a request may change something at the real authority. */
export type RequestQuestion = {
  readonly about: 'request';
  readonly method: string;
  /** Host and path of the address. */
  readonly place: string;
  readonly holder: string;
};

/** How long an API may take to answer, ms. */
const REQUEST_DEADLINE_MS = 90_000;

export function requestCalls(deps: {
  readonly store: () => Store;
  readonly https: HttpsClient;
  readonly profiles: () => readonly Profile[];
  readonly renewal: Renewal;
  /** The native question; false where it was not answered with a clear yes. */
  readonly confirm: (question: RequestQuestion) => Promise<boolean>;
  /** Hears that the account's access token is used. */
  readonly used: (accountId: string) => void;
  /** Wall clock, epoch ms. */
  readonly now: () => number;
}): Pick<Handlers, 'requests.send'> {
  /** A token that has ended is replaced where that needs nobody: fetched when next needed, and not before (S13). */
  async function renewIfEnded(account: AccountRecord, application: ApplicationRecord, profile: Profile): Promise<void> {
    const store = deps.store();
    const now = deps.now();
    const grant = grantOf(account, application);
    if (grant === null || grant.expiresAt > now) return;
    const certificate = account.certificateId === null ? undefined : store.findCertificate(account.certificateId);
    const had = refreshTokensHad(store, now);
    if (!renewsSilently(account, grant, profile, certificate, had, now)) return;
    await deps.renewal.renew(account.id, { pin: null, endsOtherCopy: false, by: 'program' });
  }

  return {
    async 'requests.send'({ accountId, method, url, body, contentType }) {
      const account = deps.store().account(accountId);
      const application = deps.store().application(account.applicationId);
      const place = placeOf(deps.profiles(), application);
      refuseIncomplete(place.profile, application, true);
      if (needsYes(place, method, url)) {
        const { host, pathname } = new URL(url);
        const name = holderNameOf(deps.store(), account);
        const holder = name === '' ? application.name : name;
        const isAgreed = await deps.confirm({ about: 'request', method, place: `${host}${pathname}`, holder });
        if (!isAgreed) fail({ code: 'request-declined' });
      }
      await renewIfEnded(account, application, place.profile);
      deps.used(accountId);
      const current = deps.store().account(accountId);
      const grant = grantOf(current, application);
      if (!grant) return fail({ code: 'no-access-token' });
      const { apigwClientId, apigwClientSecret } = application;
      const { accessToken } = grant;
      return await sendApiRequest(
        deps.https,
        {
          ...place,
          accessToken,
          apigwClientId,
          apigwClientSecret,
          otherSecrets: [application.clientSecret, ...tokenSecrets(current)],
          method,
          url,
          body,
          contentType,
        },
        AbortSignal.timeout(REQUEST_DEADLINE_MS),
      );
    },
  };
}
