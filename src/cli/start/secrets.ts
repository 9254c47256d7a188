import { randomBytes, randomInt } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { StartFailure } from './failure';

/** Letters and digits that nobody confuses when copying a password by hand. */
const READABLE = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

const schema = z.object({
  APP_KEYS: z.string().min(1),
  ADMIN_JWT_SECRET: z.string().min(1),
  API_TOKEN_SALT: z.string().min(1),
  TRANSFER_TOKEN_SALT: z.string().min(1),
  JWT_SECRET: z.string().min(1),
  ENCRYPTION_KEY: z.string().min(1),
  ADMIN_PASSWORD: z.string().min(8),
  DEMO_PASSWORD: z.string().min(8),
  /** Passwords inside the embedded PostgreSQL: the superuser's and the application role's. */
  POSTGRES_SUPERUSER_PASSWORD: z.string().min(1),
  POSTGRES_PASSWORD: z.string().min(1),
});

export type Secrets = z.infer<typeof schema>;

/** Where the generated secrets are kept. */
export const secretsFile = (dataDir: string): string => path.join(dataDir, 'secrets.json');

/**
 * The secrets of this installation: generated on the first start, read ever after.
 *
 * @throws StartFailure when the file cannot be read or is damaged
 */
export function loadSecrets(dataDir: string): Secrets {
  const file = secretsFile(dataDir);
  if (!fs.existsSync(file)) store(file, generate());
  const secrets = schema.safeParse(readJson(file));
  if (secrets.success) return secrets.data;
  throw new StartFailure(
    `密钥文件 ${file} 无法读取或已损坏,请从备份恢复它,或者在确认不再需要现有数据后删除整个数据目录再启动。`,
  );
}

function generate(): Secrets {
  const key = () => randomBytes(32).toString('base64');
  return {
    APP_KEYS: [key(), key()].join(','),
    ADMIN_JWT_SECRET: key(),
    API_TOKEN_SALT: key(),
    TRANSFER_TOKEN_SALT: key(),
    JWT_SECRET: key(),
    ENCRYPTION_KEY: key(),
    ADMIN_PASSWORD: readablePassword(),
    DEMO_PASSWORD: readablePassword(),
    POSTGRES_SUPERUSER_PASSWORD: randomBytes(24).toString('hex'),
    POSTGRES_PASSWORD: randomBytes(24).toString('hex'),
  };
}

/** Sixteen characters with upper case, lower case and a digit, as the admin panel's own rule wants. */
function readablePassword(): string {
  for (;;) {
    const text = Array.from({ length: 16 }, () => READABLE[randomInt(READABLE.length)]).join('');
    if (/[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text)) return text;
  }
}

/** Writes the whole file at once; when two starts race, the first one's secrets stay. */
function store(file: string, secrets: Secrets): void {
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  try {
    fs.linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
