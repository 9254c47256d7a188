/** What stands beside an answer in the making: shared by server and panel. */

/** Something public that may answer a request. */
export type PublicFound = {
  documentId: string;
  title: string;
  docNo: string | null;
  departmentName: string;
  /** `YYYY-MM-DD` of Shanghai */
  publishedOn: string;
  /** where the public reads it */
  address: string;
};

/** An earlier answer to a similar request, to be taken over. */
export type EarlierAnswer = {
  id: string;
  number: string | null;
  title: string;
  ownerName: string;
  answeredOn: string;
  outcome: string;
  outcomeLabel: string;
  text: string;
  reasons: string;
  publications: string[];
  likeness: string;
};

export type Beside = {
  found: PublicFound[];
  earlier: EarlierAnswer[];
  /** what the answer names already; not `live`: it is not public any more */
  named: (PublicFound & { isLive: boolean })[];
};

/** An answer as a form is filled with. */
export type Draft = { outcome: string; text: string; reasons: string; publications: string[] };

const sentenceOf = (
  { title, docNo, departmentName, publishedOn, address }: PublicFound,
  place: number,
): string =>
  `${place}. 《${title}》${docNo ? `（${docNo}）` : ''}，${departmentName}于${publishedOn}公开，网址：${address}`;

/**
 * The answer that points to what is public: 告知获取该政府信息的方式、途径 (条例第三十六条第一项). Pure.
 *
 * @param before what has been drafted already; it is kept
 */
export const answerWithPublic = (chosen: readonly PublicFound[], before = ''): Draft => ({
  outcome: 'granted',
  text: [
    ...(before ? [before] : []),
    '您申请的政府信息已经主动公开，您可以通过以下途径获取：',
    ...chosen.map((found, index) => sentenceOf(found, index + 1)),
    '以上信息可以在网上直接查阅、下载；不便上网的，可以到本机关政府信息公开查阅场所查阅。',
  ].join('\n'),
  reasons: '',
  publications: chosen.map(({ documentId }) => documentId),
});

/** The answer to somebody who asks again for what she has been answered (条例第三十六条第六项). Pure. */
export const answerToRepeat = ({ number, answeredOn }: { number: string; answeredOn: string }): Draft => ({
  outcome: 'notProcessed.repeat',
  text: `您就相同的政府信息提出的申请（申请编号：${number}），本机关已于${answeredOn}作出答复。本次申请与该申请内容相同，不予重复处理。`,
  reasons: `《中华人民共和国政府信息公开条例》第三十六条第（六）项：行政机关已就申请人提出的政府信息公开申请作出答复、申请人重复申请公开相同政府信息的，告知申请人不予重复处理。上一次答复的申请编号：${number}。`,
  publications: [],
});
