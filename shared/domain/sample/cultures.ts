/**
 * What invented names are made of. Given names are common ones of a region; family names are made
 * of syllables that mean nothing and an ending of the region, so that they look right in a list
 * and belong to nobody. `Latin|native` where the region writes in another script.
 */
export interface Culture {
  readonly female: string;
  readonly male: string;
  readonly stems: string;
  /** Family names of women and of men: `*` stands for the stem. */
  readonly families: readonly [women: string, men: string];
  /** Languages, the first one foremost (BCP 47). */
  readonly languages: string;
  /** In the native script the family name comes first and without a space. */
  readonly familyFirst?: true;
}

const LATIN = 'Tarv Belm Korv Zelm Vard Mirv Solb Dreb Palm Gorm Lusk Ravn Hest Nolv Tind Brask';
const CYRILLIC =
  'Tarb|Тарб Belm|Белм Korsh|Корш Zelm|Зелм Vard|Вард Mirn|Мирн Solb|Солб Dreb|Дреб Palk|Палк ' +
  'Gorm|Горм Lusk|Луск Ravn|Равн Vest|Вест Nolv|Нолв';
const ARABIC =
  'Tarbin|تاربين Belmar|بلمار Korsan|كورسان Zelman|زلمان Vardin|وردين Mirvan|ميروان ' +
  'Solban|سولبان Drebar|دريبار Lusan|لوسان Ravnar|رونار';
const GREEK =
  'Tarv|Ταρβ Velm|Βελμ Korv|Κορβ Zelm|Ζελμ Mirn|Μιρν Solv|Σολβ Drev|Δρεβ Palm|Παλμ Gorm|Γορμ';
const CHINESE = 'Bei|贝 Lan|岚 Song|松 Tan|檀 Qiao|乔 Mu|牧 Yun|云 Shi|石';

const culture = (
  languages: string,
  families: readonly [string, string],
  female: string,
  male: string,
  stems = LATIN,
): Culture => ({ female, male, stems, families, languages });

