import type { StrapiApp } from '@strapi/strapi/admin';
import { BulkAction } from '../bulk/BulkAction';
import { HistorySidePanel, StatusSidePanel, WorkflowSidePanel } from '../desk/panels';
import { ListMark } from '../list/ListMark';
import { namingWhatIsDeleted } from '../workflow/delete-action';
import { exceptDisclosure } from './except-disclosure';

/** The content manager's extension points, as far as they are used here. */
type Describing = ((props: never) => unknown) & { type?: string; position?: unknown };
type Extend = (change: (before: Describing[]) => Describing[]) => void;
type ContentManagerApis = { addDocumentAction: Extend; addEditViewSidePanel: Extend; addBulkAction: Extend };

/** Strapi's own ways to write, which know nothing of review. */
const REPLACED = new Set(['publish', 'update', 'unpublish', 'discard']);
/** Forms and lists follow the manifests at every start; what one changes by hand would be lost. */
const REMOVED = new Set(['configure-the-view', 'edit-the-model']);

const guard = (component: Describing): Describing =>
  exceptDisclosure(component as never) as unknown as Describing;

/** Puts the verbs and the desk in the place of Strapi's publish buttons, for disclosure types. */
export function extendContentManager(app: Pick<StrapiApp, 'getPlugin'>): void {
  const contentManager = app.getPlugin('content-manager');
  const apis = contentManager.apis as unknown as ContentManagerApis;
  apis.addDocumentAction((actions) =>
    actions
      .filter(({ type }) => !REMOVED.has(type ?? ''))
      .map((action) => {
        if (action.type === 'delete') return namingWhatIsDeleted(action as never) as unknown as Describing;
        return REPLACED.has(action.type ?? '') ? guard(action) : action;
      }),
  );
  apis.addEditViewSidePanel((panels) => [
    WorkflowSidePanel as Describing,
    StatusSidePanel as Describing,
    HistorySidePanel as Describing,
    // Strapi's other panel advertises a preview that is not set up
    ...panels.filter(({ type }) => type === 'actions').map(guard),
  ]);
  apis.addBulkAction((actions) => [BulkAction as unknown as Describing, ...actions.map(guard)]);
  contentManager.injectComponent('listView', 'actions', {
    name: 'disclosure-list-mark',
    Component: ListMark,
  });
}
