type Env = typeof import('@strapi/utils').env;

export default ({ env }: { env: Env }) => ({
  connection: {
    client: 'postgres',
    connection: { connectionString: env('DATABASE_URL'), application_name: 'open-disclosure' },
    // min 0: an idle connection that the database has closed meanwhile is not handed out.
    pool: { min: 0, max: 20 },
  },
  // a streaming replica that public reads go to (src/plugins/disclosure/server/replica)
  readUrl: env('DATABASE_READ_URL', ''),
  // the migrations are SQL files: database/migrations of the source, not of dist
  settings: { useTypescriptMigrations: false },
});
