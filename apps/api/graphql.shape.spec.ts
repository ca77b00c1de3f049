import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { shapeOf } from './graphql.shape.js';

const shape = (text: string) => shapeOf(parse(text));

describe('the shape of a document', () => {
  it('has as many levels as fields lie inside one another', () => {
    expect(shape('{ a }').depth).toBe(1);
    expect(shape('{ a { b { c } } d }').depth).toBe(3);
    expect(shape('{ a { ... on B { b { ... { c } } } } }').depth).toBe(3);
  });

  it('counts a fragment wherever it is spread, at the depth where that is', () => {
    const text = '{ a { ...f } b { c { ...f } } } fragment f on F { x: d @skip(if: true) { e } }';
    expect(shape(text)).toEqual({ depth: 4, fields: 7, aliases: 2, directives: 2 });
  });

  it('counts directives on spreads and inline fragments', () => {
    expect(shape('{ ...f @skip(if: true) ... @include(if: true) { a } } fragment f on F { b }').directives).toBe(2);
  });

  it('adds the operations of a document up', () => {
    expect(shape('query A { a { b } } query B { x: c }')).toEqual({ depth: 2, fields: 3, aliases: 1, directives: 0 });
  });

  it('does not count how deep the schema is described', () => {
    expect(shape('{ __schema { types { fields { args { type { ofType { name } } } } } } }').depth).toBe(1);
  });

  it('unfolds a thousand doublings at once', () => {
    const doublings = Array.from({ length: 1_000 }, (_, i) => `fragment f${i} on Q { ...f${i + 1} ...f${i + 1} }`);
    const { fields } = shape(`{ ...f0 } ${doublings.join(' ')} fragment f1000 on Q { a }`);
    expect(fields).toBe(2 ** 1_000);
  });

  it('ends at fragments that spread themselves', () => {
    expect(shape('{ ...a } fragment a on Q { x ...b } fragment b on Q { y ...a }').fields).toBe(2);
  });
});
