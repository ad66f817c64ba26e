import type { UnLanguage } from '../../domain/language';
import type { Capacity, Modality, SourceDocument } from '../../domain/nomination/types';
import type { Gender } from '../../domain/person/types';
import type { SheetField } from './columns';

/** Everything that a nomination sheet says in one language. The reader of lists knows every word. */
export interface SheetWords {
  readonly title: string;
  readonly sheet: string;
  readonly delegation: string;
  readonly until: string;
  /** What to do, one line each. */
  readonly how: readonly string[];
  readonly notInList: string;
  readonly headings: Readonly<Record<SheetField, string>>;
  readonly honorifics: readonly string[];
  readonly capacities: Readonly<Record<Exclude<Capacity, 'host-staff'>, string>>;
  readonly modalities: Readonly<Record<Modality, string>>;
  readonly genders: Readonly<Record<Gender, string>>;
  readonly sourceKinds: Readonly<Record<Exclude<SourceDocument['kind'], 'other'>, string>>;
}

const en: SheetWords = {
  title: 'Nomination sheet',
  sheet: 'Nominations',
  delegation: 'Delegation',
  until: 'Please return by',
  how: [
    'One person per row. Write names as they are to appear on the badge and in the list.',
    'Choose from the lists where a cell offers one. Leave empty what you do not wish to state.',
  ],
  notInList: 'Please choose from the list.',
  headings: {
    party: 'Country or organization',
    honorific: 'Courtesy title',
    familyName: 'Family name',
    givenName: 'Given name',
    nativeName: 'Name in native script',
    institution: 'Institution',
    jobTitle: 'Job title',
    capacity: 'Capacity',
    modality: 'Planned modality',
    email: 'E-mail',
    gender: 'Gender (as declared)',
    sourceKind: 'Type of document',
    sourceNumber: 'Document number',
    sourceDate: 'Document date',
    remarks: 'Remarks',
  },
  honorifics: ['Mr', 'Ms', 'Mrs', 'Mx', 'Dr', 'Prof', 'Ambassador'],
  capacities: {
    head: 'Head of delegation',
    representative: 'Representative',
    alternate: 'Alternate',
    adviser: 'Adviser',
    expert: 'Expert',
    observer: 'Observer',
    panellist: 'Panellist',
    secretariat: 'Secretariat',
    interpreter: 'Interpreter',
  },
  modalities: { 'in-person': 'In person', virtual: 'Virtual' },
  genders: { female: 'Female', male: 'Male', other: 'Other', 'not-declared': 'Not declared' },
  sourceKinds: {
    'note-verbale': 'Note verbale',
    letter: 'Official letter',
    email: 'E-mail',
    registration: 'Registration',
  },
};

const ru: SheetWords = {
  title: 'Лист выдвижения кандидатур',
  sheet: 'Кандидатуры',
  delegation: 'Делегация',
  until: 'Просьба вернуть до',
  how: [
    'Одно лицо — одна строка. Имена пишите так, как они должны стоять на бейдже и в списке.',
    'Там, где ячейка предлагает список, выберите из него. Чего не хотите указывать, оставьте пустым.',
  ],
  notInList: 'Пожалуйста, выберите из списка.',
  headings: {
    party: 'Страна или организация',
    honorific: 'Обращение',
    familyName: 'Фамилия',
    givenName: 'Имя и отчество',
    nativeName: 'Имя на родном языке',
    institution: 'Учреждение',
    jobTitle: 'Должность',
    capacity: 'Качество участия',
    modality: 'Формат участия',
    email: 'Адрес электронной почты',
    gender: 'Пол',
    sourceKind: 'Вид документа',
    sourceNumber: 'Номер документа',
    sourceDate: 'Дата документа',
    remarks: 'Примечание',
  },
  honorifics: ['Г-н', 'Г-жа', 'Д-р', 'Проф'],
  capacities: {
    head: 'Глава делегации',
    representative: 'Представитель',
    alternate: 'Заместитель представителя',
    adviser: 'Советник',
    expert: 'Эксперт',
    observer: 'Наблюдатель',
    panellist: 'Участник дискуссии',
    secretariat: 'Секретариат',
    interpreter: 'Устный переводчик',
  },
  modalities: { 'in-person': 'Очно', virtual: 'Онлайн' },
  genders: {
    female: 'Женский',
    male: 'Мужской',
    other: 'Другое',
    'not-declared': 'Не указан',
  },
  sourceKinds: {
    'note-verbale': 'Вербальная нота',
    letter: 'Письмо',
    email: 'Электронная почта',
    registration: 'Регистрация',
  },
};

