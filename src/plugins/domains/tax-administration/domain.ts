import { standardDomain } from '../../disclosure/server/domain/standard-domain';
import catalogue from './catalogue.json';

/** 税收管理: 税收管理领域基层政务公开标准指引(税总办发〔2019〕65号). */
export const domain = standardDomain({
  catalogue,
  // 条例第二十条: (五)行政许可、(十五)其他(税收征收管理)
  columns: ['statutory-05', 'statutory-15'],
});
