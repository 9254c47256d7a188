/** What the back office reads and every write answers: the audit log, and how a document stands. */
export const OFFICE_SCHEMA = `
type AuditPage {
  data: [AuditEntry!]!
  meta: PageMeta!
}

"审计记录"
type AuditEntry {
  seq: Float!
  at: Instant!
  verb: String!
  outcome: String!
  code: String
  actor: JSON
  type: String
  documentId: ID
  owner: String
  version: Int
  editionNo: Int
  reason: String
  details: JSON
  previousHash: String!
  hash: String!
}

type Issue {
  field: String!
  message: String!
}

type DueDate {
  dueOn: Day
  provisional: Boolean!
  steps: [DueStep!]!
}

type DueStep {
  rule: String!
  article: String
  from: String
  startOn: Day
  dueOn: Day
  chosen: Boolean!
  daysOff: [String!]!
}

"一个操作：能否办理，不能办理时是什么原因"
type VerbButton {
  verb: String!
  label: String!
  allowed: Boolean!
  why: String
  "能办，但要先补齐内容"
  mendable: Boolean!
  "能办，但要等随它一起公开的信息"
  waits: Boolean!
  reason: String!
}

type HistoryEntry {
  at: Instant!
  verb: String!
  label: String!
  outcome: String!
  by: String
  department: String
  reason: String
}

"在正文、表格或附件里找到的个人信息；level 为 sure 的不能直接公开"
type Finding {
  field: String!
  label: String!
  kind: String!
  kindName: String!
  level: String!
  masked: String!
  context: String!
  position: TextRange
  file: String
  place: String
}

type TextRange {
  start: Int!
  end: Int!
}

"依法须公开个人信息的理由，和另一人的确认"
type Override {
  reason: String!
  by: String!
  at: Instant!
  confirmedBy: String
  confirmedAt: Instant
}

"一件信息的办理情况"
type Schedule {
  publishAt: String!
  failure: String
}

type Workflow {
  documentId: ID!
  uid: String!
  title: String
  state: String!
  stateName: String!
  live: Boolean!
  version: Int!
  owner: String
  ownerName: String
  indexNo: String
  reviewComment: String
  "公示截止日期"
  takeDownOn: Day
  "定时发布；failure 是到时未能发布的原因"
  schedule: Schedule
  due: DueDate!
  issues: [Issue!]!
  "找到的个人信息，只有遮盖后的样子"
  findings: [Finding!]!
  personalDataOverride: Override
  buttons: [VerbButton!]!
  history: [HistoryEntry!]!
  editions: [Edition!]!
  publicUrl: String
}

"写入之后的情况；删除之后只有 documentId"
type DocumentState {
  documentId: ID!
  state: String
  version: Int
  owner: String
  title: String
  catalogueItem: String
  indexNo: String
  dueOn: Day
}
`;