const fr: SheetWords = {
  title: 'Fiche de désignation',
  sheet: 'Désignations',
  delegation: 'Délégation',
  until: 'À renvoyer avant le',
  how: [
    'Une personne par ligne. Écrivez les noms tels qu’ils doivent figurer sur le badge et la liste.',
    'Choisissez dans les listes proposées. Laissez vide ce que vous ne souhaitez pas indiquer.',
  ],
  notInList: 'Veuillez choisir dans la liste.',
  headings: {
    party: 'Pays ou organisation',
    honorific: 'Civilité',
    familyName: 'Nom de famille',
    givenName: 'Prénom',
    nativeName: 'Nom en écriture originale',
    institution: 'Établissement',
    jobTitle: 'Fonction',
    capacity: 'En qualité de',
    modality: 'Mode de participation',
    email: 'Adresse électronique',
    gender: 'Genre',
    sourceKind: 'Type de document',
    sourceNumber: 'Numéro du document',
    sourceDate: 'Date du document',
    remarks: 'Remarques',
  },
  honorifics: ['M', 'Mme', 'Dr', 'Prof'],
  capacities: {
    head: 'Chef de délégation',
    representative: 'Représentant',
    alternate: 'Suppléant',
    adviser: 'Conseiller',
    expert: 'Expert',
    observer: 'Observateur',
    panellist: 'Intervenant',
    secretariat: 'Secrétariat',
    interpreter: 'Interprète',
  },
  modalities: { 'in-person': 'En personne', virtual: 'En ligne' },
  genders: { female: 'Femme', male: 'Homme', other: 'Autre', 'not-declared': 'Non déclaré' },
  sourceKinds: {
    'note-verbale': 'Note verbale',
    letter: 'Lettre',
    email: 'Courriel',
    registration: 'Inscription',
  },
};

const es: SheetWords = {
  title: 'Ficha de designación',
  sheet: 'Designaciones',
  delegation: 'Delegación',
  until: 'Se ruega devolver antes del',
  how: [
    'Una persona por fila. Escriba los nombres como deben figurar en la credencial y en la lista.',
    'Elija de las listas donde se ofrezcan. Deje en blanco lo que no desee indicar.',
  ],
  notInList: 'Elija de la lista.',
  headings: {
    party: 'País u organización',
    honorific: 'Tratamiento',
    familyName: 'Apellidos',
    givenName: 'Nombre de pila',
    nativeName: 'Nombre en escritura original',
    institution: 'Institución',
    jobTitle: 'Cargo',
    capacity: 'En calidad de',
    modality: 'Forma de participación',
    email: 'Correo electrónico',
    gender: 'Género',
    sourceKind: 'Tipo de documento',
    sourceNumber: 'Número de documento',
    sourceDate: 'Fecha del documento',
    remarks: 'Observaciones',
  },
  honorifics: ['Sr', 'Sra', 'Dr', 'Dra', 'Prof'],
  capacities: {
    head: 'Jefe de delegación',
    representative: 'Representante',
    alternate: 'Suplente',
    adviser: 'Asesor',
    expert: 'Experto',
    observer: 'Observador',
    panellist: 'Ponente',
    secretariat: 'Secretaría',
    interpreter: 'Intérprete',
  },
  modalities: { 'in-person': 'Presencial', virtual: 'En línea' },
  genders: { female: 'Mujer', male: 'Hombre', other: 'Otro', 'not-declared': 'No declarado' },
  sourceKinds: {
    'note-verbale': 'Nota verbal',
    letter: 'Carta',
    email: 'Correo electrónico',
    registration: 'Inscripción',
  },
};

