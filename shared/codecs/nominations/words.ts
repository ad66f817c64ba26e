import type { Capacity, Modality, SourceDocument } from '../../domain/nomination/types';
import type { Gender } from '../../domain/person/types';
import { foldLabel } from '../table/fold-label';

function table<Value>(words: readonly (readonly [Value, readonly string[]])[]) {
  const found = new Map<string, Value>();
  for (const [value, list] of words) for (const word of list) found.set(foldLabel(word), value);
  return found;
}

const CAPACITIES = table<Capacity>([
  [
    'head',
    [
      ...['Head', 'Head of delegation', 'HoD', 'Delegation head', 'Head of the delegation'],
      ...[
        'Chef de délégation',
        'Chef de la délégation',
        'Глава делегации',
        'Руководитель делегации',
      ],
      ...['Jefe de delegación', 'Jefa de delegación', 'Jefe de la delegación', 'رئيس الوفد'],
      ...['رئيسة الوفد', '代表团团长', '团长'],
    ],
  ],
  [
    'representative',
    [
      ...['Representative', 'Delegate', 'Member', 'Member of delegation', 'Participant', 'Nominee'],
      ...['Représentant', 'Représentante', 'Délégué', 'Déléguée', 'Membre de la délégation'],
      ...['Представитель', 'Делегат', 'Член делегации', 'Участник', 'Representante', 'Delegado'],
      ...[
        'Delegada',
        'Miembro de la delegación',
        'Participante',
        'ممثل',
        'ممثلة',
        'مندوب',
        'عضو الوفد',
      ],
      ...['代表', '代表团成员', '与会者'],
    ],
  ],
  [
    'alternate',
    [
      ...['Alternate', 'Alternate representative', 'Deputy', 'Deputy head of delegation'],
      ...[
        'Suppléant',
        'Suppléante',
        'Représentant suppléant',
        'Заместитель',
        'Заместитель представителя',
      ],
      ...['Заместитель главы делегации', 'Suplente', 'Representante suplente', 'Alterno'],
      ...['مناوب', 'ممثل مناوب', 'نائب رئيس الوفد', '副代表', '候补代表', '副团长'],
    ],
  ],
  [
    'adviser',
    [
      ...[
        'Adviser',
        'Advisor',
        'Counsellor',
        'Conseiller',
        'Conseillère',
        'Советник',
        'Консультант',
      ],
      ...['Asesor', 'Asesora', 'Consejero', 'مستشار', 'مستشارة', '顾问'],
    ],
  ],
  [
    'expert',
    ['Expert', 'Experte', 'Эксперт', 'Специалист', 'Experto', 'Experta', 'خبير', 'خبيرة', '专家'],
  ],
  [
    'observer',
    [
      ...['Observer', 'Observateur', 'Observatrice', 'Наблюдатель', 'Observador', 'Observadora'],
      ...['مراقب', 'مراقبة', '观察员'],
    ],
  ],
  [
    'panellist',
    [
      ...[
        'Panellist',
        'Panelist',
        'Speaker',
        'Presenter',
        'Moderator',
        'Intervenant',
        'Intervenante',
      ],
      ...['Panéliste', 'Orateur', 'Участник дискуссии', 'Докладчик', 'Выступающий', 'Спикер'],
      ...[
        'Panelista',
        'Ponente',
        'Orador',
        'متحدث',
        'محاضر',
        'مشارك في حلقة النقاش',
        '发言人',
        '讨论嘉宾',
      ],
    ],
  ],
  [
    'secretariat',
    [
      ...[
        'Secretariat',
        'UNODC Secretariat',
        'Secrétariat',
        'Секретариат',
        'Secretaría',
        'الأمانة',
      ],
      ...['الأمانة العامة', '秘书处'],
    ],
  ],
  [
    'interpreter',
    [
      ...[
        'Interpreter',
        'Interprète',
        'Переводчик',
        'Устный переводчик',
        'Intérprete',
        'مترجم شفوي',
      ],
      ...['مترجم', 'مترجمة', '口译员', '翻译', '译员'],
    ],
  ],
  [
    'host-staff',
    [
      ...[
        'Host staff',
        'Host',
        'Host country staff',
        'Staff',
        'Organizer',
        'Organiser',
        'Support staff',
      ],
      ...['Personnel du pays hôte', 'Personnel', 'Сотрудник принимающей стороны', 'Персонал'],
      ...['Принимающая сторона', 'Personal del país anfitrión', 'Personal', 'موظفو البلد المضيف'],
      ...['东道国工作人员', '工作人员'],
    ],
  ],
]);

const MODALITIES = table<Modality>([
  [
    'in-person',
    [
      ...[
        'In person',
        'In-person',
        'Physical',
        'Physically',
        'On site',
        'Onsite',
        'Face to face',
        'Room',
      ],
      ...[
        'En personne',
        'Présentiel',
        'En présentiel',
        'Sur place',
        'Очно',
        'Очное',
        'Очный',
        'Лично',
      ],
      ...['Presencial', 'En persona', 'Presencialmente', 'حضوري', 'حضوريا', 'شخصيا', 'حضور شخصي'],
      ...['现场', '线下', '亲自', '亲自出席', '现场参会'],
    ],
  ],
  [
    'virtual',
    [
      ...[
        'Virtual',
        'Virtually',
        'Online',
        'On line',
        'Remote',
        'Remotely',
        'By video',
        'Videoconference',
      ],
      ...['Zoom', 'Teams', 'Webex', 'VTC', 'En ligne', 'À distance', 'Virtuel', 'Virtuellement'],
      ...[
        'Distanciel',
        'En distanciel',
        'Онлайн',
        'Он-лайн',
        'Дистанционно',
        'Дистанционное',
        'Виртуально',
      ],
      ...['Удалённо', 'Виртуальное', 'Виртуальный', 'В режиме онлайн', 'En línea', 'A distancia'],
      ...['Virtualmente', 'Remoto', 'عن بعد', 'عن بُعد', 'افتراضي', 'افتراضيا', 'عبر الإنترنت'],
      ...['线上', '在线', '远程', '视频', '网上', '线上参会'],
    ],
  ],
]);

