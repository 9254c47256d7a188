import { adminApi } from '@strapi/strapi/admin';

/**
 * Answers in the browser what Strapi asks for on every page and what no installation without its paid
 * services has: the server would answer 404 each time. `null` is what Strapi makes of that answer too.
 */
export function keepRequestsQuiet(): void {
  adminApi.injectEndpoints({
    overrideExisting: true,
    endpoints: (builder) => ({
      getAiFeatureConfig: builder.query<null, void>({ queryFn: () => ({ data: null }) }),
      getAILocalizationJobsByDocument: builder.query<null, unknown>({ queryFn: () => ({ data: null }) }),
    }),
  });
}
