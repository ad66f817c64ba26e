import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

const GUID = /[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}/i;

/**
 * What tells this machine from another to which its disk or profile was copied. It stays on the
 * machine: the register keeps it to notice the copy. The host name is the last resort, because some
 * systems change it with the network.
 */
export function machineId(platform: NodeJS.Platform = process.platform): string {
  return attempt(() => systemId(platform)) ?? `name:${hostname()}`;
}

function systemId(platform: NodeJS.Platform): string | null {
  switch (platform) {
    case 'linux': {
      const id = readFileSync('/etc/machine-id', 'utf8').trim();
      return id === '' ? null : `id:${id}`;
    }
    case 'darwin':
      return guidIn('/usr/sbin/ioreg', ['-rd1', '-c', 'IOPlatformExpertDevice']);
    case 'win32':
      return guidIn('reg', [
        ...['query', String.raw`HKLM\SOFTWARE\Microsoft\Cryptography`, '/v', 'MachineGuid'],
      ]);
    default:
      return null;
  }
}

function guidIn(program: string, args: string[]): string | null {
  const text = execFileSync(program, args, {
    encoding: 'utf8',
    timeout: 5000,
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const guid = GUID.exec(text)?.[0];
  return guid === undefined ? null : `id:${guid.toLowerCase()}`;
}

/** A system that does not tell is no fault: the caller has something else. */
function attempt(read: () => string | null): string | null {
  try {
    return read();
  } catch {
    return null;
  }
}
