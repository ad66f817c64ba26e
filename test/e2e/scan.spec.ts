import { newBadgeCode } from '@shared/domain/badge/code';
import { findBrowser } from '../../scripts/lib/browser.mjs';
import { LAYOUTS } from '../support/keyboard-layouts';
import { seededCodes } from '../unit/domain/badge/support';
import { issueBadges, type Bearer } from './support/badges';
import { filmOf } from './support/fake-camera';
import type { Host } from './support/host';
import { Scanner } from './support/scanner';
import { expect, test } from './support/test';
import type { Rostrum } from './pages/rostrum';

/** Badges at the desk: from the camera, from scanners, and those that nobody knows yet. */
const FILMED = newBadgeCode((bytes) => new Uint8Array(bytes).fill(77));
const executablePath = findBrowser();

test.use({
  launchOptions: {
    ...(executablePath !== null && { executablePath }),
    args: [
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${filmOf(FILMED)}`,
    ],
  },
});

/** Opens the demonstration's desk and has other desks print badges with these codes. */
async function withBadges(
  { rostrum, host, profile }: { rostrum: Rostrum; host: Host; profile: string },
  codes: readonly string[],
): Promise<{ bearers: Bearer[]; further: (more: readonly string[]) => Promise<Bearer[]> }> {
  await rostrum.openDemonstration();
  const route = rostrum.frame.route();
  const meeting = /[0-9a-f-]{36}/.exec(route)?.[0] ?? '';
  const further = async (more: readonly string[]) => {
    // The window must not complain that the host is gone.
    await rostrum.page.goto('about:blank');
    await host.stop();
    const issued = issueBadges(profile, meeting, more);
    await host.start();
    await rostrum.page.goto(host.url);
    await rostrum.page.goto(`${host.origin}/${route}`);
    await rostrum.desk.box.waitFor();
    return issued;
  };
  return { bearers: await further(codes), further };
}

test('a printed badge before the camera', async ({ rostrum, host, profile, page }) => {
  const { bearers } = await withBadges({ rostrum, host, profile }, [FILMED]);
  const [{ name } = { name: '' }] = bearers;
  const { desk, t } = rostrum;
  await page.getByRole('button', { name: t('desk:camera') }).click();
  const panel = page.getByRole('region', { name: t('scan:camera.title') });
  await expect(panel.getByText(t('scan:camera.hint'))).toBeVisible();
  await expect(desk.answer).toContainText(t('desk:welcome'));
  await expect(desk.answer).toContainText(name);

  // It stays in the picture: that is one scan.
  const video = panel.locator('video');
  const seconds = () => video.evaluate((one: HTMLVideoElement) => one.currentTime);
  const then = await seconds();
  await expect.poll(seconds).toBeGreaterThan(then + 3);
  await expect(desk.answer).toContainText(t('desk:welcome'));
  await expect(desk.lastActions).toHaveCount(1);

  // The camera is pulled out, and is used again when somebody asks for it.
  const track = await video.evaluateHandle(
    (one: HTMLVideoElement) => (one.srcObject as MediaStream).getTracks()[0],
  );
  await track.evaluate((one) => {
    one?.stop();
    one?.dispatchEvent(new Event('ended'));
  });
  await expect(panel.getByText(t('scan:camera.trouble.gone.title'))).toBeVisible();
  await panel.getByRole('button', { name: t('scan:camera.retry') }).click();
  await expect(panel.getByText(t('scan:camera.hint'))).toBeVisible();
  await expect(desk.box).toBeFocused();

  // The light goes out with the panel.
  const again = await video.evaluateHandle(
    (one: HTMLVideoElement) => (one.srcObject as MediaStream).getTracks()[0],
  );
  await panel.getByRole('button', { name: t('scan:camera.close') }).click();
  await expect(panel).toBeHidden();
  expect(await again.evaluate((one) => one?.readyState)).toBe('ended');
  await expect(desk.box).toBeFocused();
});

test('scanners at 5 ms a key on four layouts', async ({ rostrum, host, profile, page }) => {
  const codes = seededCodes(41, LAYOUTS.length * 2);
  const { bearers } = await withBadges({ rostrum, host, profile }, codes);
  const { desk, t } = rostrum;
  const scanner = new Scanner(page);
  const next = bearers[Symbol.iterator]();
  const take = (): Bearer => next.next().value ?? { code: '', name: '' };

  for (const layout of LAYOUTS) {
    // In the box, with something in it that somebody has begun to type.
    const { code, name } = take();
    await desk.box.fill('');
    await desk.box.focus();
    await scanner.scan(code, layout);
    await expect(desk.answer, layout.name).toContainText(name);
    await expect(desk.answer).toContainText(t('desk:welcome'));
    await expect(desk.box).toHaveValue('');

    // On a button, which the scanner's Enter does not press.
    const other = take();
    const camera = page.getByRole('button', { name: t('desk:camera') });
    await camera.focus();
    await scanner.scan(other.code, layout);
    await expect(desk.answer, layout.name).toContainText(other.name);
    await expect(camera).toHaveAttribute('aria-pressed', 'false');
  }
  await expect(desk.lastActions).toHaveCount(codes.length);

  // In a text that somebody is writing.
  const [first = take()] = bearers;
  await page.keyboard.press('Alt+W');
  const form = page
    .getByRole('main')
    .getByRole('textbox')
    .or(page.getByRole('main').getByRole('combobox'));
  const fields = await form.all();
  expect(fields.length).toBeGreaterThan(1);
  for (const field of fields) {
    await field.focus();
    const before = await field.inputValue();
    await scanner.scan(first.code);
    await expect(field).toHaveValue(before);
  }
});

test('half codes, noise and a long paste', async ({ rostrum, host, profile, page, context }) => {
  const [code = ''] = seededCodes(43, 1);
  const { bearers } = await withBadges({ rostrum, host, profile }, [code]);
  const { desk, t } = rostrum;
  const scanner = new Scanner(page);
  await desk.box.focus();
  await scanner.scan(code.slice(0, 6));
  await expect(desk.answer).toBeVisible();
  await expect(desk.box).toHaveValue('');
  await expect(desk.lastActions).toHaveCount(0);

  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const paste = async (text: string) => {
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await desk.box.focus();
    await page.keyboard.press('ControlOrMeta+V');
  };
  await paste('x'.repeat(4096));
  await expect(desk.box).toHaveValue('x'.repeat(200));
  await expect(page.getByText(t('scan:paste.cut', { count: 200 })).first()).toBeVisible();
  await desk.box.fill('');
  await paste(` ${code.toLowerCase()}\n`);
  await expect(desk.answer).toContainText(bearers[0]?.name ?? '');
  await expect(desk.answer).toContainText(t('desk:welcome'));
  await expect(desk.box).toHaveValue('');

  // Typed fast, and it is typing all the same; undoing it leaves what was there before.
  await desk.box.pressSequentially('te', { delay: 60 });
  await expect(desk.box).toHaveValue('te');
});

test('a scan that nobody knows is kept, and settles itself', async ({
  rostrum,
  host,
  profile,
  page,
}) => {
  const [unknown = '', never = ''] = seededCodes(47, 2);
  const { further } = await withBadges({ rostrum, host, profile }, []);
  const { desk, t } = rostrum;
  const scanner = new Scanner(page);
  const kept = page.getByRole('region', { name: t('scan:kept.title') });
  await expect(kept).toBeHidden();
  await desk.box.focus();
  await scanner.scan(unknown);
  await expect(kept.getByText(t('scan:kept.why.unknown'))).toHaveCount(1);
  await scanner.scan(never);
  await expect(kept.getByText(t('scan:kept.why.unknown'))).toHaveCount(2);

  const [bearer] = await further([unknown]);
  const settled = kept.getByRole('listitem').filter({ hasText: t('scan:kept.settled') });
  await expect(settled).toContainText(bearer?.name ?? '');
  await expect(kept.getByText(t('scan:kept.why.unknown'))).toHaveCount(1);

  // Whoever it was is here, once.
  await scanner.scan(unknown);
  await expect(desk.answer).toContainText(t('desk:already'));
  await expect(desk.answer).toContainText(bearer?.name ?? '');

  // The other one is dismissed with a key, and taken back.
  await page.keyboard.press('Alt+X');
  await expect(kept.getByText(t('scan:kept.why.unknown'))).toBeHidden();
  await page.getByRole('button', { name: t('scan:kept.undo') }).click();
  await expect(kept.getByText(t('scan:kept.why.unknown'))).toHaveCount(1);
  await expect(desk.box).toBeFocused();
});

test('a scanner with an input method switched on', async ({ rostrum, host, profile, page }) => {
  const [first = '', second = ''] = seededCodes(75, 2);
  const { bearers } = await withBadges({ rostrum, host, profile }, [first, second]);
  const { desk, t } = rostrum;
  const scanner = new Scanner(page);
  await expect(desk.box).toBeFocused();
  await scanner.compose(first);
  await expect(desk.answer).toContainText(t('desk:welcome'));
  await expect(desk.answer).toContainText(bearers[0]?.name ?? '');
  await expect(desk.box).toHaveValue('');
  await expect(desk.box).toBeFocused();

  // Keys that come within a tenth of a second after a scan are the scanner's own.
  const scanned = await page.evaluate(() => performance.now());
  await page.waitForFunction((since) => performance.now() - since > 100, scanned);
  // In a form, what was typed stays, and nothing of the code comes to it.
  await desk.type('Anna Testova');
  await page.keyboard.press('Alt+W');
  const name = page.getByLabel(t('walkIn:name'));
  await expect(name).toHaveValue('Anna Testova');
  await name.focus();
  await scanner.compose(second);
  await expect(desk.answer).toContainText(bearers[1]?.name ?? '');
  await expect(name).toHaveValue('Anna Testova');
  await expect(name).toBeFocused();
});
