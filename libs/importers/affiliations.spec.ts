import { describe, expect, it } from '@jest/globals';
import { countryOf, readAffiliation } from './affiliations.js';

describe('where somebody works', () => {
  it.each([
    ['Gazi University', [], { organisation: 'Gazi University' }],
    [
      'Assiut university- Assistant professor',
      ['Assiut University'],
      { organisation: 'Assiut University', jobTitle: 'Assistant professor' },
    ],
    ['Department of Surgery, Vale Road Hospital', [], { organisation: 'Vale Road Hospital' }],
    [
      'Faculty of Odontology, University Complutense, Madrid, Spain',
      [],
      { organisation: 'University Complutense, Madrid, Spain', country: 'ES' },
    ],
    ['Marinus Pharmaceuticals, Inc.', ['Marinus Pharmaceuticals'], { organisation: 'Marinus Pharmaceuticals' }],
    [
      'Fondazione Don Carlo Gnocchi',
      ['Fondazione Don Carlo Gnocchi Onlus'],
      { organisation: 'Fondazione Don Carlo Gnocchi Onlus' },
    ],
    ['Stemedica Cell Technologies, Inc.', [], { organisation: 'Stemedica Cell Technologies, Inc.' }],
    ['Merck Serono S.A., Geneva', [], { organisation: 'Merck Serono S.A., Geneva' }],
    ['University of California, San Francisco', [], { organisation: 'University of California, San Francisco' }],
    [
      'Lecturer in the department of oral Medicine, Cairo University',
      [],
      { organisation: 'Cairo University', jobTitle: 'Lecturer in the department of oral Medicine' },
    ],
    [
      'Joint Clinical Research Centre, Kampala, Uganda',
      [],
      { organisation: 'Joint Clinical Research Centre, Kampala, Uganda', country: 'UG' },
    ],
    ['Chairman Department of Surgery', [], { jobTitle: 'Chairman Department of Surgery' }],
    [
      'Medicine Invention Design, Inc. (MIDI) - IORG0007849',
      [],
      { organisation: 'Medicine Invention Design, Inc. (MIDI)' },
    ],
    ['IORG0007849', [], {}],
    ['Retired', [], {}],
    ['Investigator', [], {}],
    ['clinical pathology', [], {}],
    ['', [], {}],
    ['  ,; - ', [], {}],
  ])('%s', (registered, sponsors, read) => {
    expect(readAffiliation(registered, sponsors)).toEqual(read);
  });

  it('does not take part of a word for a sponsor', () => {
    expect(readAffiliation('Valerian University', ['Vale'])).toEqual({ organisation: 'Valerian University' });
  });

  it.each([
    ['United Kingdom', 'GB'],
    ['Korea, Republic of', 'KR'],
    ['Türkiye', 'TR'],
    ['Turkey', 'TR'],
    ['Czechia', 'CZ'],
    ['Atlantis', undefined],
    ['Toronto', undefined],
  ])('%s is the country %s', (name, code) => {
    expect(countryOf(name)).toBe(code);
  });
});
