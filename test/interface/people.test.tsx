import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { v7 as newId } from 'uuid';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openWindow, type TestWindow } from './support/window';
import { distinctionId } from '@shared/domain/person/distinctions';
import { draft, type DecisionContext } from '@shared/operation/draft';
import type { Draft } from '@shared/operation/operation';
import { jobs, type JobRequest } from '@renderer/workers/jobs';
import { PeoplePage, PersonPage } from '@renderer/features/people';

const routes = [
  { path: '/people', element: <PeoplePage /> },
  { path: '/people/:person', element: <PersonPage /> },
];
const context: DecisionContext = { newId, now: '2026-11-21T09:00:00.000Z' };

/** jsdom has no workers: the same job, in the page. */
class JobInPage extends EventTarget {
  postMessage({ job, input }: JobRequest): void {
    const run = jobs[job] as (input: unknown, report: () => void) => Promise<unknown>;
    void run(input, () => undefined).then((output) => {
      this.dispatchEvent(new MessageEvent('message', { data: { ok: true, output } }));
    });
  }
  terminate(): void {
    // Nothing runs on.
  }
}

beforeAll(() => {
  Object.assign(window, { Worker: JobInPage });
  Object.assign(globalThis, { Worker: JobInPage });
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(cleanup);

function person(family: string, given: string, set: object = {}): { id: string; drafted: Draft } {
  const id = newId();
  const drafted = draft(context, {
    type: 'person.recorded',
    subjects: [id],
    body: { id, set: { synthetic: true } },
    personal: { set: { family, given, ...set } },
  });
  return { id, drafted };
}

/** Two records that look like one human being, and somebody else. */
function world() {
  const one = person('Ejemplo', 'Ana', { emails: ['ana@example.org'], languages: ['es'] });
  const other = person('EJEMPLO', 'Ana', { emails: ['ana@example.org'] });
  const third = person('Voorbeeld', 'Jan');
  return { one, other, third, drafts: [one, other, third].map(({ drafted }) => drafted) };
}

const last = ({ register }: TestWindow) => register.operations.at(-1)?.operation;

describe('people who look alike and are not the same', () => {
  it('are told apart by a key, proposed no more, and proposed again when it is taken back', async () => {
    const { one, other, drafts } = world();
    const opened = await openWindow({ routes, at: '/people?part=duplicates', drafts });
    const list = await screen.findByRole('list', { name: 'Possible duplicates' });
    expect(within(list).getAllByText(/^ejemplo, ana$/i)).toHaveLength(2);
    fireEvent.keyDown(list, { key: 'n', code: 'KeyN' });
    expect(await screen.findByText('No likely duplicates')).toBeTruthy();
    const [smaller, greater] = [one.id, other.id].sort();
    expect(last(opened)).toMatchObject({
      type: 'person.told-apart',
      body: {
        id: distinctionId(one.id, other.id),
        set: { one: smaller, other: greater, removed: false },
      },
    });
    expect(screen.getByText('1 pair was looked at and is not proposed again.')).toBeTruthy();

    fireEvent.click(screen.getByRole('button', { name: /^Take back: / }));
    expect(await screen.findByRole('list', { name: 'Possible duplicates' })).toBeTruthy();
    expect(last(opened)).toMatchObject({
      type: 'person.not-told-apart',
      body: { id: distinctionId(one.id, other.id), set: { removed: true } },
    });
    expect(screen.queryByText(/is not proposed again/)).toBeNull();
  });

  it('are told apart with the button as well, and the message takes it back', async () => {
    const { drafts } = world();
    await openWindow({ routes, at: '/people?part=duplicates', drafts });
    fireEvent.click(await screen.findByRole('button', { name: 'Not the same' }));
    await screen.findByText('No likely duplicates');
    await screen.findAllByText(/ are told apart$/);
    fireEvent.click(screen.getAllByRole('button', { name: 'Undo' }).at(-1)!);
    expect(await screen.findByRole('button', { name: 'Not the same' })).toBeTruthy();
  });

  it('does nothing with the key that belongs to the browser', async () => {
    const { drafts } = world();
    const { register } = await openWindow({ routes, at: '/people?part=duplicates', drafts });
    const list = await screen.findByRole('list', { name: 'Possible duplicates' });
    fireEvent.keyDown(list, { key: 'n', code: 'KeyN', ctrlKey: true });
    expect(register.operations).toHaveLength(drafts.length);
  });

  it('stand on the page of either, and are not merged', async () => {
    const { one, other, drafts } = world();
    const [smaller = '', greater = ''] = [one.id, other.id].sort();
    drafts.push(
      draft(context, {
        type: 'person.told-apart',
        subjects: [smaller, greater],
        body: { id: distinctionId(smaller, greater), set: { one: smaller, other: greater } },
      }),
    );
    const opened = await openWindow({ routes, at: `/people/${one.id}`, drafts });
    expect(await screen.findByText('Not the same person as')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'EJEMPLO, Ana' }).getAttribute('href')).toBe(
      `/people/${other.id}`,
    );
    fireEvent.click(screen.getByRole('button', { name: /^Take back: / }));
    await waitFor(() => expect(screen.queryByText('Not the same person as')).toBeNull());
    expect(last(opened)?.type).toBe('person.not-told-apart');
  });
});

describe('what is on file about a person', () => {
  it('has languages by their names, chosen from a list', async () => {
    const { one, drafts } = world();
    const opened = await openWindow({ routes, at: `/people/${one.id}`, drafts });
    expect(await screen.findByText('Spanish')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Edit' }));
    const box = screen.getByRole('combobox', { name: 'Languages' });
    fireEvent.click(box);
    fireEvent.change(box, { target: { value: 'port' } });
    fireEvent.click(await screen.findByRole('option', { name: 'Portuguese' }));
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Spanish, Portuguese')).toBeTruthy();
    expect(last(opened)).toMatchObject({ type: 'person.changed', body: { set: {} } });
    expect(last(opened)?.sealed?.text).toContain('"languages":["es","pt"]');
  });
});

describe('the table of people', () => {
  it('is saved as it is seen, after saying that it names people', async () => {
    const { drafts } = world();
    const saved: { name: string; bytes: Uint8Array }[] = [];
    const { rostrum } = window as unknown as { rostrum: { files: object } };
    Object.assign(rostrum.files, {
      save: (file: { name: string; bytes: Uint8Array }) => {
        saved.push(file);
        return Promise.resolve({ ok: true, saved: true, name: file.name, download: null });
      },
    });
    await openWindow({ routes, at: '/people', drafts });
    fireEvent.click(await screen.findByRole('button', { name: 'Export list…' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/This file contains names/)).toBeTruthy();
    fireEvent.click(within(dialog).getByLabelText('CSV'));
    fireEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]?.name).toBe('People.csv');
    const text = new TextDecoder().decode(saved[0]?.bytes);
    expect(text.split(/\r?\n/).slice(0, 2)).toEqual([
      'Name,In own script,Named by,Institution,Last meeting,Meetings',
      '"Ejemplo, Ana",,,,,0',
    ]);
    expect(text).toContain('"Voorbeeld, Jan"');
  });
});
