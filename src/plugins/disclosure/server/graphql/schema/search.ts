import { FILTERS, PUBLICATION_FIELDS } from './publication-fields';

/** The schema of the search. */
export const SEARCH_SCHEMA = `
enum SearchSort {
  "最相关的在前"
  relevance
  "最新发布的在前"
  newest
}

"检索到的一条公开信息"
type SearchHit implements Publication {${PUBLICATION_FIELDS}
  highlight: SearchHighlight!
  "没有文字的附件(扫描件、有密码的文件等)的文件名"
  attachmentsWithoutText: [String!]!
}

"HTML,已转义,检索词在 <mark> 中"
type SearchHighlight {
  title: String!
  "至多三段"
  passages: [SearchPassage!]!
}

type SearchPassage {
  text: String!
  "body 正文,attachment 附件"
  source: String!
  "附件的文件名"
  file: String
}

type SearchPage {
  data: [SearchHit!]!
  meta: SearchMeta!
}

type SearchMeta {
  nextCursor: String
  total: Int!
  "实际比 total 更多"
  totalIsAtLeast: Boolean!
  "仅在 facets: true 时给出"
  facets: SearchFacets
  "可能要找的是"
  didYouMean: String
  "没有找到、或没有完全找到时的说明"
  help: String
}

type SearchFacets {
  domain: [SearchFacetValue!]!
  department: [SearchFacetValue!]!
  kind: [SearchFacetValue!]!
  theme: [SearchFacetValue!]!
  "发布的年份"
  year: [SearchFacetValue!]!
  validity: [SearchFacetValue!]!
}

type SearchFacetValue {
  value: String!
  label: String!
  count: Int!
}

"输入时的建议"
type SearchSuggestion {
  "title 标题、number 文号、department 部门、domain 领域"
  kind: String!
  text: String!
  documentId: ID
  code: String
}

extend type Query {
  search(
    q: String!
    domain: String
    column: String${FILTERS}
    "不填为 relevance"
    sort: SearchSort
    "每页条数，1至100，不填为20"
    limit: Int
    "上一页 meta.nextCursor 的值"
    cursor: String
    "总数总是给出"
    count: Boolean
    "为 true 时在 meta.facets 中给出各方面的条数"
    facets: Boolean
  ): SearchPage
  searchSuggestions(q: String!, limit: Int): [SearchSuggestion!]
}
`;
