import type { UnLanguage } from '../../domain/language';
import type { LetterKind, LetterTemplate } from '../../domain/programme/letters';

interface LanguageTemplates extends Record<LetterKind, LetterTemplate> {
  /** Stands where the dates of the meeting are not known. */
  readonly datesUnknown: string;
}

/**
 * What a secretariat writes to a party's focal points. Names of parties and meetings stand where no
 * language inflects them. A paragraph whose placeholder has no value is left out (fill.ts).
 */
export const TEMPLATES: Readonly<Record<UnLanguage, LanguageTemplates>> = {
  en: {
    datesUnknown: 'dates to be announced',
    acknowledgement: {
      subject: 'Nominations received ({party}): {meeting}',
      body: `Dear colleagues,

Thank you for the nominations of your delegation ({party}) for the following meeting: {meeting}, {dates}.

The following names are on file:
{names}

Please inform us of any change, and of anybody who is replaced, by {deadline}.

With best regards,
The secretariat`,
    },
    reminder: {
      subject: 'Reminder: nominations ({party}): {meeting}',
      body: `Dear colleagues,

We kindly remind you of the invitation to nominate the members of your delegation ({party}) for the following meeting: {meeting}, {dates}.

The following names are on file so far:
{names}

We would be grateful to receive the nominations, stating who is head of delegation and who takes part in person or online, by {deadline}.

With best regards,
The secretariat`,
    },
  },
  fr: {
    datesUnknown: 'dates à confirmer',
    acknowledgement: {
      subject: 'Candidatures reçues ({party}) : {meeting}',
      body: `Chères et chers collègues,

Nous vous remercions des candidatures présentées par votre délégation ({party}) pour la réunion suivante : {meeting}, {dates}.

Les noms suivants ont été enregistrés :
{names}

Veuillez nous faire part de toute modification et de tout remplacement avant la date suivante : {deadline}.

Cordialement,
Le secrétariat`,
    },
    reminder: {
      subject: 'Rappel : candidatures ({party}) : {meeting}',
      body: `Chères et chers collègues,

Nous vous rappelons l’invitation à désigner les membres de votre délégation ({party}) pour la réunion suivante : {meeting}, {dates}.

Les noms suivants ont été enregistrés à ce jour :
{names}

Nous vous saurions gré de nous faire parvenir les candidatures, en précisant le nom du chef ou de la cheffe de délégation et le mode de participation (en présentiel ou en ligne), avant la date suivante : {deadline}.

Cordialement,
Le secrétariat`,
    },
  },
  es: {
    datesUnknown: 'fechas por confirmar',
    acknowledgement: {
      subject: 'Candidaturas recibidas ({party}): {meeting}',
      body: `Estimadas y estimados colegas:

Les agradecemos las candidaturas presentadas por su delegación ({party}) para la siguiente reunión: {meeting}, {dates}.

Constan los siguientes nombres:
{names}

Les rogamos que nos comuniquen todo cambio o sustitución antes de la fecha siguiente: {deadline}.

Atentamente,
La secretaría`,
    },
    reminder: {
      subject: 'Recordatorio: candidaturas ({party}): {meeting}',
      body: `Estimadas y estimados colegas:

Les recordamos la invitación a designar a los integrantes de su delegación ({party}) para la siguiente reunión: {meeting}, {dates}.

Hasta la fecha constan los siguientes nombres:
{names}

Les agradeceríamos que nos enviaran las candidaturas, indicando quién encabeza la delegación y quién participa de manera presencial o en línea, antes de la fecha siguiente: {deadline}.

Atentamente,
La secretaría`,
    },
  },
  ru: {
    datesUnknown: 'сроки будут объявлены',
    acknowledgement: {
      subject: 'Кандидатуры получены ({party}): {meeting}',
      body: `Уважаемые коллеги,

Благодарим за кандидатуры, представленные вашей делегацией ({party}) для участия в следующем совещании: {meeting}, {dates}.

Нами зарегистрированы следующие имена:
{names}

Просим сообщить о любых изменениях и заменах в следующий срок: {deadline}.

С уважением,
секретариат`,
    },
    reminder: {
      subject: 'Напоминание: кандидатуры ({party}): {meeting}',
      body: `Уважаемые коллеги,

Напоминаем о приглашении назначить членов вашей делегации ({party}) для участия в следующем совещании: {meeting}, {dates}.

К настоящему времени зарегистрированы следующие имена:
{names}

Будем признательны за представление кандидатур с указанием главы делегации и формы участия (очно или онлайн) в следующий срок: {deadline}.

С уважением,
секретариат`,
    },
  },
  ar: {
    datesUnknown: 'يُعلن عن الموعد لاحقا',
    acknowledgement: {
      subject: 'استلام الترشيحات ({party}): {meeting}',
      body: `الزميلات والزملاء الأعزاء،

نشكركم على الترشيحات المقدمة من وفدكم ({party}) للمشاركة في الاجتماع التالي: {meeting}، {dates}.

وقد سُجِّلت الأسماء التالية:
{names}

ونرجو إبلاغنا بأي تغيير أو استبدال قبل الموعد التالي: {deadline}.

مع أطيب التحيات،
الأمانة`,
    },
    reminder: {
      subject: 'تذكير: الترشيحات ({party}): {meeting}',
      body: `الزميلات والزملاء الأعزاء،

نذكّركم بالدعوة إلى ترشيح أعضاء وفدكم ({party}) للمشاركة في الاجتماع التالي: {meeting}، {dates}.

وقد سُجِّلت حتى الآن الأسماء التالية:
{names}

ونكون شاكرين لو وافيتمونا بالترشيحات، مع بيان رئيس الوفد وطريقة المشاركة (حضوريا أو عبر الإنترنت)، قبل الموعد التالي: {deadline}.

مع أطيب التحيات،
الأمانة`,
    },
  },
  zh: {
    datesUnknown: '日期待定',
    acknowledgement: {
      subject: '已收到提名（{party}）：{meeting}',
      body: `各位同事：

感谢贵代表团（{party}）为以下会议提交的提名：{meeting}，{dates}。

现已登记以下人员：
{names}

如有任何变动或替换，请于以下日期前告知：{deadline}。

此致
秘书处`,
    },
    reminder: {
      subject: '提醒：提名（{party}）：{meeting}',
      body: `各位同事：

谨提醒贵代表团（{party}）提名参加以下会议的成员：{meeting}，{dates}。

目前已登记以下人员：
{names}

请于以下日期前提交提名，并注明代表团团长以及每位成员的与会方式（现场或线上）：{deadline}。

此致
秘书处`,
    },
  },
};
