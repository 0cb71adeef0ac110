import type { Profile } from '../authorities/schema.ts';
import type { Route } from '../contract/route.ts';
import type { CertificateRecord } from './records.ts';

/**
 * The way a sign-in goes: the one asked for where the profile has it and the certificate allows it, else the first that
 * both allow. A key on a device can be used by a window alone, a key in a file not by the device window.
 */
export function routeFor(profile: Profile, asked: Route | null, certificate: CertificateRecord | null): Route {
  const fitting = profile.routes.filter((route) => fits(profile, route, certificate));
  const [proposed = profile.routes[0] ?? 'browser'] = fitting;
  const isPossible =
    asked === 'device-window' ? profile.routes.includes(asked) : asked !== null && fitting.includes(asked);
  return asked !== null && isPossible ? asked : proposed;
}

/** Whether this process itself shows the certificate on that route, and so needs its key. */
export function needsKey(profile: Profile, route: Route): boolean {
  if (profile.certificateShownAt.includes('token')) return true;
  return profile.certificateShownAt.length > 0 && (route === 'direct' || route === 'window');
}

function fits(profile: Profile, route: Route, certificate: CertificateRecord | null): boolean {
  const isOnDevice = certificate?.key.kept === 'on-device';
  if (route === 'device-window') return certificate === null || isOnDevice;
  return !needsKey(profile, route) || (certificate !== null && !isOnDevice);
}
