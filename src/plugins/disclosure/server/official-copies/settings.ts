import { z } from 'zod';

/** Address under which the public reads, as copies name their source; empty: they name the path alone. */
export const siteUrlSchema = z.union([z.literal(''), z.url({ protocol: /^https?$/ })]);
