/** What a colour says. Always together with a word, and with an icon where it matters. */
export type Tone = 'neutral' | 'accent' | 'good' | 'warning' | 'bad';
