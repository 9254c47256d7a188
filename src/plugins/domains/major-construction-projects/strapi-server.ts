import { defineDomain } from '../../disclosure/server/domain/define-domain';
import { majorConstructionProjects } from './domain';

export default defineDomain(majorConstructionProjects);
