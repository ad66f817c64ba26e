import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { routeSchema } from '@shared/contract/app';
import { channels, contract, events, isChannel, isEvent } from '@shared/contract/contract';
import { BridgeError, failureIn, FAILURES } from '@shared/contract/failure';
import { isSelfContained } from '@shared/contract/print';
import {
  defaultSettings,
  LANGUAGES,
  settingsPatchSchema,
  settingsSchema,
} from '@shared/contract/settings';
import { INTERFACE_LANGUAGES } from '@shared/i18n/languages';

describe('the contract', () => {
  it('has the channels that were agreed', () => {
    expect(Object.keys(contract).sort()).toEqual([
      'app.clearStorage',
      'app.hello',
      'app.openWindow',
      'blobs.discard',
      'blobs.get',
      'blobs.put',
      'files.choose',
      'files.read',
      'files.save',
      'operators.setPin',
      'operators.signIn',
      'print.pdf',
      'protection.changePassphrase',
      'protection.lock',
      'protection.page',
      'protection.prepare',
      'protection.renewRecovery',
      'protection.setUp',
      'protection.status',
      'protection.unlock',
      'protection.useKeyStore',
      'register.commit',
      'register.erasure',
      'register.history',
      'register.journal',
      'register.read',
      'register.status',
      'register.verify',
      'settings.read',
      'settings.write',
      'texts.drop',
      'texts.keep',
      'texts.kept',
    ]);
    expect(Object.keys(events)).toEqual([
      'register.committed',
      'protection.changed',
      'protection.progress',
    ]);
  });

  it.each(['toString', '__proto__', 'constructor', 'app', 'register.committed', ''])(
    '%j is no channel',
    (name) => expect(isChannel(name)).toBe(false),
  );
  it.each(['hasOwnProperty', 'register.commit'])('%j is no event', (name) =>
    expect(isEvent(name)).toBe(false),
  );

  it('refuses arguments that nobody asked for, on every channel', () => {
    for (const { request } of Object.values(channels)) {
      expect(request.safeParse({ unasked: 1 }).success).toBe(false);
      expect(request.safeParse(null).success).toBe(false);
      expect(request.safeParse([]).success).toBe(false);
    }
  });
});

describe('a route', () => {
  it.each(['/', '/desk', '/projector/0192-ab_c', '/people?search=li&page=2', '/a?x=%D0%B6'])(
    '%s leads inside',
    (route) => expect(routeSchema.safeParse(route).success).toBe(true),
  );
  it.each([
    ...['', 'desk', '//elsewhere.example.org', '/\\elsewhere', 'https://example.org'],
    ...['javascript:alert(1)', '/desk#x', '/desk\n', '/<script>', `/${'a'.repeat(400)}`],
  ])('%j does not', (route) => expect(routeSchema.safeParse(route).success).toBe(false));
});

describe('settings', () => {
  const operatorId = randomUUID();

  it('start in the language of the machine when it is one of ours', () => {
    expect(defaultSettings({ operatorId, locale: 'ru-RU' }).language).toBe('ru');
    expect(defaultSettings({ operatorId, locale: 'en-GB' }).language).toBe('en');
    expect(defaultSettings({ operatorId, locale: 'run' }).language).toBe('en');
  });

  it('have valid defaults, and one operator from the beginning', () => {
    const settings = defaultSettings({ operatorId, locale: 'en' });
    expect(settingsSchema.parse(settings)).toEqual(settings);
    expect(settings.operator).toEqual({ id: operatorId });
    expect(settings.started).toBe(false);
  });

  it('know the languages that the interface is complete in', () => {
    expect([...LANGUAGES].sort()).toEqual(Object.keys(INTERFACE_LANGUAGES).sort());
  });

  it.each([
    ['a folder for the backup', { backupFolder: '/tmp' }],
    ['a language that is not there', { language: 'xx' }],
    ['an operator without an id', { operator: { name: 'Synthetic' } }],
    ['import profiles without end', { importProfiles: { a: 'x'.repeat(70_000) } }],
    ['a setting that does not exist', { colour: 'red' }],
  ])('take no %s from a page', (_, patch) =>
    expect(settingsPatchSchema.safeParse(patch).success).toBe(false),
  );
});

describe('a bridge error', () => {
  it.each([...FAILURES])('keeps the code %s in its text', (code) => {
    const text = `Error invoking remote method 'x': ${String(new BridgeError(code, 'detail'))}`;
    expect(failureIn(text)).toBe(code);
  });

  it('of another kind is a failure', () => expect(failureIn('something else')).toBe('failed'));
});

describe('a document to be printed', () => {
  it.each([
    '<!doctype html><html lang="ru" dir="ltr"><head><meta charset="utf-8"><title>x</title></head></html>',
    '<meta charset="utf-8" /><style>p { color: red }</style><p>5 &lt; 6, &lt;script&gt;</p>',
    '<img src="data:image/png;base64,AAAA"><svg><path d="M0 0"/></svg>',
    '<p>links, meta, script, base: all words</p>',
  ])('is self-contained: %s', (html) => expect(isSelfContained(html)).toBe(true));

  it.each([
    '<script>1</script>',
    '<SCRIPT src=x>',
    '<svg><script/></svg>',
    '<iframe src="data:text/html,x">',
    '<object data=x>',
    '<embed src=x>',
    '<base href="https://example.org">',
    '<link rel=stylesheet href="https://example.org/x.css">',
    '<meta http-equiv=refresh content="0;url=file:///etc/passwd">',
    '<meta charset="utf-8" http-equiv="refresh">',
    '<meta\nhttp-equiv="&#114;efresh">',
  ])('is not: %s', (html) => expect(isSelfContained(html)).toBe(false));
});
