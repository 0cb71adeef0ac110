import type { Failure } from '../../../electron/contract/failure.ts';
import type { en } from '../../i18n/en/index.ts';

/** Explanations by which keys, redirect URI, scopes or environment of the application have to be mended. */
const explanations: ReadonlyArray<keyof typeof en.explanations> = [
  'skv-certificate-refused',
  'skv-client-id-unknown',
  'skv-client-secret-wrong',
  'skv-keys-for-another-flow',
  'skv-redirect-uri',
  'skv-scope-unknown',
  'skv-gateway-keys',
  'skv-scope-missing',
  'skv-pkce-refused',
  'skv-per-denied',
  'anaf-invalid-client',
  'anaf-redirect-uri',
  'anaf-request-form',
];

/** The same in OAuth's own words (RFC 6749 §4.1.2.1, §5.2), for refusals that no explanation is known for. */
const errors: readonly string[] = ['invalid_client', 'unauthorized_client', 'invalid_scope'];

/** Whether a sign-in that failed so can only succeed once the application has been edited. */
export function liesInApplication(failure: Failure): boolean {
  switch (failure.code) {
    case 'application-incomplete':
    case 'keys-swapped':
    case 'certificate-wrong-environment':
    case 'signin-insecure-redirect':
      return true;
    case 'signin-ended-elsewhere':
      return failure.explanation === null || isOurs(failure.explanation);
    case 'authority-refused':
      return failure.explanation === null ? errors.includes(failure.error) : isOurs(failure.explanation);
    default:
      return false;
  }
}

function isOurs(explanation: string): boolean {
  return (explanations as readonly string[]).includes(explanation);
}
