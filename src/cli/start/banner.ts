/** What the last lines of a start tell. */
export type Banner = {
  host: string;
  port: number;
  /** `undefined` when the panel is not served. */
  adminPath: string | undefined;
  adminEmail: string;
  /** `undefined` when the administrator's password is not known to this installation (any more). */
  adminPassword: string | undefined;
  /** `undefined` when no demo is loaded. */
  demoPassword: string | undefined;
  secretsFile: string;
};

/** The first line, by which programs see that the server is ready. */
export const READY = '政务公开系统已启动。';

const RULE = '─'.repeat(64);

/** The addresses and how to sign in. */
export function renderBanner(banner: Banner): string {
  const base = `http://${displayHost(banner.host)}:${banner.port}`;
  const lines = [
    '',
    RULE,
    READY,
    '',
    ...(banner.adminPath ? [`  管理后台   ${base}${banner.adminPath}`] : []),
    `  开放接口   ${base}/api/disclosure/domains`,
    `  GraphQL    ${base}/graphql`,
    '',
    ...(banner.adminPath ? administratorLines(banner) : []),
    ...demoLines(banner),
    '按 Ctrl-C 停止。',
    RULE,
  ];
  return lines.join('\n');
}

function administratorLines({ adminEmail, adminPassword, secretsFile }: Banner): string[] {
  if (adminPassword === undefined) return ['登录管理后台:请用已有的管理员账号和它当初设定的密码。', ''];
  return [
    '登录管理后台:',
    `  管理员     ${adminEmail}`,
    `  密码       ${adminPassword}`,
    `  (没有设环境变量的密码在首次启动时生成,保存在 ${secretsFile})`,
    '',
  ];
}

function demoLines({ demoPassword }: Banner): string[] {
  if (demoPassword === undefined) return [];
  return [
    `演示账号(后台和接口通用,密码都是 ${demoPassword}):`,
    '  <部门代码>-editor@example.test     采集,例如 housing-construction-editor@example.test',
    '  <部门代码>-reviewer@example.test   审核、发布,例如 housing-construction-reviewer@example.test',
    '  office-supervisor@example.test     政务公开办',
    '',
  ];
}

/** An address that a browser on this machine can open. */
function displayHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
