import { VERB_TABLE, WORKFLOW_VERBS, type WorkflowVerb } from '../../verbs';
import { describe } from './fields';

/** What a verb needs beyond what all of them take. */
const OWN_ARGS: Partial<Record<WorkflowVerb, string>> = {
  transfer: '\n    "接收的部门的代码"\n    department: String',
  submit: '\n    "发现个人信息而依法必须公开时的理由，由另一位审核人员确认"\n    personalDataReason: String',
  approve: '\n    "已逐条核对提交时说明理由的个人信息"\n    confirmPersonalData: Boolean',
  restore:
    '\n    "公开版本的编号"\n    edition: Int\n    "工作稿的版本；与 edition 二选一"\n    draftVersion: Int',
  schedule: '\n    "发布时间，如 2026-12-01T09:00:00+08:00"\n    publishAt: String',
  withdraw: '\n    "替代信息的 documentId"\n    successor: ID',
};

export const mutationOfVerb = (verb: WorkflowVerb): string => `${verb}Document`;

/** A mutation for each verb of the transition table, for documents of every type. */
export const verbSchema = (): string => `
type Mutation {
${WORKFLOW_VERBS.map(verbField).join('\n')}
  ${describe('遮盖找到的身份证号、银行卡号；phones 为 true 时也遮盖手机号码')}
  maskPersonalData(
    "如 <领域>.record"
    type: String!
    documentId: ID!
    "所依据的版本；已被他人修改时返回 STALE_VERSION"
    expectedVersion: Int
    phones: Boolean
  ): DocumentState
}
`;

function verbField(verb: WorkflowVerb): string {
  const { label, reason } = VERB_TABLE[verb];
  const note = reason === 'required' ? ';须填写理由' : '';
  return `  ${describe(`${label}${note}`)}
  ${mutationOfVerb(verb)}(
    "如 <领域>.record"
    type: String!
    documentId: ID!
    "所依据的版本；已被他人修改时返回 STALE_VERSION"
    expectedVersion: Int
    comment: String
    reason: String${OWN_ARGS[verb] ?? ''}
  ): DocumentState`;
}
