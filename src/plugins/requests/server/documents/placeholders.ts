/** What a template may name, with what the office reads about it and what a preview shows. */
export type Placeholder = { name: string; hint: string; sample: string };

const all = {
  申请编号: ['受理登记的编号', '2026-0012'],
  收到日期: ['收到申请之日', '2026年11月2日'],
  申请内容: ['申请公开的信息，按申请书的写法', '2025年区级部门预算执行情况'],
  承办机关: ['作出本文书的机关', '区财政局'],
  文书日期: ['本文书的日期', '2026年11月28日'],
  申请人: ['申请人的姓名或者名称', '张某'],
  称谓: ['自然人为“您”，单位为“贵单位”', '您'],
  申请方式: ['网上申请、信函、当面提交等', '网上申请'],
  答复期限: ['按条例计算的最后一天', '2026年11月30日'],
  补正事项: ['需要补正什么', '请明确所需信息的年度和文号。'],
  补正期限: ['补正的最后一天', '2026年12月14日'],
  说明期限: ['说明理由的最后一天', '2026年12月14日'],
  延迟期限: ['延迟答复的最后一天', '2027年1月15日'],
  理由: ['办理时填写的理由；没有填写的为空', '所涉信息数量较大，需要逐件核实。'],
  征求对象: ['第三方或者机关的名称', '某某公司'],
  征求类别: ['征求谁的意见，只写类别，不写名称', '第三方'],
  反馈期限: ['条例规定的反馈期限', '15个工作日'],
  计费说明: ['依据、标准和计算的经过', '共150页，按量计收，计1700元'],
  金额: ['应缴的金额', '1700元'],
  缴费期限: ['缴费的最后一天', '2026年12月26日'],
  缴纳方式: ['在设置中填写的缴纳方式', '凭缴款码到代收银行缴纳'],
  拆分情况: ['拆分后各件的编号和内容，一件一行', '2026-0012：甲事项\n2026-0013：乙事项'],
  转办机关: ['转由哪个部门办理', '区住建局'],
  办理结果: ['办理结果的名称', '部分公开'],
  依据: ['“根据……的规定，”；没有条文依据的为空', '根据《中华人民共和国政府信息公开条例》第三十七条的规定，'],
  答复内容: ['起草的答复内容', '公开其中一般公共预算部分，见附件。'],
  答复理由: ['起草的理由和依据；没有填写的为空', '其余部分涉及第三方商业秘密，第三方不同意公开。'],
  救济途径: ['行政复议和行政诉讼，按办理结果写明', '如对本答复不服，可以申请行政复议或者提起行政诉讼。'],
  告知内容: ['决定公开的内容和理由', '决定公开该合同的金额和期限，理由是涉及公共利益。'],
} as const satisfies Record<string, readonly [hint: string, sample: string]>;

export type PlaceholderName = keyof typeof all;

export const placeholderOf = (name: PlaceholderName): Placeholder => ({
  name,
  hint: all[name][0],
  sample: all[name][1],
});

/** What a template is filled with. */
export type Values = Partial<Record<PlaceholderName, string>>;

/** In every notice. */
export const COMMON: readonly PlaceholderName[] = [
  '申请编号',
  '收到日期',
  '申请内容',
  '承办机关',
  '文书日期',
];
/** In notices to the applicant: whoever else is written to does not learn who asks. */
export const OF_APPLICANT: readonly PlaceholderName[] = ['申请人', '称谓'];
