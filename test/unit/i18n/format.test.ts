import { describe, expect, it } from 'vitest';
import {
  formatDay,
  formatDays,
  formatInstant,
  formatNumber,
  formatShare,
  formatTime,
  zoneName,
} from '@shared/i18n/format';
import { directionOf, isInterfaceLanguage } from '@shared/i18n/languages';

/** Spaces of any width as plain ones: which the library uses is no business of ours. */
const plain = (text: string) => text.replace(/[\u00a0\u2009\u202f]/g, ' ');

describe('days', () => {
  it.each([
    ['2023-06-13', '2023-06-14', 'en', '13–14 June 2023'],
    ['2023-06-13', '2023-06-13', 'en', '13 June 2023'],
    ['2023-10-30', '2023-11-01', 'en', '30 October – 1 November 2023'],
    ['2023-12-30', '2024-01-02', 'en', '30 December 2023 – 2 January 2024'],
    ['2023-09-12', '2023-09-13', 'ru', '12–13 сентября 2023 г.'],
    ['2013-05', '2013-05', 'en', 'May 2013'],
    ['2009', '2009', 'ru', '2009'],
    ['2013-05', '2013-06', 'en', 'May 2013 – June 2013'],
  ])('%s to %s in %s', (start, end, language, text) => {
    expect(plain(formatDays(start, end, language))).toBe(text);
  });

  it('do not move, wherever the machine stands', () => {
    expect(formatDay('2024-01-01', 'en')).toBe('1 January 2024');
    expect(formatDay('2024-12-31', 'en')).toBe('31 December 2024');
  });

  it('carry their weekday where that helps', () => {
    expect(formatDay('2023-06-13', 'en', 'weekday')).toBe('Tuesday 13 June');
    expect(formatDay('2023-06-13', 'en', 'short')).toBe('Tue 13 Jun');
    expect(formatDay('2023-06-13', 'ru', 'weekday')).toBe('вторник, 13 июня');
  });
});

describe('times', () => {
  const instant = '2023-06-13T06:30:00.000Z';

  it('are those of the place, on the 24-hour clock', () => {
    expect(formatTime(instant, 'en', 'Europe/Sofia')).toBe('09:30');
    expect(formatTime('2023-06-13T21:00:00.000Z', 'en', 'Europe/Sofia')).toBe('00:00');
    expect(formatInstant(instant, 'en', 'Asia/Samarkand')).toBe('13 Jun 2023, 11:30');
  });

  it('name their zone', () => {
    expect(zoneName(instant, 'en', 'Europe/Vienna')).toBe('CEST');
    expect(zoneName('2023-12-13T06:30:00.000Z', 'en', 'Europe/Vienna')).toBe('CET');
  });
});

describe('numbers', () => {
  it.each([
    [20000, 'en', '20,000'],
    [20000, 'ru', '20 000'],
    [398, 'ru', '398'],
  ])('%i in %s', (value, language, text) => {
    expect(plain(formatNumber(value, language))).toBe(text);
  });

  it('as shares', () => {
    expect(formatShare(0.254, 'en')).toBe('25%');
    expect(plain(formatShare(0.254, 'ru'))).toBe('25 %');
  });
});

describe('languages', () => {
  it('have their direction', () => {
    expect(['ar', 'ar-EG', 'en', 'ru', 'zh'].map(directionOf)).toEqual([
      'rtl',
      'rtl',
      'ltr',
      'ltr',
      'ltr',
    ]);
  });

  it('are offered only when complete', () => {
    expect(['en', 'ru', 'fr', 'toString'].filter(isInterfaceLanguage)).toEqual(['en', 'ru']);
  });
});
