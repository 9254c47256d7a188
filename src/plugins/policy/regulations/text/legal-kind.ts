/**
 * Whether a text is an 行政法规 or a 部门规章, by the lines of its head: 行政法规 are made public by the State Council's order
 * (行政法规制定程序条例 第二十七条), or with its approval. Pure.
 */
export const legalKindOf = (history: readonly string[]): 'administrative-regulation' | 'department-rule' =>
  history.some((line) => line.includes('国务院')) ? 'administrative-regulation' : 'department-rule';
