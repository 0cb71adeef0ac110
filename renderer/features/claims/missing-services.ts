import type { Claim } from '../../../electron/contract/token-reading.ts';

/** Services an application was registered for, each with the role its token carries for it, or null where it has none (R18). */
export type ServiceRoles = {
  readonly services: ReadonlyArray<{ readonly service: string; readonly role: string | null }>;
  /** Roles for none of these services, each once. */
  readonly further: readonly string[];
};

/** Null where the token has no list of roles: then nothing can be said. "E-Factura" and "EFACTURA" are the same. */
export function serviceRoles(services: readonly string[], payload: readonly Claim[]): ServiceRoles | null {
  const roles = payload.flatMap((claim) =>
    claim.explanation === 'role' && claim.kind === 'list' ? [...claim.items] : [],
  );
  if (roles.length === 0) return null;
  const asked = new Set(services.map(bare));
  return {
    services: services.map((service) => ({
      service,
      role: roles.find((role) => bare(role) === bare(service)) ?? null,
    })),
    further: [...new Set(roles.filter((role) => !asked.has(bare(role))))],
  };
}

/** The services an application was registered for that its token's roles do not name (R18). */
export function missingServices(services: readonly string[], payload: readonly Claim[]): readonly string[] {
  const compared = serviceRoles(services, payload)?.services ?? [];
  return compared.flatMap(({ service, role }) => (role === null ? [service] : []));
}

function bare(name: string): string {
  return name.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
}
