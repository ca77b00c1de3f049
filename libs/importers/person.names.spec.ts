import { describe, expect, it } from '@jest/globals';
import { readPersonName } from './person.names.js';

describe('a person’s name in a register', () => {
  it.each([
    ['Ana Maria Arbelaez, MD', 'Ana Maria', 'Arbelaez', { profession: 'doctor' }],
    ['Marisol Tennant-Okoye, MBChB, PhD', 'Marisol', 'Tennant-Okoye', { profession: 'doctor' }],
    ['Ingrid SOLBERG HAUGEN, M.D', 'Ingrid', 'SOLBERG HAUGEN', { profession: 'doctor' }],
    ['Nilgün YILMAZ DEMİRCİ, Assoc. Prof.', 'Nilgün', 'YILMAZ DEMİRCİ', { jobTitle: 'Associate Professor' }],
    ['Winette van der Graaf', 'Winette', 'van der Graaf', {}],
    ['Melissa A St. Hilaire, PhD', 'Melissa A', 'St. Hilaire', {}],
    ['Michael O. Sweeney', 'Michael O.', 'Sweeney', {}],
    ['Katell LE DÛ, MD', 'Katell', 'LE DÛ', { profession: 'doctor' }],
    ['Dr. Yasar Shah, Ph.D.', 'Yasar', 'Shah', { honorific: 'Dr' }],
    [
      'Professor J Kurinczuk, MBChB,MSc,MD',
      'J',
      'Kurinczuk',
      { honorific: 'Professor', careerStage: 'professor', profession: 'doctor' },
    ],
    ['Campion, Breanna Campion', 'Breanna', 'Campion', {}],
    ['Vale, Robert', 'Robert', 'Vale', {}],
    ['Piotr Laan, Pt. MSc.', 'Piotr', 'Laan', { profession: 'physiotherapist' }],
    ['Tomasz K Brandt, Pharm.D.', 'Tomasz K', 'Brandt', { profession: 'pharmacist' }],
    ['Chung H Kau, BDS, PhD', 'Chung H', 'Kau', { profession: 'dentist' }],
    ['Terry Hartman, PhD, MPH, RD', 'Terry', 'Hartman', { profession: 'dietitian' }],
    ['Roberta Lamptey, FWACP; MSc', 'Roberta', 'Lamptey', { profession: 'doctor' }],
    ['Lev Verkh, PhD/MS', 'Lev', 'Verkh', {}],
    ['Ana Silva MD', 'Ana', 'Silva', { profession: 'doctor' }],
    ['Wei MA', 'Wei', 'MA', {}],
    ['John Hale Jr., MD', 'John', 'Hale Jr', { profession: 'doctor' }],
    ['M Elhafeez Assistant Professor Obstetrics, phD', 'M', 'Elhafeez', { jobTitle: 'Assistant Professor' }],
  ])('%s', (registered, givenName, familyName, rest) => {
    const { credentials: _, ...read } = readPersonName(registered) ?? { credentials: [] };
    expect(read).toEqual({ givenName, familyName, ...rest });
  });

  it.each([
    ['Clinical Trials', 'Hoffmann-La Roche'],
    ['Study Director', 'Takeda'],
    ['Medical Director', ''],
    ['GSK Clinical Trials', 'GlaxoSmithKline'],
    ['4968 Clinical Trial Leader', 'Medtronic'],
    ['Pfizer CT.gov Call Center', 'Pfizer'],
    ['Bristol-Myers Squibb', 'Bristol-Myers Squibb'],
    ['UCB Cares', '1-844-599-2273 (UCB)'],
    ['AbbVie Inc.', 'AbbVie'],
    ['Use Central Contact', ''],
    ['', ''],
    ['Madonna', ''],
    ['— —', ''],
  ])('is no person: %s', (registered, affiliation) => {
    expect(readPersonName(registered, affiliation)).toBeUndefined();
  });

  it('takes a doctorate for what it is: no profession', () => {
    expect(readPersonName('Jane Metrik, PhD')?.profession).toBeUndefined();
  });

  it('reads any text without failing', () => {
    for (const text of [
      ',',
      ',,,;',
      'Dr',
      'Dr.',
      'Prof. Dr.',
      ')(',
      '\u0000',
      'x'.repeat(50_000),
      'a '.repeat(5_000),
    ]) {
      expect(() => readPersonName(text, text)).not.toThrow();
    }
  });
});
