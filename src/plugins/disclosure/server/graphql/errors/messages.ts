/** Sentences of graphql-js that callers meet, in Chinese; groups are the names in them. */
const TRANSLATIONS: readonly [RegExp, string][] = [
  [/^Cannot query field "(.+?)" on type "(.+?)"\..*/s, '“$2”没有字段“$1”'],
  [/^Unknown argument "(.+?)" on field "(.+?)"\..*/s, '“$2”没有参数“$1”'],
  [/^Field "(.+?)" is not defined by type "(.+?)"\..*/s, '不认识或不能填写的字段：$1（$2）'],
  [/^Field "(.+?)" argument "(.+?)" of type "(.+?)" is required.*/s, '“$1”须填写参数“$2”（$3）'],
  [/^Field "(.+?)" of required type "(.+?)" was not provided\.$/, '须填写“$1”（$2）'],
  [
    /^Field "(.+?)" of type "(.+?)" must have a selection of subfields\..*/s,
    '字段“$1”须写明要取它的哪些字段',
  ],
  [/^Variable "(.+?)" of required type "(.+?)" was not provided\.$/, '没有给出变量“$1”（$2）'],
  [
    /^Variable "(.+?)" got invalid value .*?Field "(.+?)" is not defined by type "(.+?)"\..*/s,
    '不认识或不能填写的字段：$2（$3）',
  ],
  [/^Variable "([^"]+)" is not defined.*/s, '没有声明变量“$1”'],
  [/^Variable "(.+?)" got invalid value (.*?); (.+)$/s, '变量“$1”的值有误：$3'],
  [/^Value "(.+?)" does not exist in "(.+?)" enum\..*/s, '“$2”没有“$1”这个值'],
  [
    /^Syntax Error: Document contains more that (\d+) tokens\. Parsing aborted\.$/,
    '查询语句过长（超过$1个词），长文字请放在 variables 中',
  ],
  [/^Syntax Error: (.+)$/s, '查询语句有语法错误：$1'],
  [/^.*Validation aborted\.$/s, '查询语句过于复杂'],
  [
    /^This operation has been blocked as a potential Cross-Site Request Forgery.*/s,
    '请用请求头 content-type: application/json',
  ],
  [/^POST body missing.*/s, '请求正文须为 JSON，如 {"query": "{ domains { name } }"}'],
  [/^GraphQL operations must contain a non-empty `query`.*/s, '请填写 query'],
  [/^GET requests only support query operations.*/s, '写入须用 POST'],
  [/^Operation batching disabled\.$/, '不支持成批查询，请逐个发送'],
  [/^Unknown operation named "(.+?)"\.$/, '没有名为“$1”的操作'],
  [/^Must provide operation name.*/s, '有几个操作时，请用 operationName 指明其中一个'],
];

const IN_CHINESE = /^\p{Script=Han}/u;
/** Client libraries compare it word for word. */
const TO_CLIENTS = 'PersistedQueryNotSupported';

/** The message of a document or a request that is wrong, in Chinese; what is not known stays as it is. */
export function translate(message: string): string {
  if (IN_CHINESE.test(message) || message === TO_CLIENTS) return message;
  const found = TRANSLATIONS.find(([pattern]) => pattern.test(message));
  return `请求有误：${found ? message.replace(found[0], found[1]) : message}`;
}
