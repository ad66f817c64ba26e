import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keysIn, readKeyFile, writeKeyFile } from '@electron/protection/key-file';
import {
  byPassphrase,
  byRecovery,
  byStore,
  killedNow,
  machineStore,
  PASSPHRASE,
  protectedDesk,
  startDesk,
  type Desk,
} from './support/desk';

/** A protected desk that was ended, and what its key file says. */
async function ended(options: { copy?: boolean } = {}) {
  const desk = await protectedDesk({ ...options, keyStore: machineStore('one machine') });
  await desk.protection.close();
  return { ...desk, text: readFileSync(desk.file, 'utf8') };
}

const everyWay = (code: string) => [byPassphrase(), byRecovery(code), byStore];

async function opensNothing(desk: Desk, code: string, reason: string) {
  for (const way of everyWay(code)) {
    expect(await desk.protection.unlock(way)).toEqual({ ok: false, reason, waitMs: 0 });
  }
  expect(desk.protection.isOpen()).toBe(false);
  expect(desk.parts.ciphers).toBeNull();
}

describe('the key file', () => {
  it('is there only once protection was set up, and says that every file is sealed', async () => {
    const bare = await startDesk();
    expect(readdirSync(bare.folder)).not.toContain('keys.json');
    const { file } = await ended();
    expect(readKeyFile(file)).toMatchObject({ state: 'sound', keys: { state: 'on' } });
  });

  it('holds neither passphrase nor recovery code nor any key', async () => {
    const seen: Uint8Array[] = [];
    const store = machineStore('one machine');
    const watched = {
      ...store,
      seal: async (bytes: Uint8Array) => (seen.push(Uint8Array.from(bytes)), store.seal(bytes)),
    };
    const desk = await protectedDesk({ keyStore: watched });
    const { key } = desk.protection.page();
    expect(key).toHaveLength(32);
    expect(seen).toHaveLength(1);
    const bytes = readFileSync(desk.file);
    const group = desk.recovery.slice(0, 9);
    const texts = [PASSPHRASE, desk.recovery, group, desk.recovery.replaceAll('-', '')];
    for (const text of texts) expect(bytes.includes(text), text).toBe(false);
    for (const secret of [key ?? new Uint8Array(), ...seen]) {
      for (const form of ['base64', 'hex', 'latin1'] as const) {
        expect(bytes.includes(Buffer.from(secret).toString(form))).toBe(false);
      }
    }
  });

  it('opens nothing with any of its bytes flipped, and is left as it is', async () => {
    const { file, text, folder, recovery } = await ended();
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; at++) {
      for (const flip of [0x01, 0x20, 0x80]) {
        const altered = Buffer.from(bytes);
        altered[at] = (altered[at] ?? 0) ^ flip;
        // 4,000 expectations would take longer than what is expected.
        if (keysIn(altered) !== null) throw new Error(`byte ${at} ^ ${flip} is not noticed`);
      }
    }
    expect(keysIn(bytes)).not.toBeNull();
    const flipped = text.replace('"on"', '"oo"');
    writeFileSync(file, flipped);
    const desk = await startDesk({ folder });
    await opensNothing(desk, recovery, 'damaged');
    expect(await desk.protection.status()).toMatchObject({ state: 'locked', lock: 'start' });
    const again = {
      passphrase: PASSPHRASE,
      keyStore: false,
      recovery: desk.protection.prepare().recovery,
    };
    expect(await desk.protection.setUp(again)).toEqual({ ok: false, reason: 'already' });
    expect(readFileSync(file, 'utf8')).toBe(flipped);
    expect(desk.logged).toHaveLength(1);

    writeFileSync(file, text);
    const whole = await startDesk({ folder });
    expect(await whole.protection.unlock(byPassphrase())).toEqual({ ok: true });
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, -20)],
    ['empty', () => ''],
    ['another JSON', () => '{}\n'],
    ['with a line more', (text: string) => `${text}\n`],
    ['with another order of lines', (text: string) => reversed(text)],
    ['of a newer version', (text: string) => text.replace('"version": 1', '"version": 2')],
  ])('opens nothing when it is %s', async (_, altered) => {
    const { file, text, folder, recovery } = await ended();
    writeFileSync(file, altered(text));
    await opensNothing(await startDesk({ folder }), recovery, 'damaged');
    expect(readFileSync(file, 'utf8')).toBe(altered(text));
  });

  it('gives no wrong key where somebody altered it with care, checksum and all', async () => {
    const { file, folder, recovery } = await ended();
    const found = readKeyFile(file);
    if (found.state !== 'sound') throw new Error(found.state);
    const { keys } = found;
    const { passphrase } = keys;
    if (passphrase === null || keys.keyStore === null) throw new Error('a slot is missing');
    const flipped = (base64: string) => {
      const bytes = Buffer.from(base64, 'base64');
      bytes[10] = (bytes[10] ?? 0) ^ 1;
      return bytes.toString('base64');
    };
    const tampered = [
      { ...passphrase, sealed: flipped(passphrase.sealed) },
      { ...passphrase, salt: flipped(passphrase.salt) },
      { ...passphrase, n: passphrase.n * 2 },
      { ...passphrase, p: 2 },
      keys.recovery,
    ];
    for (const slot of tampered) {
      writeKeyFile(file, { ...keys, passphrase: slot });
      const desk = await startDesk({ folder });
      expect(await desk.protection.unlock(byPassphrase())).toMatchObject({ reason: 'wrong' });
      expect(await desk.protection.unlock(byRecovery(recovery))).toEqual({ ok: true });
      await desk.protection.close();
      rmSync(desk.attempts);
    }
    const store = { key: flipped(keys.keyStore.key), sealed: keys.keyStore.sealed };
    writeKeyFile(file, { ...keys, keyStore: store });
    const desk = await startDesk({ folder, keyStore: machineStore('one machine') });
    expect(await desk.protection.status()).toMatchObject({ state: 'locked', keyStore: 'refused' });
  });

  it('that is gone, with something sealed, is not taken for no protection', async () => {
    const { file, folder, recovery } = await ended();
    const other = killedNow(folder);
    writeFileSync(join(other, 'keys.json.new'), 'cut short');
    rmSync(join(other, 'keys.json'));
    const desk = await startDesk({ folder: other });
    await opensNothing(desk, recovery, 'damaged');
    expect(desk.parts.opened).toBe(0);
    expect(readdirSync(dirname(file))).toContain('keys.json');
  });

  it('is written beside and renamed: what a cut-short write left is removed', async () => {
    const { folder, file, text } = await ended();
    writeFileSync(`${file}.new`, text.slice(0, 50));
    const desk = await startDesk({ folder });
    expect(readdirSync(folder)).not.toContain('keys.json.new');
    expect(await desk.protection.unlock(byPassphrase())).toEqual({ ok: true });
    expect(statSync(file).size).toBe(text.length);
  });
});

