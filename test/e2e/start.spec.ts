import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findBrowser } from '../../scripts/lib/browser.mjs';
import { expect, listen, test as base } from './support/app';
import { StartCommand } from './support/command';

/** `npm start` itself; everything else in this folder starts the built host directly. */
const ADDRESS = /^ {2}(http:\/\/127\.0\.0\.1:\d+\/\S+)$/m;

type Start = (args: string[], environment?: Readonly<Record<string, string>>) => StartCommand;

const test = base.extend<{ start: Start }>({
  // It asks for `profile`, so that every command has ended before its folder goes.
  start: async ({ profile: _profile }, use) => {
    const commands: StartCommand[] = [];
    await use((args, environment) => {
      const command = new StartCommand(args, environment);
      commands.push(command);
      return command;
    });
    await Promise.all(commands.map((command) => command.end()));
  },
});

test('without a window it says why, prints an address and serves until Ctrl+C', async ({
  start,
  profile,
  browser,
}) => {
  const command = start(['--no-window', '--profile', profile]);
  const [, address = ''] = await command.printed(ADDRESS);
  expect(command.output).toContain('without Electron: no window was asked for');

  const page = await browser.newPage();
  const complaints = listen(page);
  await page.goto(address);
  await expect(page).toHaveTitle(/Rostrum/);
  await expect(page.getByRole('main')).toBeVisible();
  expect(complaints).toEqual([]);
  await page.close();

  expect(await command.interrupt()).toBe(0);
});

test('a second start finds the first and prints an address of it', async ({
  start,
  profile,
  browser,
}) => {
  const first = start(['--no-window', '--profile', profile]);
  const [, address = ''] = await first.printed(ADDRESS);

  const second = start(['--no-window', '--profile', profile]);
  expect(await second.ended()).toBe(0);
  expect(second.output).toContain('Rostrum is running already');
  const [, joined = ''] = await second.printed(ADDRESS);
  expect(new URL(joined).origin).toBe(new URL(address).origin);

  const page = await browser.newPage();
  await page.goto(joined);
  await expect(page).toHaveTitle(/Rostrum/);
  await page.close();
  expect(await first.interrupt()).toBe(0);
});

test('without a display it serves, and keeps its port between starts', async ({
  start,
  profile,
}) => {
  const first = start(['--profile', profile]);
  const [, before = ''] = await first.printed(ADDRESS);
  expect(first.output).toContain('there is no display');
  await first.interrupt();

  const again = start(['--profile', profile]);
  const [, after = ''] = await again.printed(ADDRESS);
  expect(new URL(after).port).toBe(new URL(before).port);
  await again.interrupt();
});

test('closing the window ends the program', async ({ start, profile }) => {
  test.skip(process.platform !== 'linux', 'the stand-in for a browser window is a shell script');
  // A window where there is no screen: the same browser, headless, which tells its process id.
  const stand = join(profile, 'window.sh');
  const pidFile = join(profile, 'window.pid');
  const real = findBrowser() ?? '';
  await writeFile(stand, `#!/bin/sh\necho $$ >'${pidFile}'\nexec '${real}' --headless "$@"\n`);
  await chmod(stand, 0o700);

  const command = start(['--web', '--profile', profile], {
    DISPLAY: ':99',
    CHROMIUM_PATH: stand,
  });
  await command.printed(/in a browser window, without Electron: it was asked for/);
  const pid = () => readFile(pidFile, 'utf8').then(Number, () => 0);
  await expect.poll(pid).toBeGreaterThan(0);
  // The window has its own private profile beside the desk's data.
  await expect
    .poll(() =>
      readFile(join(profile, 'browser', 'Local State')).then(
        () => true,
        () => false,
      ),
    )
    .toBe(true);
  process.kill(await pid(), 'SIGTERM');
  expect(await command.ended()).toBe(0);
});

test('--help explains, and a wrong option is refused with the same explanation', async ({
  start,
}) => {
  const help = start(['--help']);
  expect(await help.ended()).toBe(0);
  expect(help.output).toContain('--no-window');

  const wrong = start(['--port', 'eighty']);
  expect(await wrong.ended()).toBe(1);
  expect(wrong.output).toContain('--port wants a number');
  expect(wrong.output).toContain('--no-window');
});
