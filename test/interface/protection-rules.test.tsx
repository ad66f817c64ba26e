import './support/browser';
import fc from 'fast-check';
import { act, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { isSelfContained } from '@shared/contract/print';
import { createI18n } from '@shared/i18n/i18n';
import { strengthOf } from '@renderer/features/protection/passphrase-strength';
import { groupsOf, isGroup, twoOf } from '@renderer/features/protection/sheet/recovery-code';
import { recoverySheet, sheetDocument } from '@renderer/features/protection/sheet/recovery-sheet';
import { countdown, spokenStep, useWait, useWaits } from '@renderer/ui/use-wait';

describe('a passphrase', () => {
  it.each([
    ['', 'too-short'],
    ['elevensigns', 'too-short'],
    ['aaaaaaaaaaaa', 'repetitive'],
    ['abababababab', 'repetitive'],
    ['otter otter otter', 'repetitive'],
    ['Otterlamp!Otterlamp!', 'repetitive'],
    ['abcdefghijklm', 'repetitive'],
    ['987654321098', 'repetitive'],
    ['qwertyuiopas', 'repetitive'],
    ['111122223333', 'repetitive'],
    ['otter lantern quarry violet', 'good'],
    ['четыре слова без связи', 'good'],
    ['中文密码也可以用十二个字', 'good'],
    ['Tr0ub4dor&3xy', 'good'],
  ])('%j is %s', (passphrase, strength) => {
    expect(strengthOf(passphrase)).toBe(strength);
  });
});

describe('a recovery code', () => {
  it.each(['AB12-CD34-EF56', 'AB12 CD34 EF56', ' AB12  CD34\nEF56 '])(
    '%j has its groups',
    (code) => {
      expect(groupsOf(code)).toEqual(['AB12', 'CD34', 'EF56']);
    },
  );

  it.each([
    ['AB12', true],
    [' ab12 ', true],
    ['a b 1 2', true],
    ['ABI2', true],
    ['abl2', true],
    ['АВ12', true],
    ['AB13', false],
    ['AB1', false],
    ['', false],
  ])('typed %j is right: %s', (typed, right) => {
    expect(isGroup(typed, 'AB12')).toBe(right);
  });

  it('is asked for in two different places', () => {
    const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), share, share, (count, one, other) => {
        const random = [one, other];
        const [first, second] = twoOf(count, () => random.shift() ?? 0);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(second).toBeGreaterThan(first);
        expect(second).toBeLessThan(count);
      }),
    );
  });
});

describe('the sheet as a document', () => {
  const sheet = (language: 'en' | 'ru', desk: string) => {
    const words = createI18n({ language, strict: true });
    const t = words.getFixedT(language, 'protection');
    return recoverySheet({ desk, day: '2026-11-22', code: 'AB12-CD34-EF56', language }, t);
  };

  it.each([
    ['en', 'Made on', '22 November 2026', 'nobody can ever open the data'],
    ['ru', 'Дата', '22 ноября 2026', 'никто и никогда не сможет открыть данные'],
  ] as const)('says everything in %s', (language, ...texts) => {
    const html = sheetDocument(sheet(language, 'Reception A'));
    expect(html).toContain(`<html lang="${language}" dir="ltr">`);
    for (const text of ['Reception A', 'AB12', 'CD34', 'EF56', ...texts]) {
      expect(html).toContain(text);
    }
    expect(isSelfContained(html)).toBe(true);
  });

  it('takes the name of a desk for text, whatever it is', () => {
    const html = sheetDocument(sheet('en', '<script>"A" & B</script>'));
    expect(html).toContain('&lt;script&gt;&quot;A&quot; &amp; B&lt;/script&gt;');
    expect(isSelfContained(html)).toBe(true);
  });
});

describe('a countdown', () => {
  it.each([
    [5, '0:05', 15],
    [15, '0:15', 15],
    [16, '0:16', 30],
    [60, '1:00', 60],
    [61, '1:01', 120],
    [900, '15:00', 900],
    [0, '0:00', 0],
  ])('of %i seconds is shown as %s and heard as %i', (left, shown, heard) => {
    expect([countdown(left), spokenStep(left)]).toEqual([shown, heard]);
  });
});

describe('the wait after a wrong try', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  const pass = (ms: number) => {
    act(() => {
      vi.advanceTimersByTime(ms);
    });
  };

  it('is as long as it is, whatever the clock is set to', () => {
    vi.useFakeTimers({ now: new Date('2026-11-22T10:00:00Z') });
    const { result } = renderHook(() => useWait(5000));
    expect(result.current.seconds).toBe(5);
    vi.setSystemTime(new Date('2027-11-22T10:00:00Z'));
    pass(2000);
    expect(result.current.seconds).toBe(3);
    pass(3000);
    expect(result.current.seconds).toBe(0);
    act(() => result.current.start(15_000));
    expect(result.current.seconds).toBe(15);
  });

  it('is counted for each way by itself', () => {
    vi.useFakeTimers();
    const { result } = renderHook(() => useWaits({ gate: 'passphrase', ms: 60_000 }));
    act(() => result.current.start('recovery', 5000));
    const left = () => [result.current.left('passphrase'), result.current.left('recovery')];
    expect(left()).toEqual([60, 5]);
    pass(5000);
    expect(left()).toEqual([55, 0]);
  });
});
