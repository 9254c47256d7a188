type Env = typeof import('@strapi/utils').env;

export default ({ env }: { env: Env }) => ({
  auth: { secret: env('ADMIN_JWT_SECRET') },
  apiToken: { salt: env('API_TOKEN_SALT') },
  transfer: { token: { salt: env('TRANSFER_TOKEN_SALT') } },
  secrets: { encryptionKey: env('ENCRYPTION_KEY') },
  // tries for one account from one address: Strapi counts successful ones as well
  rateLimit: { enabled: true, interval: { min: 5 }, max: 20 },
  autoOpen: false,
  // Surveys, advertisements for paid features and the assistant all talk to servers of the vendor.
  flags: { nps: false, promoteEE: false, docLinks: false },
  ai: { enabled: false },
});