export const CULTURES = {
  turkish: culture(
    'tr en',
    ['*oğlu', '*eren'],
    'Ayşe Elif Zeynep Selin Gül Nur İpek Derya',
    'Mehmet Emre Kerem Onur Barış Çağrı Umut Serkan',
  ),
  bulgarian: culture(
    'bg en',
    ['*eva|*ева', '*ev|*ев'],
    'Elena|Елена Mariya|Мария Desislava|Десислава Rada|Рада Vesela|Весела Nevena|Невена',
    'Georgi|Георги Dimitar|Димитър Nikola|Никола Stoyan|Стоян Plamen|Пламен Boris|Борис',
    CYRILLIC,
  ),
  serbian: culture(
    'sr en',
    ['*ić|*ић', '*ović|*овић'],
    'Jelena|Јелена Milica|Милица Ana|Ана Vesna|Весна Dragana|Драгана',
    'Marko|Марко Nikola|Никола Stefan|Стефан Miloš|Милош Dušan|Душан',
    CYRILLIC.replaceAll('sh|', 'š|'),
  ),
  macedonian: culture(
    'mk en',
    ['*ska|*ска', '*ski|*ски'],
    'Biljana|Билјана Elena|Елена Sanja|Сања Vera|Вера',
    'Goran|Горан Zoran|Зоран Filip|Филип Petar|Петар',
    CYRILLIC.replaceAll('sh|', 'š|'),
  ),
  adriatic: culture(
    'bs hr en',
    ['*ić', '*ović'],
    'Lejla Ivana Maja Amra Petra Nina',
    'Ivan Adnan Luka Damir Matej Tarik',
  ),
  russian: culture(
    'ru en',
    ['*ova|*ова', '*ov|*ов'],
    'Anna|Анна Olga|Ольга Irina|Ирина Tatiana|Татьяна Svetlana|Светлана Yulia|Юлия',
    'Andrei|Андрей Sergei|Сергей Aleksei|Алексей Dmitry|Дмитрий Mikhail|Михаил Pavel|Павел',
    CYRILLIC,
  ),
  ukrainian: culture(
    'uk en',
    ['*enko|*енко', '*chuk|*чук'],
    'Oksana|Оксана Olena|Олена Iryna|Ірина Nataliia|Наталія Solomiia|Соломія',
    'Andrii|Андрій Oleh|Олег Taras|Тарас Ivan|Іван Vasyl|Василь',
    CYRILLIC.replaceAll('Mirn|Мирн', 'Myrn|Мирн'),
  ),
  kazakh: culture(
    'kk ru en',
    ['*bekova|*бекова', '*bekov|*беков'],
    'Aigerim|Айгерим Dana|Дана Saule|Сауле Madina|Мадина Asel|Асель',
    'Nurlan|Нурлан Arman|Арман Daniyar|Данияр Timur|Тимур Yerlan|Ерлан',
    CYRILLIC,
  ),
  uzbek: culture(
    'uz ru en',
    ['*ova', '*ov'],
    'Dilnoza Gulnora Nigora Malika Shahnoza Zulfiya Kamola Sevara',
    'Aziz Jasur Bekzod Sardor Otabek Rustam Sherzod Ulugʻbek',
  ),
  tajik: culture(
    'tg ru en',
    ['*zoda|*зода', '*zoda|*зода'],
    'Nigina|Нигина Zarina|Зарина Mehrangez|Меҳрангез',
    'Farrukh|Фаррух Jamshed|Ҷамшед Rustam|Рустам',
    CYRILLIC,
  ),
  turkmen: culture('tk ru', ['*yewa', '*yew'], 'Ogulgerek Maral Jeren', 'Merdan Serdar Batyr'),
  armenian: culture(
    'hy ru en',
    ['*yan', '*anyan'],
    'Anahit Lilit Mariam Nare',
    'Armen Tigran Davit Hayk',
  ),
  georgian: culture(
    'ka en',
    ['*adze', '*ashvili'],
    'Nino Tamar Ketevan Mari',
    'Giorgi Levan Irakli Zurab',
  ),
  azerbaijani: culture('az ru en', ['*zadə', '*lı'], 'Aysel Leyla Günel', 'Elçin Rəşad Orxan'),
  persian: culture(
    'fa en',
    ['*pour|*پور', '*nezhad|*نژاد'],
    'Maryam|مریم Leila|لیلا Zahra|زهرا Nasrin|نسرین',
    'Reza|رضا Ali|علی Hossein|حسین Behrouz|بهروز',
    ARABIC.replaceAll('ي', 'ی').replaceAll('ك', 'ک'),
  ),
  arabic: culture(
    'ar en',
    ['Al *i|ال*ي', 'Al *i|ال*ي'],
    'Fatima|فاطمة Maryam|مريم Noura|نورة Salma|سلمى',
    'Ahmed|أحمد Khalid|خالد Omar|عمر Yousef|يوسف',
    ARABIC,
  ),
  southAsian: culture(
    'en ur',
    ['*ani', '*awar'],
    'Ayesha Sana Priya Meera Hina',
    'Imran Bilal Arjun Vikram Usman',
  ),
  chinese: {
    ...culture(
      'zh en',
      ['*', '*'],
      'Lingmei|灵美 Yunshu|云舒 Jingwen|静文 Xiaolan|晓兰',
      'Haoran|浩然 Mingde|明德 Zhiyuan|志远 Weiguang|伟光',
      CHINESE,
    ),
    familyFirst: true,
  },
  japanese: culture(
    'ja en',
    ['*ihara', '*uoka'],
    'Yuki Haruka Aiko Naomi',
    'Kenji Hiroshi Takumi Daichi',
  ),
  greek: culture(
    'el en',
    ['*idou|*ίδου', '*idis|*ίδης'],
    'Eleni|Ελένη Katerina|Κατερίνα Ioanna|Ιωάννα',
    'Nikos|Νίκος Andreas|Ανδρέας Kostas|Κώστας',
    GREEK,
  ),
  albanian: culture('sq en', ['*aj', '*uli'], 'Elira Besa Drita Arta', 'Agron Ilir Gent Arben'),
  romanian: culture(
    'ro en',
    ['*escu', '*eanu'],
    'Ioana Andreea Mihaela Elena',
    'Andrei Mihai Ștefan Radu',
  ),
  hungarian: culture('hu en', ['*házi', '*falvi'], 'Zsófia Katalin Eszter', 'László Gábor Zoltán'),
  german: culture(
    'de en',
    ['*bacher', '*mann'],
    'Katharina Ulrike Johanna Sabine',
    'Matthias Jürgen Lukas Florian',
  ),
  nordic: culture(
    'nb en',
    ['*sen', '*ström'],
    'Ingrid Astrid Sølvi Maja',
    'Lars Henrik Bjørn Anders',
  ),
  finnic: culture('fi et en', ['*inen', '*mäe'], 'Aino Kaisa Liis Tiina', 'Juhani Mikko Rein Jaan'),
  baltic: culture(
    'lv lt en',
    ['*iņa', '*iņš'],
    'Ilze Līga Dace Rūta',
    'Jānis Andris Mārtiņš Tomas',
  ),
  polish: culture(
    'pl en',
    ['*ewska', '*ewski'],
    'Agnieszka Małgorzata Zofia',
    'Łukasz Paweł Tomasz',
  ),
  czech: culture('cs sk en', ['*ková', '*ek'], 'Tereza Lenka Jiřina', 'Jiří Ondřej Tomáš'),
  slovene: culture('sl en', ['*nik', '*šek'], 'Mojca Špela Nataša', 'Matjaž Janez Boštjan'),
  british: culture(
    'en',
    ['*by', 'Mc*ton'],
    'Fiona Harriet Siobhán Moira',
    'Alistair Declan Graham Owen',
  ),
  northAmerican: culture(
    'en fr',
    ['*well', "O'*an"],
    'Megan Rachel Denise Carol',
    'Tyler Brandon Marcus Keith',
  ),
  french: culture('fr en', ['*ault', "d'*ac"], 'Élodie Hélène Françoise', 'Rémi Jérôme Benoît'),
  italian: culture(
    'it en',
    ['*elli', 'De *is'],
    'Chiara Giulia Francesca',
    'Matteo Lorenzo Nicolò',
  ),
  iberian: culture(
    'es pt en',
    ['*eira', 'de *ez'],
    'Lucía Inês Marta Begoña',
    'Íñigo João Álvaro Nuno',
  ),
  dutch: culture('nl en', ['van der *en', '*stra'], 'Sanne Femke Marijke', 'Jeroen Sjoerd Maarten'),
} satisfies Record<string, Culture>;

