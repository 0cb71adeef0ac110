import { z } from 'zod';

/** A way of an authority to give tokens: one flow, with its own hosts and registrations. */
export const ProfileId = z.enum([
  'anaf',
  'skatteverket-org',
  'skatteverket-per',
  'skatteverket-sysorg',
  'skatteverket-sys',
]);
export type ProfileId = z.infer<typeof ProfileId>;
