import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { PreloadBridge } from '@shared/contract/preload';
import { BadgesPage } from '@renderer/features/badges/pages';
import { world } from './support/desk';
import { openWindow } from './support/window';

// There are no fonts here: what a badge looks like is tested elsewhere.
vi.mock('@renderer/features/badges/compose', () => ({
  compose: () => Promise.resolve({ html: '<p>', shortened: [], missing: [] }),
}));

const routes = [{ path: '/m/:meeting/badges', element: <BadgesPage /> }];

afterEach(cleanup);

it('the people of the badges page are saved as they are seen, after saying that it names them', async () => {
  const made = world({ state: 'in-session' });
  const [aaland, bbland] = [made.party('AAA', 'Aaland'), made.party('BBB', 'Bbland')];
  made.name(aaland, 'Testova');
  made.name(bbland, 'Otherova');
  const saved = vi.fn<PreloadBridge['files']['save']>(({ name }) =>
    Promise.resolve({ ok: true, saved: true, name, download: null }),
  );
  await openWindow({ routes, at: `/m/${made.meeting}/badges`, drafts: made.drafts });
  vi.spyOn(window.rostrum!.files, 'save').mockImplementation(saved);
  const grid = await screen.findByRole('grid', { name: 'Badges and plates' });
  fireEvent.change(screen.getByRole('textbox', { name: 'Name or delegation' }), {
    target: { value: 'testova' },
  });
  await waitFor(() => expect(within(grid).getAllByRole('row')).toHaveLength(2));
  fireEvent.click(screen.getByRole('button', { name: 'Export list…' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText(/contains names/)).toBeTruthy();
  fireEvent.click(within(dialog).getByLabelText('CSV'));
  fireEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(saved).toHaveBeenCalledOnce());
  const text = new TextDecoder().decode(saved.mock.calls[0]?.[0].bytes);
  expect(text.split(/\r?\n/).slice(0, 2)).toEqual([
    'Name,Delegation,Badge,Capacity,Last printed',
    '"Testova, Ada",Aaland AAA,Not printed,Representative,',
  ]);
  expect(text).not.toContain('Otherova');
});