export type CultureName = keyof typeof CULTURES;

const BY_CULTURE: Record<CultureName, string> = {
  turkish: 'TUR',
  bulgarian: 'BGR',
  serbian: 'SRB',
  macedonian: 'MKD',
  adriatic: 'BIH HRV MNE',
  russian: 'RUS BLR',
  ukrainian: 'UKR',
  kazakh: 'KAZ KGZ',
  uzbek: 'UZB',
  tajik: 'TJK',
  turkmen: 'TKM',
  armenian: 'ARM',
  georgian: 'GEO',
  azerbaijani: 'AZE',
  persian: 'IRN AFG',
  arabic: 'ARE',
  southAsian: 'PAK IND',
  chinese: 'CHN',
  japanese: 'JPN',
  greek: 'GRC CYP',
  albanian: 'ALB',
  romanian: 'ROU MDA',
  hungarian: 'HUN',
  german: 'AUT DEU CHE LUX',
  nordic: 'DNK NOR SWE',
  finnic: 'EST FIN',
  baltic: 'LVA LTU',
  polish: 'POL',
  czech: 'CZE SVK',
  slovene: 'SVN',
  british: 'GBR IRL AUS',
  northAmerican: 'USA CAN',
  french: 'FRA BEL',
  italian: 'ITA MLT',
  iberian: 'ESP PRT',
  dutch: 'NLD',
};

const BY_COUNTRY = new Map(
  Object.entries(BY_CULTURE).flatMap(([name, codes]) =>
    codes.split(' ').map((code) => [code, name as CultureName] as const),
  ),
);

/** The naming culture of a country of the programme, `null` for organizations and others. */
export function cultureOf(code: string): Culture | null {
  const name = BY_COUNTRY.get(code);
  return name === undefined ? null : CULTURES[name];
}
