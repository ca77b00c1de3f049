import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLResolveInfo,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';

const known = new WeakMap<OperationDefinitionNode, Set<string>>();

/**
 * The names of all fields that an operation asks for anywhere, so that a list loads a relation in one statement
 * and only when somebody reads it. A name used at two places counts for both: that loads more, never less.
 */
export const selectedFields = (info: GraphQLResolveInfo): Set<string> => {
  let names = known.get(info.operation);
  if (!names) {
    names = new Set();
    collect(info.operation.selectionSet, info.fragments, names, new Set());
    known.set(info.operation, names);
  }
  return names;
};

const collect = (
  set: SelectionSetNode,
  fragments: Record<string, FragmentDefinitionNode>,
  names: Set<string>,
  visited: Set<string>,
) => {
  for (const selection of set.selections) {
    if (selection.kind === 'FragmentSpread') {
      const fragment = fragments[selection.name.value];
      if (!fragment || visited.has(selection.name.value)) continue;
      visited.add(selection.name.value);
      collect(fragment.selectionSet, fragments, names, visited);
      continue;
    }
    if (selection.kind === 'Field') names.add((selection as FieldNode).name.value);
    if (selection.selectionSet) collect(selection.selectionSet, fragments, names, visited);
  }
};
