import { type DocumentNode, getOperationAST, Kind } from 'graphql';

/** Whether the document's operation, or any where none is named, is a mutation. */
export function isMutation(document: DocumentNode, operationName?: string | null): boolean {
  const operation = getOperationAST(document, operationName);
  if (operation) return operation.operation === 'mutation';
  return document.definitions.some(
    (node) => node.kind === Kind.OPERATION_DEFINITION && node.operation === 'mutation',
  );
}
