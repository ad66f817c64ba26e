// Reads the reading material beside the project (../shared/data) for the two asset generators.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import * as prettier from 'prettier';

const project = join(import.meta.dirname, '..', '..');
const data = join(project, '..', 'shared', 'data');

/** The six official languages of the United Nations, in the order of the assets. */
export const languages = ['en', 'fr', 'es', 'ru', 'ar', 'zh'];

const m49Suffix = { en: 'en', fr: 'fr', es: 'es', ru: 'ru', ar: 'ar', zh: 'cn' };
const untermLanguage = {
  en: 'English',
  fr: 'French',
  es: 'Spanish',
  ru: 'Russian',
  ar: 'Arabic',
  zh: 'Chinese',
};

/** Rows of one CSV file below ../shared/data, keyed by header. */
export function readTable(path) {
  const text = readFileSync(join(data, path), 'utf8').replace(/^\uFEFF/, '');
  const { data: rows, errors } = Papa.parse(text, { header: true, skipEmptyLines: true });
  const fatal = errors.filter((error) => error.code !== 'UndetectableDelimiter');
  if (fatal.length > 0) throw new Error(`${path}: ${JSON.stringify(fatal[0])}`);
  return rows;
}

/** M49 rows by language, then by ISO 3166-1 alpha-3 code. */
export function readM49() {
  return Object.fromEntries(
    languages.map((language) => [
      language,
      new Map(
        readTable(`countries/UNSD-M49-${m49Suffix[language]}.csv`).map((row) => [
          row['ISO-alpha3 Code'],
          row,
        ]),
      ),
    ]),
  );
}

/** UNTERM short names by ISO 3166-1 alpha-3 code, then by language; empty where there is none. */
export function readUnterm() {
  return new Map(
    readTable('countries/country-codes.csv').map((row) => [
      row['ISO3166-1-Alpha-3'],
      Object.fromEntries(
        languages.map((language) => [language, row[`UNTERM ${untermLanguage[language]} Short`]]),
      ),
    ]),
  );
}

const article = / \((the|le|la|les|l'|el|los|las)\)$/;

/** "Albanie (l')" → name "Albanie", article "l'". The marks "*" and "**" (no member) go as well. */
export function splitArticle(written) {
  const clean = written.replace(/[\s*]+$/, '').replaceAll('’', "'");
  const found = article.exec(clean);
  return found
    ? { name: clean.slice(0, found.index), article: found[1] }
    : { name: clean, article: null };
}

/**
 * Names in six languages and, apart from them, the articles of the languages that have one.
 * `written` maps a language to the name as its source writes it.
 */
export function namesAndArticles(written) {
  const parts = languages.map((language) => [language, splitArticle(written[language])]);
  return {
    names: Object.fromEntries(parts.map(([language, part]) => [language, part.name])),
    articles: Object.fromEntries(
      parts.filter(([, part]) => part.article).map(([language, part]) => [language, part.article]),
    ),
  };
}

/** Region and subregion of the given M49 rows with their names in six languages, by code. */
export function regionsOf(m49, iso3s) {
  const regions = new Map();
  for (const iso3 of iso3s) {
    const row = m49.en.get(iso3);
    for (const [kind, parent] of [
      ['Region', null],
      ['Sub-region', row['Region Code']],
    ]) {
      const code = row[`${kind} Code`];
      if (!code || regions.has(code)) continue;
      const names = languages.map((language) => [
        language,
        m49[language].get(iso3)[`${kind} Name`],
      ]);
      regions.set(code, { m49: code, parent, names: Object.fromEntries(names) });
    }
  }
  return [...regions.values()].sort((a, b) => a.m49.localeCompare(b.m49));
}

/**
 * Writes the asset as Prettier would, or with `--check` only compares it with the file and exits
 * with 1 when they differ.
 */
export async function writeAsset(path, value) {
  const file = join(project, 'assets', path);
  const options = await prettier.resolveConfig(file);
  const text = await prettier.format(JSON.stringify(value), { ...options, parser: 'json' });
  if (!process.argv.includes('--check')) {
    writeFileSync(file, text);
    console.log(`wrote assets/${path}, ${text.length} characters`);
  } else if (readFileSync(file, 'utf8') === text) {
    console.log(`assets/${path} is what its sources give`);
  } else {
    console.error(`assets/${path} differs from what its sources give: run this script again`);
    process.exitCode = 1;
  }
}
