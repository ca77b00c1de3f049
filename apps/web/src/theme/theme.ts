import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type VariantColorsResolver,
} from '@mantine/core';
import { apricot, night, pine, stone } from './colours';

/** Mantine's tinted variants miss 4.5:1; here their text is darkened, or in the dark scheme lightened, until it passes. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colours = defaultVariantColorsResolver(input);
  // The shades of the dark scheme are light: what is written on them is dark there.
  if (input.variant === 'filled') return { ...colours, color: 'light-dark(#ffffff, #0a1413)' };
  if (!['light', 'outline', 'subtle', 'transparent'].includes(input.variant)) return colours;
  const name = input.color || input.theme.primaryColor;
  const known = name in input.theme.colors;
  if (!known) return colours;
  return {
    ...colours,
    color: `light-dark(color-mix(in srgb, var(--mantine-color-${name}-9) 70%, black), var(--mantine-color-${name}-2))`,
  };
};

/** How Benchside looks. Every pair of colours is checked with axe in both schemes by test/web. */
export const theme = createTheme({
  colors: { pine, apricot, gray: stone, dark: night },
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.32,
  variantColorResolver,
  fontFamily: "'Atkinson Hyperlegible Next', system-ui, -apple-system, 'Segoe UI', sans-serif",
  headings: { fontFamily: 'inherit', fontWeight: '650' },
  defaultRadius: 'md',
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  // Plain objects: naming the components themselves would bring them all into the first chunk.
  components: {
    Badge: { defaultProps: { tt: 'none', fw: 500, radius: 'sm', variant: 'light' } },
    Button: { defaultProps: { fw: 600 } },
    Card: { defaultProps: { withBorder: true, bg: 'var(--surface)' } },
    Paper: { defaultProps: { bg: 'var(--surface)' } },
    Checkbox: { defaultProps: { size: 'md' } },
    Input: { defaultProps: { size: 'md' } },
    TextInput: { defaultProps: { size: 'md' } },
    InputWrapper: { defaultProps: { size: 'md' } },
    // Without it the first choice has the focus; with it axe finds a stray element in the menu.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Modal: { defaultProps: { centered: true, closeButtonProps: { 'aria-label': 'Close' } } },
  },
});

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#fbfaf7',
    '--mantine-color-text': '#1f2625',
    '--mantine-color-dimmed': '#545b58',
    '--mantine-color-placeholder': '#656a66',
    '--mantine-color-anchor': '#14594f',
    '--mantine-color-error': '#a52a1c',
    '--mantine-color-default-border': '#dad6cd',
    '--surface': '#ffffff',
    '--surface-sunk': '#f4f2ed',
    '--line': '#e1ddd4',
    '--line-strong': '#8f8a7f',
    '--tint': '#edf6f3',
    '--tint-strong': '#d8ebe6',
    '--on-tint': '#0d423b',
    '--warm': '#fdebd0',
    '--on-warm': '#5d370b',
    '--accent': '#19665c',
    '--danger': '#a52a1c',
    '--shadow': '0 1px 2px rgb(40 35 20 / 6%), 0 6px 20px rgb(40 35 20 / 5%)',
  },
  dark: {
    '--mantine-color-body': '#151c1d',
    '--mantine-color-text': '#e8edec',
    '--mantine-color-dimmed': '#b0bbb9',
    '--mantine-color-placeholder': '#9aa6a4',
    '--mantine-color-anchor': '#8fd0c3',
    '--mantine-color-error': '#ff9c8c',
    '--mantine-color-default-border': '#3d4949',
    '--surface': '#1c2526',
    '--surface-sunk': '#182021',
    '--line': '#2f3b3b',
    '--line-strong': '#7f8c8a',
    '--tint': '#19302d',
    '--tint-strong': '#20433e',
    '--on-tint': '#c4e8e0',
    '--warm': '#3d2c16',
    '--on-warm': '#f9d5a5',
    '--accent': '#66aea1',
    '--danger': '#ff9c8c',
    '--shadow': 'none',
  },
});
