import { describe, expect, it } from 'vitest';
import { isAnybodys, loginKind, wordsBesideDevice } from '@shared/matching/device-names';

describe('logins that name nobody', () => {
  it.each([
    ['iPhone', 'device'],
    ['iPhone (Unverified)', 'device'],
    ['Galaxy S21 Ultra', 'device'],
    ['iPad Pro', 'device'],
    ['DESKTOP-7GH2K1', 'device'],
    ['Redmi Note 8 Pro', 'device'],
    ['Conference Room 2', 'device'],
    ['Zoom User', 'device'],
    ['Гость', 'device'],
    ['Participant 3', 'device'],
    ['+43 1 555 ***12', 'phone'],
    [' 431555***12 (Unverified)', 'phone'],
    ['Call-in User_3', 'phone'],
    ['1-202-555-0100', 'phone'],
    ['Interpreter RU 1', 'service'],
    ['Interprète FR', 'service'],
    ['Переводчик 2', 'service'],
    ['UNODC Host', 'service'],
    ['Tech Support', 'service'],
    ['Otter.ai', 'service'],
    ['口译 1', 'service'],
  ])('%s: %s', (name, kind) => {
    expect(loginKind(name)).toBe(kind);
  });

  it.each([
    'Ivan Petrov',
    'Hostinger Ana',
    "Ivan's iPhone",
    'Mac Donald',
    'Li Wei 2',
    '王小明',
    'Delegation of Serbia',
    '',
  ])('%j is left to be read as a name', (name) => {
    expect(loginKind(name)).toBeNull();
  });

  it.each([
    ['iPhone', true],
    ['Participant 3', true],
    ['Call-in User_3', true],
    ['+43 1 555 ***12', true],
    ['+43 1 555 •••12', true],
    ['55 501', true],
    ['+43 1 555 0100', false],
    ["Ivan's iPhone", false],
    ['Interpreter RU 1', false],
    ['Ivan Petrov', false],
  ])('%s is anybody’s: %s', (name, anybodys) => {
    expect(isAnybodys(name)).toBe(anybodys);
  });

  it('leaves the owner of a device', () => {
    expect(wordsBesideDevice("Ivan's iPhone 12")).toEqual(['ivan']);
    expect(wordsBesideDevice('Ana Pro')).toEqual(['ana', 'pro']);
  });
});
