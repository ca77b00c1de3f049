import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';

/** What of a document can be told without its variables, with every fragment counted wherever it is spread. */
export interface Shape {
  /** Levels of fields, one inside the other. */
  depth: number;
  fields: number;
  aliases: number;
  directives: number;
}

const empty: Shape = { depth: 0, fields: 0, aliases: 0, directives: 0 };

const sum = (a: Shape, b: Shape): Shape => ({
  depth: Math.max(a.depth, b.depth),
  fields: a.fields + b.fields,
  aliases: a.aliases + b.aliases,
  directives: a.directives + b.directives,
});

/**
 * Measures all operations of a document together. Each fragment is looked into once, however often it is spread: twenty
 * fragments that spread the next one twice would otherwise be walked a million times.
 */
export const shapeOf = (document: DocumentNode): Shape => {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const measured = new Map<string, Shape>();

  const ofFragment = (name: string): Shape => {
    const known = measured.get(name);
    if (known) return known;
    // Validation has refused fragments that spread themselves; here they would count as nothing.
    measured.set(name, empty);
    const fragment = fragments.get(name);
    const shape = fragment ? ofSelections(fragment.selectionSet) : empty;
    measured.set(name, shape);
    return shape;
  };

  const ofSelections = ({ selections }: SelectionSetNode): Shape => {
    let shape = empty;
    for (const selection of selections) {
      const own = { ...empty, directives: selection.directives?.length ?? 0 };
      shape = sum(shape, own);
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        shape = sum(shape, ofFragment(selection.name.value));
        continue;
      }
      const inner = selection.selectionSet ? ofSelections(selection.selectionSet) : empty;
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        shape = sum(shape, inner);
        continue;
      }
      // What describes the schema is as deep as it is: graphql-js has its own limit for that.
      const describes = selection.name.value === '__schema' || selection.name.value === '__type';
      shape = sum(shape, {
        depth: 1 + (describes ? 0 : inner.depth),
        fields: 1 + inner.fields,
        aliases: inner.aliases + (selection.alias ? 1 : 0),
        directives: inner.directives,
      });
    }
    return shape;
  };

  return document.definitions.reduce(
    (shape, definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? sum(shape, ofSelections(definition.selectionSet)) : shape,
    empty,
  );
};
