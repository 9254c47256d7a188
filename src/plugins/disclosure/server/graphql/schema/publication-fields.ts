/** The fields that a publication of every type has, as REST answers them; own ones come after. */
export const PUBLICATION_FIELDS = `
  documentId: ID!
  "类型,如 plugin::<领域>.record"
  type: String!
  domain: String!
  "标准目录事项代码,如 D05-03"
  catalogueItem: String
  kind: String!
  "责任部门代码"
  owner: String!
  ownerName: String!
  "索引号"
  indexNo: String!
  "文号"
  docNo: String
  title: String!
  abstract: String
  "成文日期"
  formedOn: Day
  publishedAt: Instant!
  "所在栏目的代码"
  columns: [String!]!
  url: String!
  theme: String
  genre: String
  "有效性;过了 validUntil 的是“失效”"
  validity: String
  validUntil: Day
  "所属对象(如所属项目)的 documentId"
  subjectId: ID
  facet: String
  item: String
  "正文,HTML"
  body: String
  attachments: [File!]
  "名单;各行请查询 roster(documentId:)"
  roster: Roster
  "公文排版的下载文件;没有正文和自有字段的为空"
  copies: Copies
  editionNo: Int
  firstPublishedAt: Instant
  "公开期限"
  dueOn: Day
  keywords: String
  "公开对象"
  audience: String
  "公开层级"
  level: String
  "公开方式"
  disclosureMode: String
  "决定类型:行政许可 licence、行政处罚 penalty、行政强制 coercion"
  decisionType: String
  decidedOn: Day
  "该类型自有的字段"
  attributes: JSON
  "责任部门"
  department: Department
  domainInfo: Domain
  catalogueItemInfo: CatalogueItem
  columnsInfo: [Column!]!
  "所属对象,如所属项目"
  subject: Publication
  "属于本信息的信息(如项目的各类信息),最新的在前,至多10条;更多请查询 publications(subject:)"
  parts(limit: Int = 5): [Publication!]!
`;

/** Names of the fields above. */
export const PUBLICATION_FIELD_NAMES: ReadonlySet<string> = new Set(
  [...PUBLICATION_FIELDS.matchAll(/^ {2}(\w+)[(:]/gm)].map((match) => String(match[1])),
);

const FILTERS = `
    catalogueItem: String
    department: String
    kind: String
    theme: String
    genre: String
    validity: String
    indexNo: String
    docNo: String
    subject: ID
    "发布日期,自(含)"
    from: Day
    "发布日期,至(含)"
    to: Day`;

const PAGE = `
    sort: PublicationSort
    "每页条数,1至100,不填为20"
    limit: Int
    "上一页 meta.nextCursor 的值"
    cursor: String
    "为 true 时在 meta.total 中给出总数"
    count: Boolean`;

/** Arguments of a list of all domains. */
export const PUBLICATION_ARGS = `
    domain: String
    column: String${FILTERS}${PAGE}`;

/** Arguments of the list of one type. */
export const TYPE_ARGS = `${FILTERS}${PAGE}`;
