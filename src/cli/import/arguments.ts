import { parseArgs } from 'node:util';
import { StartFailure } from '../start/failure';

export const USAGE = `用法:npm run import -- 文件或文件夹 --as 账号邮箱 --type 领域/类型 [选项]
  --as EMAIL           以谁的名义录入(须有采集职责)
  --type SLUG/PLURAL   导入为哪种信息,如 public-legal-services/records;只有一种可选时可以不写
  --mapping FILE.json  列的对应关系:{"columns": {"title": "标题"}, "constants": {"kind": "document"}, "id": "编号"}
  --set 字段=值         所有行都相同的内容,可以写多次,如 --set kind=document --set catalogueItem=D05-03
  --sheet NAME         工作表,默认第一个没有隐藏的
  --source NAME        来源名称,默认文件(夹)名;同一来源再次导入时,已有的不会重复
  --submit             录入后提交审核
  --reviewed-by EMAIL  录入、提交后由另一位审核、发布(须有审核、发布职责)
  --report FILE        导入结果写到哪里,默认当前文件夹的“名称-导入结果”
  --preview            只看列的对应关系,不导入`;

export type ImportArguments = {
  file: string;
  as: string;
  type: string | undefined;
  mapping: string | undefined;
  constants: Record<string, string>;
  sheet: string | undefined;
  source: string | undefined;
  submit: boolean;
  reviewedBy: string | undefined;
  report: string | undefined;
  preview: boolean;
};

/**
 * Reads the command line.
 *
 * @throws StartFailure with what is wrong and how it is used
 */
export function readArguments(args: readonly string[]): ImportArguments {
  const { values, positionals } = parse(args);
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new StartFailure(`请写一个文件或文件夹。\n${USAGE}`);
  if (!values.as) throw new StartFailure(`请用 --as 写明以谁的名义录入。\n${USAGE}`);
  return {
    file,
    as: values.as.toLowerCase(),
    type: values.type,
    mapping: values.mapping,
    constants: Object.fromEntries((values.set ?? []).map(pair)),
    sheet: values.sheet,
    source: values.source,
    submit: values.submit ?? false,
    reviewedBy: values['reviewed-by']?.toLowerCase(),
    report: values.report,
    preview: values.preview ?? false,
  };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...{ as: text, type: text, mapping: text, sheet: text, source: text, report: text },
        set: { type: 'string', multiple: true },
        'reviewed-by': text,
        submit: flag,
        preview: flag,
      },
    });
  } catch (error) {
    const option = /'(-[^' ]*)/.exec((error as Error).message)?.[1] ?? '';
    throw new StartFailure(`参数 ${option} 不认识或缺少内容。\n${USAGE}`);
  }
}

function pair(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at < 1) throw new StartFailure(`--set ${text} 应写成 --set 字段=值。\n${USAGE}`);
  return [text.slice(0, at), text.slice(at + 1)];
}
