// What no table holds: the facts about the Paris Pact that its two source reports state in prose,
// each with the place where it stands. `null` means: no official wording on file.

const report2024 = (paragraph) => ({ key: 'report-2024', at: `para. ${paragraph}` });
const report2013 = (paragraph) => ({ key: 'report-2013', at: `para. ${paragraph}` });
const onFile = (names) => ({
  en: null,
  fr: null,
  es: null,
  ru: null,
  ar: null,
  zh: null,
  ...names,
});

export const sources = [
  {
    key: 'report-2024',
    title:
      'Commission on Narcotic Drugs, sixty-seventh session: Report of the Secretariat, 20 February 2024',
  },
  {
    key: 'report-2013',
    title:
      'Commission on Narcotic Drugs, fifty-seventh session: Report of the Executive Director, 30 December 2013',
  },
  { key: 'brochure', title: 'Paris Pact initiative, phase IV brochure (before February 2019)' },
  { key: 'note-2012', title: 'E/CN.7/2012/17, Note by the Secretariat: the Vienna Declaration' },
  { key: 'unterm', title: 'UNTERM short names, as in datasets/country-codes (ODC-PDDL-1.0)' },
  { key: 'm49', title: 'United Nations Statistics Division, M49, in six languages' },
  { key: 'partners-table', title: 'Remarks of the table of partners compiled from these sources' },
];

export const programme = {
  names: onFile({
    en: 'Paris Pact initiative',
    fr: 'Initiative du Pacte de Paris',
    ru: 'Инициатива «Парижский пакт»',
  }),
  workingTranslations: ['ru'],
  source: { key: 'note-2012', at: 'title, English and French' },
};

export const pillars = [
  {
    number: 'I',
    id: 'regional-initiatives',
    names: onFile({ en: 'Regional initiatives', ru: 'Региональные инициативы' }),
    shortNames: onFile({ en: 'Regional initiatives', ru: 'Региональные инициативы' }),
  },
  {
    number: 'II',
    id: 'financial-flows',
    names: onFile({
      en: 'Financial flows linked to traffic in opiates',
      ru: 'Финансовые потоки, связанные с незаконным оборотом опиатов',
    }),
    shortNames: onFile({ en: 'Financial flows', ru: 'Финансовые потоки' }),
  },
  {
    number: 'III',
    id: 'precursors',
    names: onFile({
      en: 'Preventing the diversion of precursor chemicals',
      ru: 'Предотвращение утечки химических веществ — прекурсоров',
    }),
    shortNames: onFile({ en: 'Precursors', ru: 'Прекурсоры' }),
  },
  {
    number: 'IV',
    id: 'drug-abuse',
    names: onFile({
      en: 'Reducing drug abuse and dependence',
      ru: 'Сокращение злоупотребления наркотиками и наркотической зависимости',
    }),
    shortNames: onFile({
      en: 'Drug abuse and dependence',
      ru: 'Злоупотребление наркотиками и зависимость',
    }),
  },
].map((pillar) => ({ ...pillar, workingTranslations: ['ru'], source: report2024(1) }));

const expertGroup = (pillar, en, ru) => ({
  id: `ewg-${pillar.id}`,
  kind: 'expert',
  pillar: pillar.id,
  abbreviation: `EWG ${pillar.number}`,
  names: onFile({ en: `Expert Working Group on ${en}`, ru: `Рабочая группа экспертов ${ru}` }),
  workingTranslations: ['ru'],
  source: report2024('9, 12–14'),
});

export const bodies = [
  expertGroup(pillars[0], 'regional initiatives', 'по региональным инициативам'),
  expertGroup(pillars[1], 'financial flows', 'по финансовым потокам'),
  expertGroup(pillars[2], 'precursors', 'по прекурсорам'),
  expertGroup(
    pillars[3],
    'drug abuse and dependence',
    'по злоупотреблению наркотиками и зависимости',
  ),
  {
    id: 'pcg',
    kind: 'policy',
    pillar: null,
    abbreviation: 'PCG',
    names: onFile({
      en: 'Policy Consultative Group',
      ru: 'Консультативная группа по вопросам политики',
    }),
    workingTranslations: ['ru'],
    source: report2024('9, 15'),
  },
];

const donors = ['FRA', 'NOR', 'RUS', 'USA'];
const liaisonOfficerCountries = ['IRN', 'MKD', 'PAK', 'SRB', 'TUR', 'UZB'];

/** Flags of a party, each with the date of the document that states it. */
export function flagsOf(code) {
  const flags = [];
  if (donors.includes(code)) {
    flags.push({ flag: 'donor', asOf: '2013-12-30', source: report2013(27) });
  }
  if (liaisonOfficerCountries.includes(code)) {
    flags.push({ flag: 'liaison-duty', asOf: '2024-02-20', source: report2024(16) });
  }
  if (code === 'UNODC') {
    flags.push({ flag: 'secretariat', asOf: '2024-02-20', source: report2024('5, 8') });
  }
  return flags;
}

/** Names that a later one has replaced, oldest first. */
export const formerDesignations = {
  MKD: [
    {
      acronym: null,
      names: onFile({ en: 'The former Yugoslav Republic of Macedonia' }),
      replacedOn: '2019',
      source: { key: 'partners-table' },
    },
  ],
  TUR: [
    {
      acronym: null,
      names: onFile({ en: 'Turkey' }),
      replacedOn: '2022',
      source: { key: 'partners-table' },
    },
  ],
  EMCDDA: [
    {
      acronym: 'EMCDDA',
      names: onFile({ en: 'European Monitoring Centre for Drugs and Drug Addiction' }),
      replacedOn: '2024-07-02',
      source: { key: 'partners-table' },
    },
  ],
};

/** What the table still calls by its former name. */
export const currentDesignation = {
  EMCDDA: { acronym: 'EUDA', en: 'European Union Drugs Agency' },
};

export const footnotes = {
  UNMIK: {
    texts: onFile({
      en: 'References to Kosovo shall be understood to be in the context of Security Council resolution 1244 (1999).',
      ru: 'Ссылки на Косово следует понимать в контексте резолюции 1244 (1999) Совета Безопасности.',
    }),
    workingTranslations: ['ru'],
    source: { key: 'partners-table' },
  },
};

export const membership = {
  source: { key: 'brochure', at: 'list of partners; figures: report-2024, para. 5' },
};
