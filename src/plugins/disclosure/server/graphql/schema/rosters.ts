/** Rosters and their rows. */
export const ROSTER_SCHEMA = `
"名单的一列；kind:text 文字、amount 金额、date 日期、person-name 姓名、identity-number 身份证号、bank-card 银行卡号、phone 电话、address 住址、village 村（社区）"
type RosterColumn {
  key: String!
  label: String!
  kind: String!
  "可以按它筛选和排序"
  sortable: Boolean!
}

"名单（台账），已按列遮盖个人信息"
type Roster {
  id: ID!
  columns: [RosterColumn!]!
  rowCount: Int!
  sha256: String!
  url: String!
}

type RosterPageMeta {
  columns: [RosterColumn!]!
  rowCount: Int!
  nextCursor: String
  "符合条件的行数；仅在 count: true 时给出"
  total: Int
}

type RosterPage {
  "每行是以列的 key 为名的对象"
  data: [JSON!]!
  meta: RosterPageMeta!
}
`;
