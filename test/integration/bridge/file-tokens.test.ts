import { describe, expect, it } from 'vitest';
import { createFileTokens, TOKEN_LIFETIME_MS } from '@electron/bridge/file-tokens';
import { fileTokenSchema } from '@shared/contract/files';

function tokensAt(start: number, capacity = 100) {
  const clock = { now: start };
  const tokens = createFileTokens<string>({
    now: () => clock.now,
    weight: (value) => value.length,
    capacity,
  });
  return { clock, tokens };
}

describe('a file token', () => {
  it('is good once', () => {
    const { tokens } = tokensAt(0);
    const token = tokens.issue('path');
    expect(fileTokenSchema.safeParse(token).success).toBe(true);
    expect(tokens.take(token)).toBe('path');
    expect(tokens.take(token)).toBeNull();
  });

  it('is good for a while', () => {
    const { clock, tokens } = tokensAt(0);
    const early = tokens.issue('early');
    const late = tokens.issue('late');
    clock.now = TOKEN_LIFETIME_MS - 1;
    expect(tokens.take(early)).toBe('early');
    clock.now = TOKEN_LIFETIME_MS;
    expect(tokens.take(late)).toBeNull();
  });

  it('cannot be invented', () => {
    const { tokens } = tokensAt(0);
    tokens.issue('path');
    expect(tokens.take('')).toBeNull();
    expect(tokens.take('__proto__')).toBeNull();
    expect(tokens.take('A'.repeat(32))).toBeNull();
  });

  it('gives way to newer ones when too much is kept', () => {
    const { tokens } = tokensAt(0, 10);
    const [first, second, third] = ['aaaa', 'bbbb', 'cccc'].map((value) => tokens.issue(value));
    expect(tokens.take(first!)).toBeNull();
    expect(tokens.take(second!)).toBe('bbbb');
    expect(tokens.take(third!)).toBe('cccc');
  });
});
