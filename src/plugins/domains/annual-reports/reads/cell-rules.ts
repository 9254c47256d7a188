/** How cells are counted, in words; where no text that was checked says it, it says so. */
const RULES: Record<string, string> = {
  'documents made': '成文日期在本年度内的',
  'requests newReceived':
    '收到申请之日在本年度内的；一事一申请拆分后，每件计一件，下一年度才拆分的，新增的件计入拆分的年度（待核实：格式没有写明）',
  'requests carriedOver':
    '上年12月31日前收到、到当日尚未答复的；当日以后改派其他部门的，仍由当日的承办部门统计到办结（待核实：格式没有写明）',
  'requests carriedForward':
    '本年12月31日前收到、到当日尚未答复的；以后改派其他部门的，仍由当日的承办部门统计到办结（待核实：格式没有写明）',
  'requests totalProcessed': '答复之日在本年度内的，等于各项办理结果之和',
  'requests other.otherReasons': '答复之日在本年度内的；申请人撤回的也计在此项（待核实：格式没有写明）',
  requests:
    '答复之日在本年度内、办理结果为此项的；上年结转以后改派的，由结转的部门统计（待核实：格式没有写明）',
  documents:
    '公开的行政规范性文件：制发按成文日期，废止含宣布失效和有效期届满，现行有效按12月31日的效力状态；规章一行，区级机关没有制定权，计0（待核实）',
  figures: '由部门填报或者导入；区政府的报告没有填写的，为各部门报告之和',
  disputes:
    '本年度内审结的按结果计，12月31日尚未审结的计入“尚未审结”（待核实：格式没有写明按立案还是审结之日）；复议机关作共同被告的，只计原行为机关',
  fees: '本年度内缴费完毕的信息处理费，按收费通知的金额计',
};

export const ruleOf = (table: string, line: string): string =>
  RULES[`${table} ${line}`] ?? RULES[table] ?? '';