const ar: SheetWords = {
  title: 'استمارة الترشيح',
  sheet: 'الترشيحات',
  delegation: 'الوفد',
  until: 'يرجى إعادتها قبل',
  how: [
    'شخص واحد في كل صف. تكتب الأسماء كما ينبغي أن تظهر على الشارة وفي القائمة.',
    'يرجى الاختيار من القوائم حيثما وجدت، وترك ما لا ترغبون في ذكره فارغا.',
  ],
  notInList: 'يرجى الاختيار من القائمة.',
  headings: {
    party: 'الدولة أو المنظمة',
    honorific: 'صيغة المخاطبة',
    familyName: 'اسم العائلة',
    givenName: 'الاسم الأول',
    nativeName: 'الاسم باللغة الأصلية',
    institution: 'المؤسسة',
    jobTitle: 'المسمى الوظيفي',
    capacity: 'صفة المشاركة',
    modality: 'شكل المشاركة',
    email: 'البريد الإلكتروني',
    gender: 'الجنس',
    sourceKind: 'نوع الوثيقة',
    sourceNumber: 'رقم الوثيقة',
    sourceDate: 'تاريخ الوثيقة',
    remarks: 'ملاحظات',
  },
  honorifics: ['السيد', 'السيدة', 'الدكتور', 'الدكتورة'],
  capacities: {
    head: 'رئيس الوفد',
    representative: 'ممثل',
    alternate: 'ممثل مناوب',
    adviser: 'مستشار',
    expert: 'خبير',
    observer: 'مراقب',
    panellist: 'متحدث',
    secretariat: 'الأمانة',
    interpreter: 'مترجم شفوي',
  },
  modalities: { 'in-person': 'حضوري', virtual: 'عن بعد' },
  genders: { female: 'أنثى', male: 'ذكر', other: 'آخر', 'not-declared': 'غير محدد' },
  sourceKinds: {
    'note-verbale': 'مذكرة شفوية',
    letter: 'رسالة',
    email: 'بريد إلكتروني',
    registration: 'تسجيل',
  },
};

const zh: SheetWords = {
  title: '提名表',
  sheet: '提名',
  delegation: '代表团',
  until: '请于此日期前交回',
  how: [
    '每行填写一人。姓名请按胸牌和名单上的写法填写。',
    '有下拉列表的单元格请从中选择。不愿说明的内容请留空。',
  ],
  notInList: '请从列表中选择。',
  headings: {
    party: '国家或组织',
    honorific: '称谓',
    familyName: '姓氏',
    givenName: '名',
    nativeName: '本国文字姓名',
    institution: '机构',
    jobTitle: '职务',
    capacity: '参会身份',
    modality: '参会方式',
    email: '电子邮件',
    gender: '性别',
    sourceKind: '文件类型',
    sourceNumber: '文号',
    sourceDate: '文件日期',
    remarks: '备注',
  },
  honorifics: ['先生', '女士', '博士', '教授'],
  capacities: {
    head: '代表团团长',
    representative: '代表',
    alternate: '副代表',
    adviser: '顾问',
    expert: '专家',
    observer: '观察员',
    panellist: '讨论嘉宾',
    secretariat: '秘书处',
    interpreter: '口译员',
  },
  modalities: { 'in-person': '线下', virtual: '线上' },
  genders: { female: '女', male: '男', other: '其他', 'not-declared': '未声明' },
  sourceKinds: {
    'note-verbale': '普通照会',
    letter: '信函',
    email: '电子邮件',
    registration: '注册',
  },
};

export const SHEET_WORDS: Readonly<Record<UnLanguage, SheetWords>> = { ar, zh, en, fr, ru, es };
