export { createTestDatabase, type DatabaseKind, type Sql, sql, superuserUrl } from './databases';
export { ADMIN_EMAIL, type ServerOptions, startServer, type TestServer } from './server';
export { type BootedStrapi, bootStrapi } from './strapi';
