import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import asset from '@assets/programmes/paris-pact.json';
import { programmeFileSchema } from '@shared/domain/programme/types';
import { missingData, sharedData } from '../support/shared-data';

const run = promisify(execFile);
const scripts = join(import.meta.dirname, '..', '..', 'scripts', 'data');
const partners = 'partners/partners_countries.csv';
const organizations = 'partners/partners_organizations.csv';
const file = programmeFileSchema.parse(asset);

const rows = (path: string) =>
  Papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data;

const at = (path: string) => {
  const found = sharedData(path);
  if (found === null) throw new Error(missingData(path));
  return found;
};

const absent = sharedData(partners) === null;
const reason = absent ? ` (skipped: ${missingData(partners)})` : '';

describe.skipIf(absent)(`assets against the tables they were made from${reason}`, () => {
  it.each(['build-countries.mjs', 'build-paris-pact.mjs'])(
    '%s gives the committed asset byte for byte',
    async (script) => {
      const { stdout } = await run(process.execPath, [join(scripts, script), '--check']);
      expect(stdout).toContain('is what its sources give');
    },
    30_000,
  );

  it('has the countries of the table, with every name that the table gives', () => {
    const table = rows(at(partners));
    expect(table).toHaveLength(58);
    const countries = new Map(file.parties.map((party) => [party.code, party]));
    for (const row of table) {
      const party = countries.get(row.iso3 ?? '');
      if (party?.kind !== 'country') throw new Error(`${row.iso3} is missing`);
      expect([party.iso2, party.m49]).toEqual([row.iso2, row.m49]);
      const region = file.regions.find((one) => one.m49 === party.region);
      const subregion = file.regions.find((one) => one.m49 === party.subregion);
      expect([region?.names.en, subregion?.names.en]).toEqual([row.region_m49, row.subregion_m49]);
      for (const language of ['en', 'fr', 'es', 'ru', 'ar', 'zh'] as const) {
        const article = party.articles[language];
        const whole = party.names[language] + (article ? ` (${article})` : '');
        expect(whole).toBe(row[`name_${language}`]);
      }
    }
  });

  it('has the organizations of the table under their acronyms, and no other name of them', () => {
    const table = rows(at(organizations));
    expect(table).toHaveLength(23);
    const written = table.map((row) => `${row.name_en} ${row.note}`);
    for (const [index, row] of table.entries()) {
      const party = file.parties.find((one) => one.code === row.acronym);
      if (party?.kind !== 'organization') throw new Error(`${row.acronym} is missing`);
      const names = [
        party.names.en,
        ...party.otherNames.map((other) => other.name),
        ...party.formerDesignations.map((former) => former.names.en),
      ];
      for (const name of names) expect(written[index]).toContain(name);
    }
  });
});
