import { z } from 'zod';

/** The languages of the window, the dialogs and the notices. */
export const Language = z.enum(['en', 'ro', 'sv']);
export type Language = z.infer<typeof Language>;
