import { standardDomain } from '../../disclosure/server/domain/standard-domain';
import catalogue from './catalogue.json';

/** 生态环境: 生态环境领域基层政务公开标准指引(环办厅函〔2019〕672号). */
export const domain = standardDomain({
  catalogue,
  // 条例第二十条: (五)行政许可、(六)行政处罚和行政强制、(十三)环境保护的监督检查
  columns: ['statutory-05', 'statutory-06', 'statutory-13'],
});
