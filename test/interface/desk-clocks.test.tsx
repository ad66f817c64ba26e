import { act, cleanup, screen } from '@testing-library/react';
import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { draft } from '@shared/operation/draft';
import { MemoryRegister } from '../support/memory-register';
import { context, world } from './support/desk';

afterEach(cleanup);

/** The desk hears of an arrival that another desk recorded so many minutes from now. */
async function hearOf(minutes: number): Promise<void> {
  const made = world({ state: 'in-session' });
  const { person } = made.name(made.party('AAA', 'Aaland'), 'Testova');
  const { register } = await made.open();
  const elsewhere = new MemoryRegister(randomUUID(), Date.now);
  const when = new Date(Date.now() + minutes * 60_000).toISOString();
  await elsewhere.commit([
    draft(context, {
      ...{ type: 'attendance.arrived', meeting: made.meeting, subjects: [person] },
      body: { person, scope: 'reception', modality: 'in-person', source: 'scan', when },
    }),
  ]);
  act(() => register.receive(elsewhere.operations.map(({ operation }) => operation)));
  await screen.findByText('here', { selector: 'dt' });
}

const warning = /^Another desk recorded somebody at .+ One of the two clocks is wrong/;

it('says so when another desk recorded somebody at a time that has not come here yet', async () => {
  await hearOf(60);
  expect(await screen.findByText(warning)).toBeTruthy();
});

it('says nothing of an arrival that was long on its way', async () => {
  await hearOf(-60);
  await screen.findByRole('cell', { name: '1' });
  expect(screen.queryByText(warning)).toBeNull();
});
