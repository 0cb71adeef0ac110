import type { Claim } from '../../../electron/contract/token-reading.ts';

/**
 * The services an application was registered for that its token's roles do not name (R18). Empty where the token has no
 * list of roles: then nothing can be said. "E-Factura" and "EFACTURA" are the same.
 */
export function missingServices(services: readonly string[], payload: readonly Claim[]): readonly string[] {
  const roles = payload.flatMap((claim) =>
    claim.explanation === 'role' && claim.kind === 'list' ? claim.items.map(bare) : [],
  );
  if (roles.length === 0) return [];
  return services.filter((service) => !roles.includes(bare(service)));
}

function bare(name: string): string {
  return name.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
}