describe('its copy beside the backup', () => {
  it('follows every change', async () => {
    const desk = await protectedDesk({ copy: true });
    expect(readFileSync(desk.copy)).toEqual(readFileSync(desk.file));
    const before = readFileSync(desk.copy);
    const changed = await desk.protection.changePassphrase({
      proof: byPassphrase().way,
      next: 'another synthetic one',
    });
    expect(changed).toEqual({ ok: true });
    expect(readFileSync(desk.copy)).toEqual(readFileSync(desk.file));
    expect(readFileSync(desk.copy).equals(before)).toBe(false);
  });

  it.each([
    ['damaged', (file: string) => writeFileSync(file, '{}')],
    ['gone', (file: string) => rmSync(file)],
  ])('takes the place of one that is %s', async (_, spoil) => {
    const { folder, file, text } = await ended({ copy: true });
    spoil(file);
    const desk = await startDesk({ folder, copy: true });
    expect(await desk.protection.unlock(byPassphrase())).toEqual({ ok: true });
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect(desk.logged).toHaveLength(1);
  });

  it('is mended at the next start when it could not be written', async () => {
    const { folder, copy, file } = await ended({ copy: true });
    rmSync(dirname(copy), { recursive: true });
    const without = await startDesk({ folder, copy: true });
    expect(await without.protection.unlock(byPassphrase())).toEqual({ ok: true });
    expect(without.logged.join()).toContain('could not be copied');
    mkdirSync(dirname(copy));
    await without.restart();
    expect(readFileSync(copy)).toEqual(readFileSync(file));
  });

  it('of another desk is set aside, not overwritten', async () => {
    const other = await ended();
    const desk = await startDesk({ copy: true });
    writeFileSync(desk.copy, other.text);
    const { recovery } = desk.protection.prepare();
    const request = { passphrase: PASSPHRASE, keyStore: false, recovery };
    expect(await desk.protection.setUp(request)).toEqual({ ok: true });
    const aside = readdirSync(dirname(desk.copy)).filter((name) => name.includes('replaced'));
    expect(aside).toHaveLength(1);
    expect(readFileSync(join(dirname(desk.copy), aside[0] ?? ''), 'utf8')).toBe(other.text);
  });

  it('alone does not make an unprotected desk a locked one', async () => {
    const other = await ended();
    const bare = await startDesk({ copy: true });
    writeFileSync(bare.copy, other.text);
    const again = await bare.restart();
    expect(await again.protection.status()).toMatchObject({ state: 'none' });
  });
});

/** The two members of the file in the other order. */
function reversed(text: string): string {
  const { keys, check } = JSON.parse(text) as { keys: unknown; check: unknown };
  return `${JSON.stringify({ check, keys }, null, 2)}\n`;
}
