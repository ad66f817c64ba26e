import { randomInt, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { version } from '../../package.json';
import { faultText } from '../bridge/fault-text';
import { openHost } from '../bridge/open-host';
import { removeOtherOrigins } from '../settings/page-storage';
import { prepareProfile, profileAt } from '../settings/profile';
import { openSettings } from '../settings/settings';
import { findBrowser } from './browser';
import { NO_KEY_STORE } from './key-store';
import { createPrinter } from './printing';
import { startWebServer } from './server';
import { openConf } from './settings-store';
import { takeProfile } from './take-profile';
import { createWebShell } from './web-shell';
import { openWebState } from './web-state';

/**
 * The web shell: `main.js [--port N]`. When it can be used it writes one line of JSON to standard output,
 * `{"ready":true,"url","port","joined","notices":[…]}`, and serves until SIGTERM or SIGINT; `joined` says
 * that the address belongs to a host that was already running, and this one ends. When it cannot start it
 * says why on standard error and ends with 1. From the environment: `ROSTRUM_PROFILE`, `ROSTRUM_PORT`,
 * `ROSTRUM_BACKUP`, `CHROMIUM_PATH`, `ROSTRUM_DEVELOPMENT`.
 */
interface Ready {
  url: string;
  port: number;
  joined: boolean;
  notices: string[];
}

const say = (ready: Ready): void => console.log(JSON.stringify({ ready: true, ...ready }));
const log = (message: string): void => console.error(`rostrum: ${message}`);
const now = (): number => Date.now();
const iso = (): string => new Date().toISOString();

async function main(): Promise<void> {
  const { env, platform } = process;
  const profile = profileAt();
  prepareProfile(profile);

  const taken = await takeProfile(profile, now);
  if (taken.state === 'running') {
    say({ url: taken.url, port: taken.port, joined: true, notices: [] });
    return;
  }
  if (taken.state === 'refused') {
    refuse(taken.reason);
    return;
  }
  const { claim } = taken;

  const locale = new Intl.DateTimeFormat().resolvedOptions().locale;
  const state = openWebState(profile.settings, iso);
  const settings = openSettings({
    folder: profile.settings,
    openStore: openConf,
    newId: randomUUID,
    locale,
    now: iso,
    backupLabel: profile.backupLabel,
  });
  const web = createWebShell({
    now,
    printPdf: createPrinter({
      browser: () => findBrowser(env, platform),
      places: profile,
      asRoot: process.getuid?.() === 0,
    }),
  });
  const host = await openHost({
    profile,
    settings,
    shell: web.shell,
    keyStore: NO_KEY_STORE,
    facts: { version, platform, locale, development: env['ROSTRUM_DEVELOPMENT'] === '1' },
    now,
    report: (channel, fault) => log(`${channel}: ${faultText(fault)}`),
    log,
  });
  const started = await startWebServer({
    router: host.router,
    web,
    pages: join(import.meta.dirname, '..', 'renderer'),
    secret: state.read().secret,
    ports: { wanted: wantedPort(), kept: state.read().port },
    random: () => randomInt(2 ** 32) / 2 ** 32,
    now,
  });
  if (!started.ok) {
    await host.close();
    claim.release();
    refuse(started.reason);
    return;
  }
  const { server } = started;
  const { port } = server;
  removeOtherOrigins(profile, port);
  state.write({ port });
  claim.publish(port);

  const notices = [
    ...(server.moved ? ['port-moved'] : []),
    ...(settings.setAside === null ? [] : ['settings-set-aside']),
  ];
  if (server.moved) {
    console.error(
      `rostrum: another program uses the port of the last start; this desk is now at port ${port}. ` +
        'Nothing is lost: the window builds its own copy of the data again from the register.',
    );
  }
  if (settings.setAside !== null) {
    console.error(
      `rostrum: the settings could not be read and were set aside as ${settings.setAside}; ` +
        'what was still valid in them is kept.',
    );
  }

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await server.close();
    await host.close();
    claim.release();
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
  say({ url: server.entryUrl(), port, joined: false, notices });
}

const REFUSALS = {
  'open-in-electron': 'this desk is open in Electron on this computer; close it there first.',
  'not-answering':
    'this desk is open in another process, which does not answer. End that one first; if there is ' +
    'none, delete instance.json in the profile folder.',
  'port-taken': 'the port is used by another program; choose another one.',
};

function refuse(reason: keyof typeof REFUSALS): void {
  console.error(`rostrum: ${REFUSALS[reason]}`);
  process.exitCode = 1;
}

/** `--port`, else `ROSTRUM_PORT`: that port or none. What is no port is as if it were not there. */
function wantedPort(): number | null {
  const { values } = parseArgs({ options: { port: { type: 'string' } }, strict: false });
  const text = typeof values.port === 'string' ? values.port : process.env['ROSTRUM_PORT'];
  return text !== undefined && /^\d{1,5}$/.test(text) && Number(text) <= 65535
    ? Number(text)
    : null;
}

// Node's own report of a fault that nobody caught would print its message, whatever is in that.
process.on('uncaughtException', (fault) => {
  log(`stopped: ${faultText(fault)}`);
  process.exit(1);
});

try {
  await main();
} catch (fault) {
  // Such as a register that another process holds, or a profile folder that may not be written.
  log(`could not start: ${faultText(fault)}`);
  process.exit(1);
}
