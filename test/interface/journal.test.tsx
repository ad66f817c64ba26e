import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { v7 as newId } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnswerOf, RequestOf } from '@shared/contract/contract';
import type { PreloadBridge } from '@shared/contract/preload';
import { acceptedDrafts } from './support/journal-drafts';
import { openWindow, type TestWindow } from './support/window';
import type { MemoryRegister } from '../support/memory-register';
import { JournalPage } from '@renderer/features/journal';

const routes = [
  { path: '/', element: null },
  { path: '/journal', element: <JournalPage /> },
];

/** What the host would answer from its register. */
const host: {
  register: MemoryRegister | null;
  verified: AnswerOf<'register.verify'>;
  fails: boolean;
} = {
  register: null,
  verified: {
    ...{ at: '2026-11-22T02:00:00.000Z', operations: 7, faults: [], backup: 'sound' },
    healed: false,
  },
  fails: false,
};

const all = () => host.register?.operations ?? [];

function journal({ filter, before, limit }: RequestOf<'register.journal'>) {
  if (host.fails) return Promise.reject(new Error('away'));
  const fitting = all()
    .filter(({ n, operation }) => {
      const { types, record, meeting, actor } = filter;
      const about = operation.body['id'] === record || operation.subjects.includes(record ?? '');
      return (
        (before === null || n < before) &&
        (types === null || types.includes(operation.type)) &&
        (record === null || about) &&
        (meeting === null || operation.meeting === meeting) &&
        (actor === null || operation.actor === actor)
      );
    })
    .reverse();
  return Promise.resolve(
    structuredClone({ operations: fitting.slice(0, limit), more: fitting.length > limit }),
  );
}

const history = ({ record }: RequestOf<'register.history'>) =>
  Promise.resolve({
    operations: structuredClone(
      all().filter(
        ({ operation }) => operation.body['id'] === record || operation.subjects.includes(record),
      ),
    ),
  });

const preload = (window as unknown as { rostrum: PreloadBridge }).rostrum;
Object.assign(preload.register, {
  journal,
  history,
  verify: () => Promise.resolve(host.verified),
});

beforeEach(() => {
  host.register = null;
  host.fails = false;
});
afterEach(cleanup);

async function open(at = '/journal', drafts = acceptedDrafts(newId).drafts): Promise<TestWindow> {
  const opened = await openWindow({ routes, at: '/', drafts });
  cleanup();
  host.register = opened.register;
  const again = await openWindow({ routes, at, store: opened.store });
  return { ...again, register: opened.register };
}

const rows = () => screen.getAllByRole('row').slice(1);
const rowOf = (text: RegExp) => rows().find((row) => text.test(row.textContent));

