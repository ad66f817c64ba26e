import { describe, expect, it } from 'vitest';
import { emailOf, readDisplayName } from '@shared/codecs/platform-reports/display-name';
import { durationSeconds } from '@shared/codecs/platform-reports/duration';
import {
  decideOrder,
  localTime,
  readStamp,
  type DateOrder,
} from '@shared/codecs/platform-reports/local-time';

describe('times of the reports', () => {
  it.each<[string, DateOrder, string | null]>([
    ['04/15/2020 03:42:15 PM', 'mdy', '2020-04-15T15:42:15'],
    ['11/19/2021 9:54:15 AM', 'mdy', '2021-11-19T09:54:15'],
    ['9/12/23, 12:00:05 AM', 'mdy', '2023-09-12T00:00:05'],
    ['9/12/23, 12:00:05 PM', 'mdy', '2023-09-12T12:00:05'],
    ['14/11/22, 09:29:07', 'dmy', '2022-11-14T09:29:07'],
    ['01.11.2023 17:10:00 PM', 'dmy', '2023-11-01T17:10:00'],
    ['01.11.2023 00:10:00 AM', 'dmy', '2023-11-01T00:10:00'],
    ['2023/06/13 午後 1:02:03', 'ymd', '2023-06-13T13:02:03'],
    ['2023-06-13T09:02:03', 'dmy', '2023-06-13T09:02:03'],
    ['2023-06-13T09:02:03Z', 'dmy', '2023-06-13T09:02:03'],
    ['Dec 11, 2023 08:55 AM', 'dmy', '2023-12-11T08:55:00'],
    ['11 December 2023 08:55:01', 'mdy', '2023-12-11T08:55:01'],
    ['13/06/2023 9:00:00 a. m.', 'dmy', '2023-06-13T09:00:00'],
    ['6/13/2023 1:00:00\u202fPM', 'mdy', '2023-06-13T13:00:00'],
    ['="2023-06-13 09:00:00"', 'dmy', '2023-06-13T09:00:00'],
    ['١٣/٠٦/٢٠٢٣ ٠٩:٠٠:٠٠', 'dmy', '2023-06-13T09:00:00'],
    ['\u200e13/06/2023 09:00', 'dmy', '2023-06-13T09:00:00'],
    ['02/30/2023 09:00', 'mdy', null],
    ['13/06/2023 25:00', 'dmy', null],
    ['13/06/2023 10:60', 'dmy', null],
    ['13/06/2023', 'dmy', null],
    ['09:00:00', 'dmy', null],
    ['13/06/123 09:00', 'dmy', null],
    ['Foo 11, 2023 08:55', 'dmy', null],
    ['yesterday', 'dmy', null],
    ['', 'dmy', null],
  ])('%j in %s', (text, order, expected) => {
    const stamp = readStamp(text);
    expect(stamp === null ? null : localTime(stamp, order)).toBe(expected);
  });

  it('says when it ignores AM or PM', () => {
    expect(readStamp('01.11.2023 17:10:00 PM')?.markerIgnored).toBe(true);
    expect(readStamp('01.11.2023 00:10:00 AM')?.markerIgnored).toBe(true);
    expect(readStamp('01.11.2023 05:10:00 PM')?.markerIgnored).toBe(false);
  });

  const order = (texts: string[], days?: string[]) =>
    decideOrder(
      texts.map((text) => readStamp(text)!),
      days,
    );

  it.each<[string, string[], string[] | undefined, string]>([
    ['a day after the twelfth first', ['03/04/2023 9:00', '13/04/2023 9:00'], undefined, 'dmy'],
    ['a day after the twelfth second', ['03/04/2023 9:00', '04/13/2023 9:00'], undefined, 'mdy'],
    ['dots', ['03.04.2023 9:00'], undefined, 'dmy'],
    ['both the same', ['11/11/2023 9:00'], undefined, 'dmy'],
    ['year first', ['2023-04-03 9:00'], undefined, 'ymd'],
    ['nothing', ['03/04/2023 9:00'], undefined, 'ambiguous'],
    ['the meeting', ['03/04/2023 9:00'], ['2023-03-04'], 'mdy'],
    ['the meeting, the other way', ['03/04/2023 9:00'], ['2023-04-03'], 'dmy'],
    [
      'a meeting that fits both',
      ['03/04/2023 9:00', '04/03/2023 9:00'],
      ['2023-04-03'],
      'ambiguous',
    ],
    ['a meeting that fits neither', ['03/04/2023 9:00'], ['2022-01-01'], 'ambiguous'],
  ])('the order is decided by: %s', (_by, texts, days, expected) => {
    expect(order(texts, days)).toEqual({ order: expected, mixed: null });
  });

  it('dates that contradict one another decide nothing', () => {
    expect(order(['13/04/2023 9:00', '04/14/2023 9:00'])).toEqual({
      order: 'ambiguous',
      mixed: [0, 1],
    });
  });
});

