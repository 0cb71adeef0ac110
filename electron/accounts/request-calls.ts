import type { Profile } from '../authorities/schema.ts';
import type { Handlers } from '../contract/contract.ts';
import { fail } from '../contract/failure.ts';
import type { HttpsClient } from '../network/https-client.ts';
import { sendApiRequest } from '../requests/send-request.ts';
import { grantOf } from './grant.ts';
import { placeOf, refuseIncomplete } from './place.ts';
import type { Store } from './store.ts';

/** How long an API may take to answer, ms. */
const REQUEST_DEADLINE_MS = 90_000;

export function requestCalls(deps: {
  readonly store: () => Store;
  readonly https: HttpsClient;
  readonly profiles: () => readonly Profile[];
}): Pick<Handlers, 'requests.send'> {
  return {
    async 'requests.send'({ accountId, method, url, body, contentType }) {
      const account = deps.store().account(accountId);
      const application = deps.store().application(account.applicationId);
      const place = placeOf(deps.profiles(), application);
      refuseIncomplete(place.profile, application, true);
      const grant = grantOf(account, application);
      if (!grant) return fail({ code: 'no-access-token' });
      const { apigwClientId, apigwClientSecret } = application;
      const { accessToken, refreshToken } = grant;
      return await sendApiRequest(
        deps.https,
        {
          ...place,
          accessToken,
          apigwClientId,
          apigwClientSecret,
          otherSecrets: [refreshToken?.value ?? '', application.clientSecret],
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
