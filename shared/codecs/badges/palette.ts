import type { Capacity } from '../../domain/nomination/types';

/** Of a badge that is lent, and says nothing about whoever wears it. */
export type Colouring = Capacity | 'floating';

/**
 * The bar of a capacity. White words stand on every colour with a contrast of at least 5 : 1, and the
 * colours differ in lightness too, so that they are told apart on a printer without colours.
 */
export const COLOURS: Readonly<Record<Colouring, string>> = {
  head: '#7a1f2b',
  representative: '#0f5c8c',
  alternate: '#2f6f8f',
  adviser: '#3a5f3f',
  expert: '#1b6b5a',
  observer: '#5a5f66',
  panellist: '#6a3d83',
  secretariat: '#1f2f46',
  interpreter: '#8a4a12',
  'host-staff': '#6b5a1e',
  floating: '#3d434a',
};

export const INK = '#14202b';
export const SOFT_INK = '#44525f';
export const LINE = '#c3ccd4';
