/**
 * What the invented people of the matching set are called. Given names are common ones; family
 * names are made of syllables that mean nothing. Every spelling is written down here, by hand: what
 * is tested must not make its own test.
 */

/** `native|spelling|spelling…`: the first Latin spelling is the one that lists have most. */
export interface Written {
  readonly native: string;
  readonly latin: readonly string[];
}

const written = (table: string): readonly Written[] =>
  table.split(/\s+/u).map((entry) => {
    const [native = '', ...latin] = entry.split('|');
    return { native, latin };
  });

export const LATIN_GIVEN = (
  'Anna María José Jürgen François Zoë Çağla Ayşe Łukasz Małgorzata Bjørn Åsa João Inês Nuno ' +
  'Thomas Elisabeth Alexandra Nathalie Benedikt Katarína Jiří Ondřej Ioana Ștefan Dragoș Ádám ' +
  'Zsófia Gergő Søren Mette Pieter Annelies Giulia Matteo Beatrix Robert Patricia Daniel Miriam ' +
  'Aurélie Jean-Pierre Anne-Marie Marie-Claire Karl-Heinz Gabriella Maximilian Christopher'
).split(' ');

/** Short forms by which people are known, with the whole name. */
export const SHORT: Readonly<Record<string, string>> = {
  ...{ Thomas: 'Tom', Alexandra: 'Alex', Nathalie: 'Nath', Benedikt: 'Ben', Robert: 'Rob' },
  ...{ Patricia: 'Pat', Daniel: 'Dan', Gabriella: 'Gabri', Maximilian: 'Max', Elisabeth: 'Elisa' },
  ...{ Christopher: 'Chris', Katarína: 'Kata', Annelies: 'Anne', Matteo: 'Matt' },
};

export const LATIN_STEMS = (
  'Tarvin Belmor Korvat Zelmir Vardok Mirvel Solbek Drebin Palgorm Luskar Ravnik Hestor Nolvet ' +
  'Tindac Braskol Ümmerl Größl Péltan Čevrat Żolnik Škorvan Ñandel Øverby Åklund'
).split(' ');
export const LATIN_FORMS =
  '*|*son|*sen|*ová|*ić|*berg|*mann|*escu|*oğlu|*ini|*ez|van der *|de la *|von *|d’*|O’*|*-Belmor'.split(
    '|',
  );

/** Given names of women and of men, as they agree with the family name. */
export const CYRILLIC_WOMEN = written(
  'Наталья|Natalia|Natalya|Nataliya|Natalja Юлия|Yulia|Julia|Iuliia|Yuliya ' +
    'Екатерина|Ekaterina|Yekaterina|Katerina Ольга|Olga|Olha Татьяна|Tatiana|Tatyana|Tatjana ' +
    'Ксения|Ksenia|Xenia|Kseniya Жанна|Zhanna|Janna|Žana Айгуль|Aigul|Aygul ' +
    'Светлана|Svetlana|Svitlana Любовь|Lyubov|Liubov|Ljubov Елена|Elena|Yelena|Olena',
);
export const CYRILLIC_MEN = written(
  'Сергей|Sergey|Sergei|Serhiy|Serguei Дмитрий|Dmitry|Dmitri|Dmytro|Dmitriy ' +
    'Юрий|Yury|Yuri|Iurii|Juri Алексей|Alexey|Aleksei|Alexei|Oleksiy ' +
    'Георгий|Georgy|Georgii|Georgi Евгений|Evgeny|Yevgeny|Evgenii|Yevhen ' +
    'Шамиль|Shamil|Chamil Фёдор|Fedor|Fyodor|Fiodor Цветан|Tsvetan|Cvetan|Zvetan ' +
    'Нурлан|Nurlan Бахтиёр|Bakhtiyor|Bahtiyor|Bakhtiyar Владимир|Vladimir|Volodymyr|Wladimir',
);
/** Stems of family names; the ending follows. */
export const CYRILLIC_STEMS = written(
  'Тарб|Tarb Белм|Belm Корш|Korsh|Koroš Зелм|Zelm Вард|Vard|Ward Мирн|Mirn Солб|Solb Дреб|Dreb ' +
    'Палк|Palk Горм|Gorm|Horm Луск|Lusk Равн|Ravn Вест|Vest|West Нолв|Nolv Щерб|Shcherb|Sherb|Ščerb ' +
    'Хвост|Khvost|Hvost Жолт|Zholt|Jolt Цырк|Tsyrk|Cyrk Чугр|Chugr|Čugr Юдк|Yudk|Iudk|Judk',
);
/** Endings of men and of women, in both scripts. */
export const CYRILLIC_ENDINGS: readonly (readonly [Written, Written])[] = [
  ['ов|ov|off', 'ова|ova'],
  ['енко|enko', 'енко|enko'],
  ['инский|insky|inskiy|inski', 'инская|inskaya|inskaia'],
  ['евич|evich|evič|evitch', 'евич|evich|evič|evitch'],
  ['ёв|yov|ev|iov', 'ёва|yova|eva|iova'],
].map(([man = '', woman = '']) => {
  const [one, other] = [written(man)[0], written(woman)[0]];
  if (one === undefined || other === undefined) throw new Error('an ending without spellings');
  return [one, other] as const;
});

