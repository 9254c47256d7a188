const REGULATION = `
  id: ID!
  "简称，如 政府信息公开条例"
  name: String!
  title: String!
  "最新版本的公布令，如 国务院令第711号"
  docNo: String
  "最新版本的日期"
  latestOn: Day!
  "最新版本自哪一天起施行"
  inForceFrom: Day!
  url: String!
`;

export const LIST_TYPES = `
"行政法规、规章的官方文本，最近有新版本的在前"
type PolicyRegulationPage {
  data: [PolicyRegulation!]!
  meta: PolicyRegulationPageMeta!
}

type PolicyRegulationPageMeta {
  nextCursor: String
}

type PolicyRegulation {${REGULATION}
  "版本数"
  versions: Int!
}
`;

export const REGULATION_TYPES = `
"一部法规：它的各个版本，和某一天施行的那个版本的条文"
type PolicyRegulationDetail {${REGULATION}
  "所问的那一天"
  on: Day!
  "那一天施行的版本；尚未施行的为空"
  inForce: Day
  versions: [PolicyRegulationVersion!]!
  articles: [PolicyRegulationArticle!]!
}

type PolicyRegulationVersion {
  versionOn: Day!
  title: String!
  docNo: String
  "公布和历次修订"
  history: [String!]!
  "文件头写明的施行日期（修订的可能是首次施行的日期）"
  effectiveOn: Day
  inForceFrom: Day!
  "false:文件头没有写明本版本的施行日期，按版本日期计，待核实"
  inForceFromStated: Boolean!
  isInForce: Boolean!
  articleCount: Int!
  sha256: String!
}

type PolicyRegulationArticle {
  "如 第三十三条；没有条文编号的段落为空"
  label: String
  number: Int
  chapter: String
  "节"
  section: String
  text: String!
}
`;

export const COMPARISON_TYPES = `
"两个版本逐条对照"
type PolicyRegulationComparison {
  id: ID!
  name: String!
  title: String!
  from: Day!
  to: Day!
  counts: PolicyRegulationComparisonCounts!
  articles: [PolicyRegulationComparisonArticle!]!
}

type PolicyRegulationComparisonCounts {
  same: Int!
  renumbered: Int!
  changed: Int!
  added: Int!
  removed: Int!
}

type PolicyRegulationComparisonArticle {
  "same 不变、renumbered 只是条号变了、changed 修改、added 增加、removed 删除"
  kind: String!
  "原条号"
  from: String
  "新条号"
  to: String
  chapter: String
  parts: [PolicyRegulationComparisonPart!]!
}

type PolicyRegulationComparisonPart {
  "same、added、removed"
  kind: String!
  text: String!
}
`;
