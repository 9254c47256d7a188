import knex from 'knex';
import { type ChainReport, verifyAuditChain } from '../plugins/disclosure/server/audit/verify';
import { sentenceFor } from './start/error-report';
import { withDatabase } from './with-database';

const FAULTS = {
  changed: '内容被改动',
  missing: '缺失(被删除)',
  reordered: '顺序被改动',
} as const;

/** `npm run audit:verify`: walks the audit chain; exit status 1 names the first broken entry. */
async function main(): Promise<void> {
  const report = await withDatabase(async (connection) => {
    const database = knex({ client: 'pg', connection });
    try {
      return await verifyAuditChain(database);
    } finally {
      await database.destroy();
    }
  });
  console.log(describe(report));
  if (report.fault) process.exitCode = 1;
}

function describe({ entries, fault }: ChainReport): string {
  if (!fault) return `审计日志完整:共 ${entries} 条,逐条校验通过。`;
  return `审计日志已被破坏:第 ${fault.seq} 条${FAULTS[fault.fault]};此前 ${entries} 条完好。请立即保全数据库并报告区政务公开办。`;
}

main().catch((error: unknown) => {
  console.error(sentenceFor(error, '校验审计日志失败', process.env.DATA_DIR ?? '.data'));
  process.exitCode = 1;
});