const GENDERS = table<Gender>([
  [
    'female',
    [
      ...['F', 'Female', 'Woman', 'W', 'Femme', 'Féminin', 'Женский', 'Жен', 'Ж', 'Женщина'],
      ...['Mujer', 'Femenino', 'أنثى', 'امرأة', '女', '女性'],
    ],
  ],
  [
    'male',
    [
      ...['M', 'Male', 'Man', 'H', 'Homme', 'Masculin', 'Мужской', 'Муж', 'М', 'Мужчина', 'Hombre'],
      ...['Masculino', 'ذكر', 'رجل', '男', '男性'],
    ],
  ],
  ['other', ['Other', 'X', 'Non-binary', 'Autre', 'Другое', 'Другой', 'Otro', 'آخر', '其他']],
  [
    'not-declared',
    [
      ...['Not declared', 'Prefer not to say', 'Not stated', 'N/A', 'Non déclaré', 'Не указан'],
      ...['Не указано', 'No declarado', 'غير محدد', '未声明'],
    ],
  ],
]);

const SOURCE_KINDS = table<SourceDocument['kind']>([
  [
    'note-verbale',
    [
      'Note verbale',
      'NV',
      'Вербальная нота',
      'Нота',
      'Nota verbal',
      'مذكرة شفوية',
      '普通照会',
      '照会',
    ],
  ],
  [
    'letter',
    ['Letter', 'Official letter', 'Lettre', 'Письмо', 'Carta', 'رسالة', 'خطاب', '信函', '公函'],
  ],
  [
    'email',
    [
      'E-mail',
      'Email',
      'Courriel',
      'Электронная почта',
      'Correo electrónico',
      'بريد إلكتروني',
      '电子邮件',
    ],
  ],
  [
    'registration',
    [
      'Registration',
      'Indico',
      'Online registration',
      'Inscription',
      'Регистрация',
      'Inscripción',
      'تسجيل',
      '注册',
    ],
  ],
]);

const HONORIFICS = new Set(
  [
    ...[
      'Mr',
      'Mrs',
      'Ms',
      'Miss',
      'Mx',
      'Dr',
      'Prof',
      'Professor',
      'HE',
      'H.E.',
      'HRH',
      'Hon',
      'Sir',
    ],
    ...[
      'Ambassador',
      'Amb',
      'M',
      'Mme',
      'Mlle',
      'Mgr',
      'S.E.',
      'Г-н',
      'Г-жа',
      'Господин',
      'Госпожа',
    ],
    ...[
      'Д-р',
      'Проф',
      'Sr',
      'Sra',
      'Srta',
      'Dra',
      'Don',
      'Doña',
      'Excmo',
      'Excma',
      'السيد',
      'السيدة',
    ],
    ...['الدكتور', 'الدكتورة', 'د', 'سعادة', '先生', '女士', '小姐', '博士', '教授'],
    ...['Col', 'Gen', 'Maj', 'Capt', 'Lt', 'Cpt', 'Brig'],
  ].map(foldLabel),
);

export function capacityOf(text: string): Capacity | null {
  return CAPACITIES.get(foldLabel(text)) ?? null;
}

export function modalityOf(text: string): Modality | null {
  return MODALITIES.get(foldLabel(text)) ?? null;
}

/**
 * A declared gender. `H` is *hombre* or *homme*, so in a column that has it `M` is *mujer* where the
 * rest is Spanish; without such certainty the letter `M` is *male*.
 */
export function genderOf(text: string, spanishLetters = false): Gender | null {
  const folded = foldLabel(text);
  if (spanishLetters && folded === 'm') return 'female';
  return GENDERS.get(folded) ?? null;
}

export function sourceKindOf(text: string): SourceDocument['kind'] | null {
  return SOURCE_KINDS.get(foldLabel(text)) ?? null;
}

/** One word, or several joined by a slash or space, all of them forms of address. */
export function isHonorific(text: string): boolean {
  const whole = foldLabel(text);
  if (whole === '') return false;
  return HONORIFICS.has(whole) || whole.split(' ').every((word) => HONORIFICS.has(word));
}

/** States of a registration in Indico that are no standing nomination. */
const NOT_STANDING = new Map<string, 'pending' | 'rejected' | 'withdrawn'>([
  ['pending', 'pending'],
  ['awaiting payment', 'pending'],
  ['rejected', 'rejected'],
  ['withdrawn', 'withdrawn'],
]);

export function registrationProblem(text: string): 'pending' | 'rejected' | 'withdrawn' | null {
  return NOT_STANDING.get(foldLabel(text)) ?? null;
}
