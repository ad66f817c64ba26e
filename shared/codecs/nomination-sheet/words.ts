import { UN_LANGUAGES, type UnLanguage } from '../../domain/language';
import type { Capacity, Modality, SourceDocument } from '../../domain/nomination/types';
import type { Gender } from '../../domain/person/types';
import type { SheetField } from './columns';

type SheetCapacity = Exclude<Capacity, 'host-staff'>;
type SourceKind = Exclude<SourceDocument['kind'], 'other'>;
type Text = 'title' | 'sheet' | 'delegation' | 'until' | 'notInList';

/** Everything that a nomination sheet says in one language. The reader of lists knows every word. */
export interface SheetWords extends Readonly<Record<Text, string>> {
  /** What to do, one line each. */
  readonly how: readonly string[];
  readonly headings: Readonly<Record<SheetField, string>>;
  readonly honorifics: readonly string[];
  readonly capacities: Readonly<Record<SheetCapacity, string>>;
  readonly modalities: Readonly<Record<Modality, string>>;
  readonly genders: Readonly<Record<Gender, string>>;
  readonly sourceKinds: Readonly<Record<SourceKind, string>>;
}

/** Order of the languages in every row below. */
const COLUMNS = ['en', 'ru', 'fr', 'es', 'ar', 'zh'] as const satisfies readonly UnLanguage[];

/** One word or line in each of the languages. */
type Said = InEach<typeof COLUMNS>;
type InEach<Languages> = { readonly [At in keyof Languages]: string };
type Table<Key extends string> = Readonly<Record<Key, Said>>;

const TEXTS: Table<Text> = {
  title: [
    'Nomination sheet',
    'Лист выдвижения кандидатур',
    'Fiche de désignation',
    'Ficha de designación',
    'استمارة الترشيح',
    '提名表',
  ],
  sheet: ['Nominations', 'Кандидатуры', 'Désignations', 'Designaciones', 'الترشيحات', '提名'],
  delegation: ['Delegation', 'Делегация', 'Délégation', 'Delegación', 'الوفد', '代表团'],
  until: [
    'Please return by',
    'Просьба вернуть до',
    'À renvoyer avant le',
    'Se ruega devolver antes del',
    'يرجى إعادتها قبل',
    '请于此日期前交回',
  ],
  notInList: [
    'Please choose from the list.',
    'Пожалуйста, выберите из списка.',
    'Veuillez choisir dans la liste.',
    'Elija de la lista.',
    'يرجى الاختيار من القائمة.',
    '请从列表中选择。',
  ],
};

const HOW: readonly Said[] = [
  [
    'One person per row. Write names as they are to appear on the badge and in the list.',
    'Одно лицо — одна строка. Имена пишите так, как они должны стоять на бейдже и в списке.',
    'Une personne par ligne. Écrivez les noms tels qu’ils doivent figurer sur le badge et la liste.',
    'Una persona por fila. Escriba los nombres como deben figurar en la credencial y en la lista.',
    'شخص واحد في كل صف. تكتب الأسماء كما ينبغي أن تظهر على الشارة وفي القائمة.',
    '每行填写一人。姓名请按胸牌和名单上的写法填写。',
  ],
  [
    'Choose from the lists where a cell offers one. Leave empty what you do not wish to state.',
    'Там, где ячейка предлагает список, выберите из него. Чего не хотите указывать, оставьте пустым.',
    'Choisissez dans les listes proposées. Laissez vide ce que vous ne souhaitez pas indiquer.',
    'Elija de las listas donde se ofrezcan. Deje en blanco lo que no desee indicar.',
    'يرجى الاختيار من القوائم حيثما وجدت، وترك ما لا ترغبون في ذكره فارغا.',
    '有下拉列表的单元格请从中选择。不愿说明的内容请留空。',
  ],
];

const HEADINGS: Table<SheetField> = {
  party: [
    'Country or organization',
    'Страна или организация',
    'Pays ou organisation',
    'País u organización',
    'الدولة أو المنظمة',
    '国家或组织',
  ],
  honorific: ['Courtesy title', 'Обращение', 'Civilité', 'Tratamiento', 'صيغة المخاطبة', '称谓'],
  familyName: ['Family name', 'Фамилия', 'Nom de famille', 'Apellidos', 'اسم العائلة', '姓氏'],
  givenName: ['Given name', 'Имя и отчество', 'Prénom', 'Nombre de pila', 'الاسم الأول', '名'],
  nativeName: [
    'Name in native script',
    'Имя на родном языке',
    'Nom en écriture originale',
    'Nombre en escritura original',
    'الاسم باللغة الأصلية',
    '本国文字姓名',
  ],
  institution: ['Institution', 'Учреждение', 'Établissement', 'Institución', 'المؤسسة', '机构'],
  jobTitle: ['Job title', 'Должность', 'Fonction', 'Cargo', 'المسمى الوظيفي', '职务'],
  capacity: [
    'Capacity',
    'Качество участия',
    'En qualité de',
    'En calidad de',
    'صفة المشاركة',
    '参会身份',
  ],
  modality: [
    'Planned modality',
    'Формат участия',
    'Mode de participation',
    'Forma de participación',
    'شكل المشاركة',
    '参会方式',
  ],
  email: [
    'E-mail',
    'Адрес электронной почты',
    'Adresse électronique',
    'Correo electrónico',
    'البريد الإلكتروني',
    '电子邮件',
  ],
  gender: ['Gender (as declared)', 'Пол', 'Genre', 'Género', 'الجنس', '性别'],
  sourceKind: [
    'Type of document',
    'Вид документа',
    'Type de document',
    'Tipo de documento',
    'نوع الوثيقة',
    '文件类型',
  ],
  sourceNumber: [
    'Document number',
    'Номер документа',
    'Numéro du document',
    'Número de documento',
    'رقم الوثيقة',
    '文号',
  ],
  sourceDate: [
    'Document date',
    'Дата документа',
    'Date du document',
    'Fecha del documento',
    'تاريخ الوثيقة',
    '文件日期',
  ],
  remarks: ['Remarks', 'Примечание', 'Remarques', 'Observaciones', 'ملاحظات', '备注'],
};

