import { request } from 'node:http';
import { processLives, STARTING_MS, type Instance, type Standing } from '../settings/instance';
import { LOOPBACK } from './listen';
import { proveOwner } from './owner-proof';
import { entrySchema, healthSchema } from './routes';

/** Another start answers at once or it hangs, in milliseconds. */
const PATIENCE_MS = 3000;

/** Whether the one who has the profile is still there. `secret` is the profile's, which both can read. */
export async function standingOf(holder: Instance, secret: string, now: number): Promise<Standing> {
  if (!processLives(holder.pid)) return 'gone';
  // Electron keeps its own lock and answers nothing; its process is all there is to go by.
  if (holder.shell === 'electron') return 'lives';
  if (holder.port === null) return now - Date.parse(holder.at) < STARTING_MS ? 'lives' : 'gone';
  const answer = await ask(holder.port, '/health', secret);
  if (answer.state === 'silent') return 'lives';
  // Nobody there, or another program on the port: the process id has been given to somebody else.
  if (answer.state === 'nobody') return 'gone';
  return healthSchema.safeParse(answer.value).data?.pid === holder.pid ? 'answers' : 'gone';
}

/** A fresh address for one window of the instance that is already running; null when it gives none. */
export async function entryOf(port: number, secret: string): Promise<string | null> {
  const answer = await ask(port, '/entry', secret);
  return answer.state === 'proven' ? (entrySchema.safeParse(answer.value).data?.url ?? null) : null;
}

type Answer =
  | { state: 'proven'; value: unknown }
  /** Nobody listens, or not this program. */
  | { state: 'nobody' }
  /** Somebody listens and says nothing. */
  | { state: 'silent' };

/** Asks the server on this port as its owner, and believes only an answer that proves the secret. */
function ask(port: number, path: string, secret: string): Promise<Answer> {
  const { authorization, expected } = proveOwner(secret, port, path);
  return new Promise((resolve) => {
    const asking = request(
      {
        ...{ host: LOOPBACK, port, path, method: 'GET', agent: false, timeout: PATIENCE_MS },
        headers: { authorization },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', () => resolve({ state: 'nobody' }));
        response.on('end', () => {
          const value = readJson(Buffer.concat(parts).toString('utf8'));
          resolve(isProven(value, expected) ? { state: 'proven', value } : { state: 'nobody' });
        });
      },
    );
    asking.on('timeout', () => {
      resolve({ state: 'silent' });
      asking.destroy();
    });
    asking.on('error', () => resolve({ state: 'nobody' }));
    asking.end();
  });
}

const isProven = (value: unknown, expected: string): boolean =>
  typeof value === 'object' && value !== null && 'proof' in value && value.proof === expected;

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
