import { X509Certificate } from 'node:crypto';
import type { Trace } from '../signin/trace.ts';
import { tracedHttps } from '../signin/traced-https.ts';
import type { RouteDeps } from './callback-routes.ts';
import type { DeviceAsks } from './device-route.ts';

/** What routes are given, noting what goes through it. */
export function tracedRoutes<Deps extends RouteDeps>(deps: Deps, trace: Trace): Deps {
  const { loopbacks } = deps;
  return {
    ...deps,
    https: tracedHttps(deps.https, trace),
    openBrowser(url) {
      trace.note({ kind: 'browser-opened', isOwnPage: loopbacks.isFirstPage(url.href) });
      return deps.openBrowser(url);
    },
    loopbacks: {
      ...loopbacks,
      open: (options) =>
        loopbacks.open({
          ...options,
          deliver(address) {
            const isTaken = options.deliver(address);
            trace.note({ kind: 'listener-heard', isTaken });
            return isTaken;
          },
        }),
    },
  };
}

function fingerprintOf(certPem: string): string {
  return new X509Certificate(certPem).fingerprint256.replaceAll(':', '').toLowerCase();
}

/** The questions of a device, noted; of the answers only which certificate was chosen. */
export function tracedAsks(asks: DeviceAsks, trace: Trace): DeviceAsks {
  return {
    async chooseCertificate(host, offered, signal) {
      trace.note({ kind: 'certificate-asked', host, offered });
      const chosen = await asks.chooseCertificate(host, offered, signal);
      const certPem = offered.find((pem) => fingerprintOf(pem) === chosen) ?? null;
      trace.note({ kind: 'certificate-chosen', certPem });
      return chosen;
    },
    givePin(question, signal) {
      trace.note({ kind: 'pin-asked', wrong: question.wrong });
      return asks.givePin(question, signal);
    },
  };
}
