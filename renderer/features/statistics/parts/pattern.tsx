/**
 * Fills that differ without colour: solid, hatched, dotted, and outlined. On paper and for the
 * colour-blind they say the same as on a screen.
 */
export type Pattern = 'solid' | 'hatched' | 'dotted' | 'outlined';

const PATTERNS: readonly Pattern[] = ['solid', 'hatched', 'dotted', 'outlined'];

const STRONG = 'var(--accent)';
const SOFT = 'var(--accent-soft)';

/** The definitions to which `fillOf` refers; once in every drawing. */
export function PatternDefinitions({ id }: { readonly id: string }) {
  return (
    <defs>
      {PATTERNS.map((pattern) => (
        <pattern
          key={pattern}
          id={`${id}-${pattern}`}
          width={7}
          height={7}
          patternUnits="userSpaceOnUse"
          {...(pattern === 'hatched' ? { patternTransform: 'rotate(45)' } : {})}
        >
          <rect width={7} height={7} fill={pattern === 'solid' ? STRONG : SOFT} />
          {pattern === 'hatched' && <rect width={3} height={7} fill={STRONG} />}
          {pattern === 'dotted' && <circle cx={3.5} cy={3.5} r={1.7} fill={STRONG} />}
        </pattern>
      ))}
    </defs>
  );
}

export function fillOf(id: string, pattern: Pattern): string {
  return `url(#${id}-${pattern})`;
}

interface PatchProps {
  readonly id: string;
  readonly pattern: Pattern;
  readonly className?: string | undefined;
}

/** An area of a pattern, as large as its box: a legend's mark, a part of a bar. */
export function Patch({ id, pattern, className }: PatchProps) {
  return (
    <svg className={className} aria-hidden="true">
      <PatternDefinitions id={id} />
      <rect
        width="100%"
        height="100%"
        fill={fillOf(id, pattern)}
        stroke="var(--accent)"
        strokeWidth={2}
      />
    </svg>
  );
}