it.each<[string, number | null]>([
  ['128', 7680],
  ['4h 3m 15s', 14_595],
  ['1h 7s', 3607],
  ['3h', 10_800],
  ['43m 12s', 2592],
  ['1 godz. 2 min 3 sek.', 3723],
  ['2 Std. 5 Min.', 7500],
  ['88 mins', 5280],
  ['1 hr 5 min', 3900],
  ['1 ч 2 мин 3 сек', 3723],
  ['1時間2分3秒', 3723],
  ['01:02:03', 3723],
  ['-20', -1200],
  ['2,5', 150],
  ['', null],
  ['--', null],
  ['3 parsecs', null],
  ['m', null],
])('duration %j is %j seconds', (text, seconds) => {
  expect(durationSeconds(text)).toBe(seconds);
});

describe('display names', () => {
  it.each<[string, string, string | null, boolean]>([
    ['015_Loki (Loki Laufeyson)', '015_Loki', 'Loki Laufeyson', false],
    ['Petrov, Ivan (BGR - Ivan Petrov)', 'Petrov, Ivan', 'BGR - Ivan Petrov', false],
    ['New (Old (Nick))', 'New', 'Old (Nick)', false],
    ['Delegation of Exampleland (3 persons)', 'Delegation of Exampleland (3 persons)', null, false],
    ['Aziz K. (UZB)', 'Aziz K. (UZB)', null, false],
    ['Anna Testova (Guest)', 'Anna Testova', null, true],
    ['Anna Testova (Invitado) (Unverified)', 'Anna Testova', null, true],
    ['UNODC (host)', 'UNODC', null, false],
    ['New Name (Old Name) (Guest)', 'New Name', 'Old Name', true],
    ['(Guest)', '(Guest)', null, false],
    ['(Anna)', '(Anna)', null, false],
    ['Broken (bracket', 'Broken (bracket', null, false],
    ['Broken) bracket)', 'Broken) bracket)', null, false],
    ['\u202eAnna\u200f  Testova\n', 'Anna Testova', null, false],
    ['\u061cمحمد', 'محمد', null, false],
    ['', '', null, false],
  ])('%j', (text, name, originalName, guest) => {
    expect(readDisplayName(text, true)).toEqual({ name, originalName, guest });
  });

  it('brackets are part of a name where the platform does not use them', () => {
    expect(readDisplayName('Anna (Ministry of Tests)', false).name).toBe(
      'Anna (Ministry of Tests)',
    );
  });

  it.each([
    ['a@example.org', 'a@example.org'],
    [' A@Example.org ', 'A@Example.org'],
    ['a***@example.kz', null],
    ['anna', null],
    ['a@b', null],
    ['a@example.org, b@example.org', null],
    ['', null],
  ])('e-mail %j is %j', (text, email) => {
    expect(emailOf(text)).toBe(email);
  });
});
