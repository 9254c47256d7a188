import { defineDomain } from '../disclosure/server/domain/define-domain';
import { domain } from './domain';

export default defineDomain(domain);
