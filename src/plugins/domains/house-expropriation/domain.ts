import { standardDomain } from '../../disclosure/server/domain/standard-domain';
import catalogue from './catalogue.json';

/** 国有土地上房屋征收与补偿: 国有土地上房屋征收与补偿领域基层政务公开标准目录(建办厅〔2019〕71号). */
export const domain = standardDomain({
  catalogue,
  // 条例第二十条: (十五)其他(第二十一条: 房屋征收)
  columns: ['statutory-15'],
});
