import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { settingsSchema } from '@shared/contract/settings';
import { openSettings } from '@electron/settings/settings';
import { openConf } from '@electron/web/settings-store';
import { openWebState, readWebSecret } from '@electron/web/web-state';

const ID = '01890000-0000-7000-8000-00000000000a';
const OTHER_ID = '01890000-0000-7000-8000-00000000000b';
const now = () => '2023-06-13T08:52:00.000Z';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rostrum-settings-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = () => join(folder, 'settings.json');
const open = (newId = ID, backupLabel: string | null = null) =>
  openSettings({ folder, openStore: openConf, newId: () => newId, locale: 'ru', now, backupLabel });

describe('settings on disk', () => {
  it('begin with defaults and a first operator, who stays', () => {
    const settings = open();
    expect(settings.read()).toMatchObject({ language: 'ru', operator: { id: ID } });
    expect(settings.setAside).toBeNull();
    expect(open(OTHER_ID).read().operator.id).toBe(ID);
  });

  it('are on disk when write returns, for their owner alone', () => {
    open().write({ deskName: 'Reception', importProfiles: { list: { Name: 'family' } } });
    expect(settingsSchema.parse(JSON.parse(readFileSync(file(), 'utf8')))).toMatchObject({
      deskName: 'Reception',
      importProfiles: { list: { Name: 'family' } },
    });
    expect(statSync(file()).mode & 0o077).toBe(0);
    expect(open().read().deskName).toBe('Reception');
  });

  it('take a field given as undefined as one that is not given', () => {
    const settings = open();
    settings.write({ deskName: 'Reception' });
    expect(settings.write({ deskName: undefined, sound: false })).toMatchObject({
      deskName: 'Reception',
      sound: false,
    });
  });

  it('tell of a backup elsewhere by its label, whatever was in the file', () => {
    expect(open(ID, 'USB stick').read().backupFolder).toBe('USB stick');
    expect(open(ID, null).read().backupFolder).toBeNull();
  });

  it.each([
    ['nothing', ''],
    ['half of itself', '{"language":"ru","desk'],
    ['zeros', '\0\0\0\0\0\0\0\0'],
    ['a list', '[]'],
    ['null', 'null'],
    ['text', '"settings"'],
  ])('that hold %s are set aside and begin again', (_, content) => {
    writeFileSync(file(), content);
    const settings = open(OTHER_ID);
    expect(settings.setAside).toBe('settings.broken-20230613T085200000Z.json');
    expect(readFileSync(join(folder, settings.setAside!), 'utf8')).toBe(content);
    expect(settings.read().operator.id).toBe(OTHER_ID);
    expect(open().setAside).toBeNull();
  });

  it('keep what is still valid in a file that is partly not', () => {
    open().write({ deskName: 'Reception', theme: 'dark' });
    const kept = JSON.parse(readFileSync(file(), 'utf8')) as Record<string, unknown>;
    writeFileSync(file(), JSON.stringify({ ...kept, theme: 'pink', lastMeeting: 7, unknown: 1 }));
    const settings = open(OTHER_ID);
    expect(settings.setAside).not.toBeNull();
    expect(settings.read()).toMatchObject({
      deskName: 'Reception',
      theme: 'auto',
      lastMeeting: null,
      operator: { id: ID },
    });
    expect(settings.read()).not.toHaveProperty('unknown');
  });

  it('take what an earlier version did not have yet from the defaults', () => {
    open().write({ deskName: 'Reception' });
    const { lockAfterMinutes: _, ...earlier } = JSON.parse(readFileSync(file(), 'utf8')) as Record<
      string,
      unknown
    >;
    writeFileSync(file(), JSON.stringify(earlier));
    const settings = open(OTHER_ID);
    expect(settings.setAside).toBeNull();
    expect(settings.read()).toMatchObject({ deskName: 'Reception', lockAfterMinutes: 0 });
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual(settings.read());
  });

  it('remember who acts', () => {
    open().actAs(OTHER_ID);
    expect(open().read().operator).toEqual({ id: OTHER_ID });
  });
});

describe("the operator's name that earlier versions kept", () => {
  const NAME = 'Sesame Synthetic';
  const earlier = (more: object = {}) => {
    open();
    const kept = JSON.parse(readFileSync(file(), 'utf8')) as Record<string, unknown>;
    const { lockAfterMinutes: _, ...fields } = kept;
    return JSON.stringify({ ...fields, operator: { id: ID, name: NAME }, ...more });
  };
  const everything = () =>
    readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));

  it('is dropped, and nothing else is', () => {
    writeFileSync(file(), earlier({ deskName: 'Reception' }));
    const settings = open(OTHER_ID);
    expect(settings.setAside).toBeNull();
    expect(settings.read()).toMatchObject({ deskName: 'Reception', operator: { id: ID } });
    expect(everything().join()).not.toContain(NAME);
  });

  it.each<[string, (text: string) => string]>([
    ['broken in another field', (text) => text.replace('"auto"', '"pink"')],
    ['cut short', (text) => text.slice(0, -1)],
    ['cut short within the name', (text) => text.slice(0, text.indexOf(NAME) + 10)],
    ['with quotes in the name', (text) => text.slice(0, -1).replace(NAME, `${NAME} \\" ${NAME}`)],
  ])('is not in the copy of a file that is %s', (_, broken) => {
    writeFileSync(file(), broken(earlier()));
    const settings = open(OTHER_ID);
    expect(settings.setAside).not.toBeNull();
    expect(everything()).toHaveLength(2);
    expect(everything().join()).not.toContain(NAME.slice(0, 10));
  });

  it('is taken out of copies that are there already', () => {
    const copy = join(folder, 'settings.broken-20230613T085200000Z.json');
    writeFileSync(copy, earlier());
    open();
    expect(readFileSync(copy, 'utf8')).toContain('"theme"');
    expect(everything().join()).not.toContain(NAME);
  });
});

describe('what the web shell keeps', () => {
  it('is a secret and a port, the same at every start', () => {
    expect(readWebSecret(folder)).toBeNull();
    const first = openWebState(folder, now);
    first.write({ port: 23_456 });
    const second = openWebState(folder, now);
    expect(second.read()).toEqual({ port: 23_456, secret: first.read().secret });
    expect(readWebSecret(folder)).toBe(first.read().secret);
    expect(statSync(join(folder, 'web.json')).mode & 0o077).toBe(0);
  });

  it('is another secret in another profile', () => {
    const one = openWebState(folder, now).read().secret;
    rmSync(join(folder, 'web.json'));
    expect(openWebState(folder, now).read().secret).not.toBe(one);
  });

  it('is made anew when it cannot be read', () => {
    writeFileSync(join(folder, 'web.json'), '{"port":1,"secret":"short"}');
    const state = openWebState(folder, now);
    expect(state.read().port).toBe(1);
    expect(state.read().secret).toMatch(/^[\w-]{43}$/);
    expect(readdirSync(folder).filter((name) => name.includes('broken'))).toHaveLength(1);
  });
});
