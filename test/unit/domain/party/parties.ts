import asset from '@assets/programmes/paris-pact.json';
import { programmeRecords } from '@shared/domain/programme/file';
import { programmeFileSchema } from '@shared/domain/programme/types';
import { PARTY_DEFAULTS, type Party } from '@shared/domain/party/types';

export const programmeFile = programmeFileSchema.parse(asset);

/** The built-in programme's parties as they are once they are on record. */
export const builtIn: Party[] = programmeRecords(programmeFile, false).parties.map(
  ({ fields }, index) => ({ ...fields, id: partyId(index), focalPoints: [] }),
);

export function partyId(index: number): string {
  return `01890000-0000-7000-9000-${String(index + 1).padStart(12, '0')}`;
}

export function builtInParty(code: string): Party {
  const found = builtIn.find((one) => one.code === code);
  if (!found) throw new Error(`no party ${code}`);
  return found;
}

/** An invented organization, a member since 2010. */
export const sample: Party = {
  ...PARTY_DEFAULTS,
  id: partyId(900),
  kind: 'organization',
  code: 'SYN',
  names: { en: 'Synthetic Organization', ru: 'Синтетическая организация' },
  statuses: [{ status: 'member', from: '2010-01-01', to: null }],
  focalPoints: [],
};

/** Heads that say which fields they were asked for. */
export const headsOf = (party: string, fields: readonly string[]) =>
  fields.map((field) => `${party} ${field}`);
