import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** One accent: a deep blue. White on shade 7 has a contrast of 6.4, on shade 6 of 4.9. */
const harbour: MantineColorsTuple = [
  '#e4f0f8',
  '#d3e6f3',
  '#a7cde8',
  '#77b2dc',
  '#4e9bd0',
  '#3089c4',
  '#1a76b0',
  '#0f6297',
  '#0b527f',
  '#083f63',
];

/** Cool greys of the dark theme, from text to ground. */
const dark: MantineColorsTuple = [
  '#e8edf1',
  '#c9d3db',
  '#a3b1bd',
  '#6f8293',
  '#3c4b59',
  '#2c3945',
  '#212d38',
  '#18212a',
  '#121a21',
  '#0b1015',
];

export const theme = createTheme({
  colors: { harbour, dark },
  primaryColor: 'harbour',
  primaryShade: { light: 7, dark: 6 },
  fontFamily: "'Noto Sans Variable', 'Noto Sans', sans-serif",
  headings: { fontFamily: "'Noto Sans Variable', 'Noto Sans', sans-serif", fontWeight: '630' },
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  defaultRadius: 'md',
  radius: { sm: '0.375rem', md: '0.5rem', lg: '1rem' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Tooltip: {
      defaultProps: { withArrow: false, events: { hover: true, focus: true, touch: false } },
    },
    Button: { styles: { label: { fontWeight: 570 } } },
    Select: { defaultProps: { checkIconPosition: 'right' } },
    // Browsers keep what they complete: names and texts are not theirs to keep.
    InputBase: { defaultProps: { autoComplete: 'off' } },
    TextInput: { defaultProps: { autoComplete: 'off' } },
    Textarea: { defaultProps: { autoComplete: 'off' } },
    NumberInput: { defaultProps: { autoComplete: 'off' } },
  },
});