describe('the journal', () => {
  it('lists what happened in plain words, newest first', async () => {
    await open();
    await screen.findByText('Nomination accepted');
    await waitFor(() =>
      expect(rows()[0]?.textContent).toContain('Maria Synthetic arrived, reception, in person'),
    );
    expect(rowOf(/Nomination accepted/)?.textContent).toContain('Maria Synthetic');
    expect(screen.getByText(/^7 operations$/)).toBeTruthy();
  });

  it('narrows to what its address asks for', async () => {
    await open('/journal?kind=check-ins');
    await screen.findByText(/Maria Synthetic arrived/);
    expect(rows()).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: 'Clear the filter' }));
    await waitFor(() => expect(rows()).toHaveLength(7));
  });

  it('narrows to everything that names a person', async () => {
    const { drafts } = acceptedDrafts(newId);
    const [person = ''] = drafts.find(({ type }) => type === 'person.recorded')?.subjects ?? [];
    await open(`/journal?about=${person}`, drafts);
    await screen.findByText('Nomination accepted');
    await waitFor(() => expect(rows()).toHaveLength(5));
    expect(screen.queryByText('Operator added')).toBeNull();
    await waitFor(() =>
      expect(screen.getByLabelText<HTMLInputElement>('Person', { selector: 'input' }).value).toBe(
        'Synthetic, Maria',
      ),
    );
  });

  it('shows before and after, why, and what took it back', async () => {
    const { drafts, accepted } = acceptedDrafts(newId);
    await open('/journal?kind=delegates', [...drafts, accepted.takenBack]);
    const back = await screen.findByText('Nomination back to “Received”');
    fireEvent.click(back);
    const detail = await screen.findByRole('region', { name: 'The operation in full' });
    await within(detail).findByText('What it took back');
    expect(within(detail).getByText('State').parentElement?.textContent).toMatch(
      /Before: Accepted.*After: Received/,
    );
    fireEvent.click(within(detail).getByRole('button', { name: 'Nomination accepted' }));
    const undone = await screen.findByRole('region', { name: 'The operation in full' });
    await within(undone).findByText('Taken back by');
    expect(within(undone).getByText('confirmed by telephone')).toBeTruthy();
  });

  it('works by keyboard', async () => {
    await open();
    await screen.findByText('Nomination accepted');
    const grid = screen.getByRole('grid', { name: 'Operations, newest first' });
    grid.focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) fireEvent.keyDown(grid, { key });
    const detail = await screen.findByRole('region', { name: 'The operation in full' });
    expect(within(detail).getByRole('heading', { level: 2 }).textContent).toBe(
      'Nomination accepted',
    );
    fireEvent.keyDown(grid, { key: 'ArrowDown' });
    await waitFor(() =>
      expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Nomination received'),
    );
    fireEvent.keyDown(grid, { key: 'Escape' });
    expect(screen.queryByRole('region', { name: 'The operation in full' })).toBeNull();
    expect(document.activeElement).toBe(grid);
  });

  it('keeps still while somebody reads, and offers what is newer', async () => {
    const { register } = await open();
    fireEvent.click(await screen.findByText('Nomination accepted'));
    const { departure } = acceptedDrafts(newId);
    await act(async () => {
      await register.commit([departure]);
    });
    const button = await screen.findByRole('button', { name: '1 newer' });
    expect(rowOf(/ left, reception/)).toBeUndefined();
    fireEvent.click(button);
    await waitFor(() => expect(rows()[0]?.textContent).toMatch(/ left, reception, in person/));
  });

  it('marks what is void and what was forgotten', async () => {
    const opened = await open();
    const changed = opened.register.operations.find(
      ({ operation }) => operation.type === 'operator.added',
    )!;
    Object.assign(changed, { void: true });
    Object.assign(changed.operation, {
      sealed: { digest: '0'.repeat(64), salt: null, text: null },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Verify now' }));
    cleanup();
    await openWindow({ routes, at: '/journal?kind=operators', store: opened.store });
    await screen.findByText('not permitted, changes nothing');
    expect(screen.getByText('forgotten')).toBeTruthy();
  });

  it('says when nothing fits, and when it cannot be read', async () => {
    const { store } = await open('/journal?from=2020-01-01&to=2020-01-02&kind=forgetting');
    expect(await screen.findByText('Nothing fits this filter')).toBeTruthy();
    cleanup();
    host.fails = true;
    await openWindow({ routes, at: '/journal', store });
    expect(await screen.findByText(/Nothing in it was changed/)).toBeTruthy();
    host.fails = false;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Nomination accepted')).toBeTruthy();
  });
});

describe('verifying', () => {
  it('says that all is sound', async () => {
    await open();
    fireEvent.click(await screen.findByRole('button', { name: 'Verify now' }));
    expect(await screen.findByText('The journal is sound')).toBeTruthy();
    expect(screen.getByText(/^7 operations checked at/)).toBeTruthy();
  });

  it('names every fault with what it touches and what to do', async () => {
    const opened = await open();
    const touched = opened.register.operations.at(-2)!.operation;
    host.verified = {
      ...{ at: touched.at, operations: 7, backup: 'damaged', healed: false },
      faults: [
        {
          ...{ kind: 'altered', replica: touched.replica, seq: touched.seq, id: touched.id },
          ...{ type: touched.type, record: touched.body['id'] as string, meeting: touched.meeting },
          ...{ at: touched.at, detail: null },
        },
      ],
    };
    fireEvent.click(await screen.findByRole('button', { name: 'Verify now' }));
    expect(await screen.findByText('The journal has 1 fault')).toBeTruthy();
    expect(screen.getByText('Altered or reordered')).toBeTruthy();
    // People are read on their own: the name comes when they are there.
    expect(
      await screen.findByText(/Touches: Maria Synthetic · .*nomination\.accepted/),
    ).toBeTruthy();
    expect(screen.getByText(/Compare with another desk/)).toBeTruthy();
    expect(screen.getByText(/The backup is damaged/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Show' }));
    await waitFor(() => expect(rows()).toHaveLength(2));
  });
});

describe('the export', () => {
  it('leaves names out unless they are asked for', async () => {
    await open();
    fireEvent.click(await screen.findByRole('button', { name: 'Export…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Export the journal' });
    const names = within(dialog).getByRole<HTMLInputElement>('checkbox');
    expect(names.checked).toBe(false);
    fireEvent.click(names);
    expect(await within(dialog).findByText(/will contain personal data/)).toBeTruthy();
  });
});
