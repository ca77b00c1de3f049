import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { projectPath } from '#config';

type Part = Record<string, unknown>;

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null && !Array.isArray(value);
/** What a code is called is a name: where it stands is said by those who use it. */
const isName = (part: Part) => Object.keys(part).every((key) => key === 'code' || key === 'label');

/** The data that people read, choose from or are held to. The demonstration directory is invented, and says so. */
const files = readdirSync(projectPath('libs'))
  .filter((room) => room !== 'demonstration')
  .flatMap((room) => {
    const entries = readdirSync(projectPath('libs', room), { withFileTypes: true });
    if (!entries.some((entry) => entry.isDirectory() && entry.name === 'data')) return [];
    return readdirSync(projectPath('libs', room, 'data'))
      .filter((name) => name.endsWith('.json'))
      .map((name) => [`${room}/${name}`, JSON.parse(readFileSync(projectPath('libs', room, 'data', name), 'utf8'))]);
  }) as [string, Part][];

/** The whole file where it says its source once, and else each of its rows and lists. */
const partsOf = (data: Part): Part[] =>
  'source' in data
    ? [data]
    : Object.values(data)
        .flatMap((value) => (Array.isArray(value) ? value : [value]))
        .filter(isPart)
        .filter((part) => !isName(part));

const sourceOf = ({ source }: Part): string => String((isPart(source) ? source.title : source) ?? '');
const isDay = (value: unknown) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

describe('the facts that people read', () => {
  it('are found', () => {
    expect(files.length).toBeGreaterThan(40);
    for (const [file, data] of files) expect([file, partsOf(data).length]).not.toEqual([file, 0]);
  });

  it.each(files)('say where they come from, and since when they hold: %s', (_, data) => {
    expect(data.edition ?? data.id).toEqual(expect.any(String));
    for (const part of partsOf(data)) {
      expect({ part, source: sourceOf(part).length > 5 }).toEqual({ part, source: true });
      expect({ part, dated: isDay(part.validFrom ?? data.validFrom) }).toEqual({ part, dated: true });
    }
  });

  it.each(files)('do not call checked what is our own choice: %s', (_, data) => {
    const boast = partsOf(data).filter((part) => part.sourced === true && /Benchside|editorial/.test(sourceOf(part)));
    expect(boast).toEqual([]);
  });
});
