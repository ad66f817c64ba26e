import { OtherDesk } from '../other-desk';
import type { Finding } from '../report';
import type { BenchDesk } from '../stage/desk';
import { bothWays, type Measure } from './measure';

/** The whole journal on request: hashes, chain, seals, indexes, signatures, and the backup. */
export const verify: Measure = {
  name: 'verify',
  about: 'the whole journal and its backup verified',
  take: (stage) => bothWays(stage, async (desk) => verifiedAt(await desk('meeting'))),
};

async function verifiedAt(desk: BenchDesk): Promise<Finding[]> {
  const other = await OtherDesk.connect(desk);
  const start = performance.now();
  const { operations, faults, backup } = await other.call('register.verify', {});
  const seconds = (performance.now() - start) / 1000;
  const note = `${operations} operations in ${seconds.toFixed(1)} s, ${faults.length} faults, backup ${backup}`;
  return [{ what: 'verify: operations a second', value: operations / seconds, unit: 'op/s', note }];
}
