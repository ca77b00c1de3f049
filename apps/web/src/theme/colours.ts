import type { MantineColorsTuple } from '@mantine/core';

/** The main colour: a deep pine green. */
export const pine: MantineColorsTuple = [
  '#edf6f3',
  '#d8ebe6',
  '#b4d8d0',
  '#8bc3b8',
  '#66aea1',
  '#45968a',
  '#2b7d72',
  '#19665c',
  '#12524b',
  '#0b3d38',
];

/** The second colour, for what stands out: apricot to umber. */
export const apricot: MantineColorsTuple = [
  '#fff5e8',
  '#fdebd0',
  '#f9d5a5',
  '#f5bd75',
  '#f2a94f',
  '#e0902f',
  '#b8701c',
  '#8f5513',
  '#6f410d',
  '#4f2d08',
];

/** Greys with a little warmth, for the light scheme. */
export const stone: MantineColorsTuple = [
  '#fbfaf7',
  '#f4f2ed',
  '#e9e6df',
  '#dad6cd',
  '#c3beb3',
  '#a09b90',
  '#767268',
  '#55524b',
  '#393732',
  '#23221f',
];

/** Greys with a little green, for the dark scheme: from text to the deepest background. */
export const night: MantineColorsTuple = [
  '#e8edec',
  '#bcc6c4',
  '#97a4a2',
  '#6d7a79',
  '#3d4949',
  '#2c3737',
  '#212b2b',
  '#151c1d',
  '#101617',
  '#0a0f10',
];
