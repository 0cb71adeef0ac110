import type { Profile } from '../authorities/schema.ts';
import type { Handlers } from '../contract/contract.ts';
import { fail } from '../contract/failure.ts';
import type { HttpsClient } from '../network/https-client.ts';
import { sendApiRequest } from '../requests/send-request.ts';
import { placeOf } from './sign-in.ts';
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
      const { apigwClientId, apigwClientSecret } = application;
      const missing = Object.entries({ apigwClientId, apigwClientSecret }).flatMap(([name, value]) =>
        value === '' ? [name] : [],
      );
      if (missing.length > 0) return fail({ code: 'application-incomplete', missing });
      if (!account.grant) return fail({ code: 'no-access-token' });
      return sendApiRequest(
        deps.https,
        {
          ...placeOf(deps.profiles(), application),
          accessToken: account.grant.accessToken,
          apigwClientId,
          apigwClientSecret,
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
