import { createTheme, defaultCssVariablesResolver } from '@mantine/core';
import type { CSSVariablesResolver } from '@mantine/core';

const fonts = [
  "'Hiragino Sans'",
  "'Hiragino Kaku Gothic ProN'",
  "'Noto Sans JP'",
  "'Noto Sans CJK JP'",
  "'Yu Gothic Medium'",
  'Meiryo',
  'system-ui',
  'sans-serif',
].join(', ');

/** 藍, the indigo of the public pages. */
const ai = [
  '#eef4fa',
  '#dbe7f3',
  '#b8cfe6',
  '#92b5d8',
  '#8fc1f0',
  '#5b94c9',
  '#3f7fb8',
  '#2c689f',
  '#235b8d',
  '#1f4e79',
] as const;

export const theme = createTheme({
  primaryColor: 'ai',
  primaryShade: 9,
  colors: { ai },
  autoContrast: true,
  luminanceThreshold: 0.34,
  fontFamily: fonts,
  fontFamilyMonospace:
    "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Noto Sans Mono CJK JP', monospace",
  headings: {
    fontFamily: fonts,
    fontWeight: '700',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.4' },
      h2: { fontSize: '1.125rem', lineHeight: '1.5' },
      h3: { fontSize: '1rem', lineHeight: '1.5' },
    },
  },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // Wide tables scroll by keyboard too.
    TableScrollContainer: {
      defaultProps: { scrollAreaProps: { viewportProps: { tabIndex: 0 } } },
    },
    Tooltip: {
      defaultProps: { withArrow: true, events: { hover: true, focus: true, touch: true } },
    },
    Paper: { defaultProps: { withBorder: true, p: { base: 'md', sm: 'lg' } } },
    Table: { defaultProps: { verticalSpacing: 'sm', highlightOnHover: true } },
    Badge: { defaultProps: { variant: 'light', tt: 'none', fw: 600 } },
    // What spins says so to readers of screens, who may name it.
    Loader: { defaultProps: { role: 'status' } },
    // A <header> outside the page's own would be a second banner to readers of screens.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    Alert: { defaultProps: { variant: 'light' } },
  },
});

const hues = [
  'ai',
  'gray',
  'red',
  'pink',
  'grape',
  'violet',
  'indigo',
  'blue',
  'cyan',
  'teal',
  'green',
  'lime',
  'yellow',
  'orange',
];

/** Darker texts than Mantine's own where those have less contrast than WCAG 2.2 AA asks for. */
export const cssVariables: CSSVariablesResolver = (resolved) => {
  const { variables, light, dark } = defaultCssVariablesResolver(resolved);
  const tinted = (shade: number, names = hues): Record<string, string> =>
    Object.fromEntries(
      names.map((hue) => [
        `--mantine-color-${hue}-light-color`,
        `var(--mantine-color-${hue}-${shade})`,
      ]),
    );
  return {
    variables,
    light: {
      ...light,
      ...tinted(9),
      '--mantine-color-yellow-light-color': '#7a4300',
      '--mantine-color-orange-light-color': '#8a3208',
      '--mantine-color-lime-light-color': '#3f5f0f',
      '--mantine-color-green-light-color': '#1c6b3c',
      '--mantine-color-teal-light-color': '#056144',
      '--mantine-color-body': '#ffffff',
      '--mantine-color-dimmed': '#59616b',
      '--mantine-color-placeholder': '#6b737d',
      '--mantine-color-error': '#b3261e',
      '--paper': '#f6f5f1',
      '--line': '#dedbd2',
    },
    dark: {
      ...dark,
      ...tinted(2),
      // White on it, and it on the page, both have contrast enough: 5.0 and 3.1.
      '--mantine-color-ai-filled': '#3473ab',
      '--mantine-color-ai-filled-hover': 'var(--mantine-color-ai-7)',
      '--mantine-color-ai-outline': 'var(--mantine-color-ai-4)',
      '--mantine-color-red-outline': 'var(--mantine-color-red-4)',
      '--mantine-color-body': '#1f2429',
      '--mantine-color-dimmed': '#a9b1bb',
      '--mantine-color-placeholder': '#98a1ac',
      '--mantine-color-error': '#ffb4ab',
      '--paper': '#16191d',
      '--line': '#363d45',
    },
  };
};
