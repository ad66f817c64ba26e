import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPageFile } from '@electron/bridge/page-files';

const base = mkdtempSync(join(tmpdir(), 'rostrum-pages-'));
const root = join(base, 'renderer');

beforeAll(() => {
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(
    join(root, 'index.html'),
    '<meta name="style-nonce" content="__STYLE_NONCE__"><link nonce="__STYLE_NONCE__">',
  );
  writeFileSync(join(root, 'assets', 'main-1a2b.js'), 'export {};');
  writeFileSync(join(root, 'assets', 'notes.txt'), 'not for pages');
  writeFileSync(join(root, '.hidden.js'), 'hidden');
  writeFileSync(join(base, 'secret.json'), '{}');
  symlinkSync(join(base, 'secret.json'), join(root, 'link.json'));
});
afterAll(() => rmSync(base, { recursive: true }));

const policyOf = (headers: Readonly<Record<string, string>> | undefined) =>
  headers?.['content-security-policy'] ?? '';

describe('a file of the built renderer', () => {
  it('is the page itself, each time with a nonce of its own in text and policy', async () => {
    const [first, second] = [
      await readPageFile(root, '/'),
      await readPageFile(root, '/index.html'),
    ];
    const nonces = [first, second].map((file) => {
      const [nonce, other] = [
        ...file!.body.toString().matchAll(/(?:content|nonce)="([^"]+)"/g),
      ].map((match) => match[1]!);
      expect(other).toBe(nonce);
      expect(policyOf(file?.headers)).toContain(`style-src 'self' 'nonce-${nonce!}'`);
      return nonce;
    });
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(first?.headers['cache-control']).toBe('no-store');
  });

  it('comes with a strict policy and the headers that go with it', async () => {
    const file = await readPageFile(root, '/assets/main-1a2b.js');
    expect(file?.body.toString()).toBe('export {};');
    const policy = policyOf(file?.headers).split('; ');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policyOf(file?.headers)).not.toMatch(/unsafe|\*|http/);
    // The camera scans badges; everything else that a page could ask for is off.
    const features = String((file?.headers as Record<string, string>)['permissions-policy']);
    expect(features.split(', ').filter((one) => !one.endsWith('=()'))).toEqual(['camera=(self)']);
    for (const off of ['microphone', 'geolocation', 'display-capture', 'usb', 'hid', 'serial']) {
      expect(features).toContain(`${off}=()`);
    }
    expect(file?.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    });
  });

  it.each([
    ...['/../secret.json', '/%2e%2e/secret.json', '/assets/../../secret.json', '/..%2fsecret.json'],
    ...[
      '/assets/..%5c..%5csecret.json',
      '/%252e%252e/secret.json',
      '//secret.json',
      '/assets//x.js',
    ],
    ...['/link.json', '/.hidden.js', '/assets/notes.txt', '/assets', '/assets/', '/nothing.js', ''],
    ...['/index.html%00.js', '/C:/secret.json', '/%', '/%ff.js', 'index.html', '/./index.html'],
  ])('is not found at %s', async (path) => expect(await readPageFile(root, path)).toBeNull());
});