const CAPACITIES: Table<SheetCapacity> = {
  head: [
    'Head of delegation',
    'Глава делегации',
    'Chef de délégation',
    'Jefe de delegación',
    'رئيس الوفد',
    '代表团团长',
  ],
  representative: [
    'Representative',
    'Представитель',
    'Représentant',
    'Representante',
    'ممثل',
    '代表',
  ],
  alternate: [
    'Alternate',
    'Заместитель представителя',
    'Suppléant',
    'Suplente',
    'ممثل مناوب',
    '副代表',
  ],
  adviser: ['Adviser', 'Советник', 'Conseiller', 'Asesor', 'مستشار', '顾问'],
  expert: ['Expert', 'Эксперт', 'Expert', 'Experto', 'خبير', '专家'],
  observer: ['Observer', 'Наблюдатель', 'Observateur', 'Observador', 'مراقب', '观察员'],
  panellist: ['Panellist', 'Участник дискуссии', 'Intervenant', 'Ponente', 'متحدث', '讨论嘉宾'],
  secretariat: ['Secretariat', 'Секретариат', 'Secrétariat', 'Secretaría', 'الأمانة', '秘书处'],
  interpreter: [
    'Interpreter',
    'Устный переводчик',
    'Interprète',
    'Intérprete',
    'مترجم شفوي',
    '口译员',
  ],
};

const MODALITIES: Table<Modality> = {
  'in-person': ['In person', 'Очно', 'En personne', 'Presencial', 'حضوري', '线下'],
  virtual: ['Virtual', 'Онлайн', 'En ligne', 'En línea', 'عن بعد', '线上'],
};

const GENDERS: Table<Gender> = {
  female: ['Female', 'Женский', 'Femme', 'Mujer', 'أنثى', '女'],
  male: ['Male', 'Мужской', 'Homme', 'Hombre', 'ذكر', '男'],
  other: ['Other', 'Другое', 'Autre', 'Otro', 'آخر', '其他'],
  'not-declared': [
    'Not declared',
    'Не указан',
    'Non déclaré',
    'No declarado',
    'غير محدد',
    '未声明',
  ],
};

const SOURCE_KINDS: Table<SourceKind> = {
  'note-verbale': [
    'Note verbale',
    'Вербальная нота',
    'Note verbale',
    'Nota verbal',
    'مذكرة شفوية',
    '普通照会',
  ],
  letter: ['Official letter', 'Письмо', 'Lettre', 'Carta', 'رسالة', '信函'],
  email: [
    'E-mail',
    'Электронная почта',
    'Courriel',
    'Correo electrónico',
    'بريد إلكتروني',
    '电子邮件',
  ],
  registration: ['Registration', 'Регистрация', 'Inscription', 'Inscripción', 'تسجيل', '注册'],
};

/** Not a table: languages differ in how many forms of address they have. */
const HONORIFICS: Readonly<Record<UnLanguage, readonly string[]>> = {
  en: ['Mr', 'Ms', 'Mrs', 'Mx', 'Dr', 'Prof', 'Ambassador'],
  ru: ['Г-н', 'Г-жа', 'Д-р', 'Проф'],
  fr: ['M', 'Mme', 'Dr', 'Prof'],
  es: ['Sr', 'Sra', 'Dr', 'Dra', 'Prof'],
  ar: ['السيد', 'السيدة', 'الدكتور', 'الدكتورة'],
  zh: ['先生', '女士', '博士', '教授'],
};

function inLanguage<Key extends string>(table: Table<Key>, at: number): Record<Key, string> {
  const rows = Object.entries<Said>(table).map(([key, said]) => [key, said[at] ?? '']);
  return Object.fromEntries(rows) as Record<Key, string>;
}

function wordsIn(language: UnLanguage): SheetWords {
  const at = COLUMNS.indexOf(language);
  return {
    ...inLanguage(TEXTS, at),
    how: HOW.map((said) => said[at] ?? ''),
    headings: inLanguage(HEADINGS, at),
    honorifics: HONORIFICS[language],
    capacities: inLanguage(CAPACITIES, at),
    modalities: inLanguage(MODALITIES, at),
    genders: inLanguage(GENDERS, at),
    sourceKinds: inLanguage(SOURCE_KINDS, at),
  };
}

export const SHEET_WORDS = Object.fromEntries(
  UN_LANGUAGES.map((language) => [language, wordsIn(language)]),
) as Readonly<Record<UnLanguage, SheetWords>>;
