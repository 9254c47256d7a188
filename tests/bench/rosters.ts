import { performance } from 'node:perf_hooks';
import type { Core } from '@strapi/strapi';
import { buildRoster } from '../../src/plugins/disclosure/server/rosters/build';
import { walkRows } from '../../src/plugins/disclosure/server/rosters/list-rows';
import { planColumns } from '../../src/plugins/disclosure/server/rosters/plan';
import { readRows, type SourceRow } from '../../src/plugins/disclosure/server/rosters/read-rows';
import { openTable } from '../../src/plugins/disclosure/server/tabular/open-table';
