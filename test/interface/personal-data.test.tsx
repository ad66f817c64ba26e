import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { v7 as newId } from 'uuid';
import { afterEach, describe, expect, it } from 'vitest';
import type { PreloadBridge } from '@shared/contract/preload';
import type { Draft } from '@shared/operation/operation';
import { meeting, programme } from './support/programme';
import { openWindow, type TestWindow } from './support/window';
import { PersonalDataPage } from '@renderer/features/personal-data';

const routes = [{ path: '/personal', element: <PersonalDataPage /> }];

/** What the host answers about forgetting, and what it was asked to save. */
const host: { window: TestWindow | null; saved: { name: string; text: string }[] } = {
  window: null,
  saved: [],
};

const preload = (window as unknown as { rostrum: PreloadBridge }).rostrum;
Object.assign(preload.register, {
  history: () => Promise.resolve({ operations: [] }),
  erasure: () =>
    Promise.resolve({ named: 4, erased: 3, attachments: 0, backup: 'rewritten' as const }),
});
Object.assign(preload.files, {
  save: ({ name, bytes }: { name: string; bytes: Uint8Array }) => {
    host.saved.push({ name, text: new TextDecoder().decode(bytes) });
    return Promise.resolve({ ok: true, saved: true, name, download: null });
  },
});
Object.assign(preload.print, {
  pdf: ({ html }: { html: string }) =>
    Promise.resolve({ ok: true, bytes: Uint8Array.from(Buffer.from(html)) }),
});

afterEach(() => {
  cleanup();
  host.saved = [];
});

function named(meetingId: string, family: string): Draft[] {
  const person = newId();
  const common = { v: 1, over: [], blobs: [], subjects: [person] };
  return [
    {
      ...{ ...common, id: newId(), type: 'person.recorded', meeting: null },
      body: { id: person, set: { synthetic: true } },
      personal: { set: { family, given: 'Ada' } },
    },
    {
      ...{ ...common, id: newId(), type: 'nomination.received', meeting: meetingId },
      body: { id: newId(), set: { person, party: newId(), state: 'accepted' } },
      personal: null,
    },
  ];
}

function year() {
  const own = programme();
  const kept = { planned: { format: 'hybrid', start: '2020-05-04', end: '2020-05-05' } } as const;
  const over = meeting(own.id, { ...kept, title: 'Long over', retentionMonths: 12 });
  const open = meeting(own.id, { title: 'Without a time' });
  return {
    drafts: [
      ...[...own.drafts, ...over.drafts, ...open.drafts],
      ...[...named(over.id, 'Overdue'), ...named(open.id, 'Keptova')],
    ],
  };
}

describe('personal data', () => {
  it('lists who is due, and meetings that never said for how long', async () => {
    await openWindow({ routes, at: '/personal', drafts: year().drafts });
    expect(await screen.findByText('Overdue, Ada')).toBeTruthy();
    expect(screen.queryByText('Keptova, Ada')).toBeNull();
    const open = screen.getByText('Meetings that set no time').closest('section')!;
    expect(within(open).getByRole('link').textContent).toContain('Without a time');
  });

  it('says so when nobody is due', async () => {
    const own = programme();
    await openWindow({ routes, at: '/personal', drafts: own.drafts });
    expect(await screen.findByText('Nobody is due')).toBeTruthy();
  });

  it('forgets those who were chosen after a look at what remains, with a certificate', async () => {
    const { register } = await openWindow({ routes, at: '/personal', drafts: year().drafts });
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Forget Overdue, Ada' }));
    fireEvent.click(screen.getByRole('button', { name: 'Forget 1 person' }));
    const dialog = await screen.findByRole('dialog');
    await within(dialog).findByText('No text in the journal names them.');
    const confirm = within(dialog).getByRole('button', { name: 'Forget for ever' });
    expect(confirm).toHaveProperty('disabled', true);
    fireEvent.click(within(dialog).getByRole('radio', { name: /The time to keep/ }));
    fireEvent.click(within(dialog).getByRole('checkbox', { name: /I have read this/ }));
    const before = register.operations.length;
    fireEvent.click(confirm);
    await within(dialog).findByText('1 person was forgotten');
    const [made, ...more] = register.operations.slice(before).map(({ operation }) => operation);
    expect(more).toEqual([]);
    expect(made).toMatchObject({
      type: 'person.forgotten',
      body: { set: { forgotten: true, forgottenFor: 'retention', gender: 'not-declared' } },
      sealed: null,
    });

    fireEvent.click(within(dialog).getByRole('button', { name: 'Save the certificate…' }));
    await waitFor(() => expect(host.saved).toHaveLength(1));
    const [paper] = host.saved;
    expect(paper?.name).toMatch(/^certificate-of-forgetting-\d{4}-\d\d-\d\d\.pdf$/);
    expect(paper?.text).toContain('Certificate of forgetting');
    expect(paper?.text).toContain('This paper names nobody.');
    expect(paper?.text).not.toContain('Overdue');
  });

  it('shows a person whole, and saves it as one file', async () => {
    const own = year();
    const id = own.drafts.find(
      ({ personal }) =>
        (personal?.['set'] as { family?: string } | undefined)?.family === 'Keptova',
    )?.subjects[0];
    await openWindow({ routes, at: `/personal?part=person&id=${id ?? ''}`, drafts: own.drafts });
    fireEvent.click(await screen.findByRole('button', { name: 'Save as a file…' }));
    await waitFor(() => expect(host.saved).toHaveLength(1));
    const file = JSON.parse(host.saved[0]?.text ?? '') as Record<string, unknown>;
    expect(file).toMatchObject({
      format: 'rostrum-person-data',
      person: { family: 'Keptova', given: 'Ada' },
      nominations: [{ state: 'accepted' }],
    });
  });
});
