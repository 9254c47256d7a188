import { BASE_SCHEMA } from './base';
import { CATALOGUE_SCHEMA } from './catalogue';
import { COVERAGE_SCHEMA } from './coverage';
import { OFFICE_SCHEMA } from './office';
import { ROSTER_SCHEMA } from './rosters';
import { SEARCH_SCHEMA } from './search';

/** The schema of the engine: what holds for every domain. */
export const ENGINE_SCHEMA = [
  BASE_SCHEMA,
  CATALOGUE_SCHEMA,
  COVERAGE_SCHEMA,
  ROSTER_SCHEMA,
  SEARCH_SCHEMA,
  OFFICE_SCHEMA,
].join('\n');