export const ARABIC_GIVEN = written(
  'محمد|Mohammed|Muhammad|Mohamed|Mohamad أحمد|Ahmed|Ahmad يوسف|Yousef|Youssef|Yusuf|Yousif ' +
    'خالد|Khaled|Khalid فاطمة|Fatima|Fatma|Fatimah حسين|Hussein|Husain|Hussain|Hossein ' +
    'علي|Ali مريم|Mariam|Maryam|Meriem ليلى|Layla|Leila|Laila عمر|Omar|Umar ' +
    'طارق|Tariq|Tarek|Tareq نور|Noor|Nour|Nur سعيد|Saeed|Said|Saïd كريم|Karim|Kareem ' +
    'هدى|Huda|Houda إبراهيم|Ibrahim|Ebrahim جميلة|Jamila|Jameela|Djamila رشيد|Rashid|Rachid|Rasheed ' +
    'زينب|Zainab|Zaynab|Zeinab عبدالله|Abdullah|Abdallah|Abdulla سمير|Samir|Sameer',
);
export const ARABIC_FAMILY = written(
  'الطربيني|Al-Tarbini|Altarbini|El-Tarbini البلماري|Al-Belmari|Albelmari|El-Belmari ' +
    'الكورساني|Al-Korsani|Alkorsani|El-Korsani الزلماني|Al-Zalmani|Azzalmani|Alzalmani ' +
    'ميروان|Mirwan|Mirvan دريبار|Dribar|Dreibar لوسان|Lusan|Loussan رونار|Runar|Rounar ' +
    'القرماشي|Al-Qarmashi|El-Karmashi|Alqarmashi الشلباني|Al-Shalbani|Achalbani|Alshalbani ' +
    'بنتربان|Ben-Tarban|Bin-Tarban|Bentarban الغرداني|Al-Ghardani|Alghardani|El-Ghardani ' +
    'حورمزي|Hurmuzi|Hormuzi|Hormozi سولباني|Solbani|Sulbani الخطاري|Al-Khattari|El-Khatari|Alkhatari ' +
    'وردان|Wardan|Ouardane فيلمار|Filmar|Vilmar الذكواني|Al-Dhakwani|El-Zakwani|Aldhakwani ' +
    'تنداك|Tindak|Tendak جبروني|Jabruni|Jabrouni|Djabrouni',
);

export const INSTITUTIONS = [
  'Ministry of Interior',
  'Drug Control Agency',
  'Customs Administration',
  'Financial Intelligence Unit',
  'Public Health Institute',
  'Permanent Mission',
];
