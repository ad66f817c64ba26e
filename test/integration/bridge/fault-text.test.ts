import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { BridgeError } from '@shared/contract/failure';
import { faultText } from '@electron/bridge/fault-text';
import { createRouter } from '@electron/bridge/router';
import { DamageError } from '@electron/register/failures';
import { fakeHost, someDraft } from '../../support/fake-host';

const NAME = 'Sesame Synthetic';

/** What a piece of work throws. */
function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (fault) {
    return fault;
  }
  throw new Error('nothing was thrown');
}

describe('a fault in the log', () => {
  it.each<[string, () => unknown, RegExp]>([
    ['of JSON', () => JSON.parse(NAME) as unknown, /^SyntaxError\n {4}at /],
    [
      'of SQLite',
      () => new DatabaseSync(':memory:').exec(NAME),
      /^Error \(code ERR_SQLITE_ERROR, errcode 1\)\n/,
    ],
    [
      'of the program',
      () => Reflect.get(null as unknown as object, NAME) as unknown,
      /^TypeError\n {4}at /,
    ],
    [
      'whose text looks like a place',
      () => {
        throw new Error(`x\n    at ${NAME}\n    at ${NAME} (${NAME}:1:1)`);
      },
      /^Error\n {4}at /,
    ],
    [
      'that is a text',
      () => {
        throw NAME as unknown as Error;
      },
      /^a thrown string$/,
    ],
    [
      'with a name for a name',
      () => {
        throw Object.assign(new Error('x'), { name: NAME, code: NAME });
      },
      /^Error\n {4}at /,
    ],
    [
      'with a cause',
      () => {
        throw new DamageError('operation 7 cannot be read', { cause: new Error(NAME) });
      },
      /^DamageError: operation 7 cannot be read\n[^]*caused by Error\n {4}at /,
    ],
    [
      'of the bridge',
      () => {
        throw new BridgeError('bad-answer', 'register.read');
      },
      /^BridgeError: bridge\(bad-answer\) register\.read\n/,
    ],
  ])('%s is written without what it is about', (_, work, expected) => {
    const text = faultText(thrownBy(work));
    expect(text).toMatch(expected);
    expect(text).not.toContain(NAME);
  });

  it('of a commit holds no name, though the fault does', async () => {
    const host = fakeHost();
    const draft = someDraft({ personal: { set: { family: NAME } } });
    const failing = {
      ...host,
      register: {
        ...host.register,
        commitChecked: () => {
          throw new TypeError(`cannot store ${JSON.stringify(draft)}`);
        },
      },
    };
    const answer = createRouter(failing).call(
      'register.commit',
      { drafts: [draft] },
      { window: null },
    );
    await expect(answer).rejects.toThrow(/^bridge\(failed\) register\.commit$/);
    const [reported] = host.faults;
    expect(reported?.channel).toBe('register.commit');
    expect(faultText(reported?.fault)).toMatch(/^TypeError\n {4}at /);
    expect(faultText(reported?.fault)).not.toContain(NAME);
  });

  it('of an answer names no more than its member', async () => {
    const host = fakeHost({
      settings: {
        ...fakeHost().settings,
        read: () => ({ importProfiles: { [NAME]: () => 0 } }) as never,
      },
    });
    const router = createRouter(host);
    await expect(router.call('settings.read', {}, { window: null })).rejects.toThrow('bad-answer');
    expect(faultText(host.faults[0]?.fault)).not.toContain(NAME);
  });
});
