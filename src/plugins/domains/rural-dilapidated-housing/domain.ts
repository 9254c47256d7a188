import { standardDomain } from '../../disclosure/server/domain/standard-domain';
import catalogue from './catalogue.json';

/** 农村危房改造: 农村危房改造领域基层政务公开标准目录(建办厅〔2019〕71号). */
export const domain = standardDomain({
  catalogue,
  // 条例第二十条: (十一)社会保障
  columns: ['statutory-11'],
});
