import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from './support/test';

/** In which language the sample's parties are written to: one of each. */
const LANGUAGES = {
  BEL: 'fr',
  CHN: 'zh',
  ESP: 'es',
  'GCC-CICCD': 'ar',
  TKM: 'ru',
  TUR: 'en',
};

test('every party is written to in its language, one draft each', async ({ rostrum, page }) => {
  const { t, delegates, frame, letters } = rostrum;
  await rostrum.openDemonstration();
  await frame.go('delegates');
  await delegates.rows.nth(1).waitFor();
  await letters.toAll();

  // What is about to go can be read, and changed, before it goes.
  await letters.choose('Turkmenistan');
  await expect(letters.subject).toHaveValue(/^Напоминание/);
  await expect(letters.body).toHaveValue(/Drebyewa/);
  await expect(letters.subject).toHaveAttribute('lang', 'ru');
  await letters.subject.fill('Проба: напоминание');
  await letters.choose('Portugal');
  await expect(letters.dialog).toContainText(t('letters:problem.no-recipient'));

  const download = await letters.saveAll();
  expect(download.suggestedFilename()).toBe('reminders.zip');
  await frame.expectSaid(t('letters:saved', { name: 'reminders.zip' }));
  const files = unzipSync(await readFile(await download.path()));
  const drafts = new Map(
    Object.entries(files).map(([name, bytes]) => [
      name.replace(/^reminder-|\.eml$/g, ''),
      draftOf(strFromU8(bytes)),
    ]),
  );
  const written = await letters.parties.getByRole('listitem').count();
  const left = await letters.parties.getByText(t('letters:problem.short')).count();
  expect(left).toBeGreaterThan(3);
  expect(drafts.size).toBe(written - left);
  expect(drafts.has('PRT')).toBe(false);

  for (const [code, language] of Object.entries(LANGUAGES)) {
    const draft = drafts.get(code);
    expect(draft?.header('Content-Language'), code).toBe(language);
    expect(draft?.header('X-Unsent'), code).toBe('1');
    expect(draft?.to, code).toContain(`focal.point.${code.toLowerCase()}@example.org`);
  }
  // Each speaks of its own people, and of no others.
  expect(drafts.get('TKM')?.body).toContain('Drebyewa');
  expect(drafts.get('BEL')?.body).toContain('Françoise Nolvault');
  for (const [code, { body, to }] of drafts) {
    expect(body.includes('Nolvault'), code).toBe(code === 'BEL');
    expect(new Set(to.map(partyOf)).size, code).toBe(1);
  }
  const addressees = new Set([...drafts.values()].flatMap(({ to }) => to.map(partyOf)));
  expect(addressees.size).toBe(drafts.size);
  expect(drafts.get('TKM')?.subject).toBe('Проба: напоминание');
  await expect(page.getByText(t('letters:names'))).toBeVisible();
});

/** Whose focal point receives mail at an address of the sample. */
const partyOf = (address: string): string =>
  /^focal\.point\d?\.(.+)@example\.org$/.exec(address)?.[1] ?? address;

/** A draft of RFC 5322 as a mail program opens it; its body is base64 in UTF-8. */
function draftOf(text: string) {
  const [head = '', body = ''] = text.split('\r\n\r\n');
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const header = (name: string): string =>
    lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? '';
  const words = [...header('Subject').matchAll(/=\?UTF-8\?B\?([^?]*)\?=/g)];
  const decoded = words.map(([, word = '']) => Buffer.from(word, 'base64').toString('utf8'));
  return {
    header,
    subject: words.length === 0 ? header('Subject') : decoded.join(''),
    to: [...header('To').matchAll(/[^\s<>,"]+@[^\s<>,"]+/g)].map(([address]) => address),
    body: Buffer.from(body, 'base64').toString('utf8'),
  };
}
