import { headerMatcher, type HeaderTable } from './header-match';

export type ZoomField =
  | 'name'
  | 'email'
  | 'join'
  | 'leave'
  | 'minutes'
  | 'guest'
  | 'waiting'
  | 'topic'
  | 'start'
  | 'end'
  | 'participants'
  | 'attended'
  | 'length';

export const ZOOM_HEADERS: HeaderTable<ZoomField> = {
  name: {
    en: ['Name (Original Name)', 'User Name (Original Name)', 'User Name'],
    ja: ['名前 (元の名前)', '名前（元の名前）'],
    es: ['Nombre (nombre original)', 'Nombre de usuario', 'Nombre de usuario (nombre original)'],
    ru: ['Имя (настоящее имя)', 'Имя (исходное имя)'],
    fr: ['Nom (nom original)', "Nom (nom d'origine)"],
    de: ['Name (Originalname)', 'Name (ursprünglicher Name)'],
    pt: ['Nome (nome original)'],
    it: ['Nome (nome originale)'],
    zh: ['姓名(原始名称)', '名称(原始名称)', '姓名(原名)'],
  },
  email: {
    en: ['User Email', 'Email'],
    ja: ['ユーザーメール', 'メール'],
    es: ['E-mail del usuario', 'Correo electrónico', 'E-mail de usuario'],
    ru: ['Электронная почта пользователя', 'Электронная почта', 'Эл. почта'],
    fr: ["Adresse e-mail de l'utilisateur", 'E-mail', 'Adresse e-mail'],
    de: ['Benutzer-E-Mail', 'E-Mail'],
    pt: ['E-mail do usuário', 'E-mail'],
    it: ['E-mail utente', 'E-mail'],
    zh: ['用户电子邮件', '用户邮箱', '电子邮件'],
  },
  join: {
    en: ['Join Time'],
    ja: ['参加時刻', '参加時間'],
    es: ['Hora para unirse', 'Hora de entrada'],
    ru: ['Время входа'],
    fr: ["Heure d'arrivée", 'Heure de connexion'],
    de: ['Beitrittszeit', 'Zeit des Beitritts'],
    pt: ['Hora de entrada', 'Horário de entrada'],
    it: ['Ora di ingresso', 'Orario di ingresso'],
    zh: ['加入时间'],
  },
  leave: {
    en: ['Leave Time'],
    ja: ['退出時刻', '退出時間'],
    es: ['Hora para salir', 'Hora de salida'],
    ru: ['Время выхода'],
    fr: ['Heure de départ', 'Heure de déconnexion'],
    de: ['Austrittszeit', 'Zeit des Verlassens'],
    pt: ['Hora de saída', 'Horário de saída'],
    it: ['Ora di uscita', 'Orario di uscita'],
    zh: ['离开时间', '退出时间'],
  },
  minutes: {
    en: ['Duration (Minutes)', 'Total Duration (Minutes)', 'Time in Session (minutes)'],
    ja: ['所要時間(分)', '合計時間(分)'],
    es: ['Duración (minutos)', 'Duración total (minutos)'],
    ru: ['Продолжительность (минуты)', 'Общая продолжительность (минуты)'],
    fr: ['Durée (minutes)', 'Durée totale (minutes)'],
    de: ['Dauer (Minuten)', 'Gesamtdauer (Minuten)'],
    pt: ['Duração (minutos)', 'Duração total (minutos)'],
    it: ['Durata (minuti)', 'Durata totale (minuti)'],
    zh: ['时长(分钟)', '总时长(分钟)', '持续时间(分钟)'],
  },
  guest: {
    en: ['Guest', 'Is Guest'],
    ja: ['ゲスト'],
    es: ['Invitado'],
    ru: ['Гость'],
    fr: ['Invité'],
    de: ['Gast'],
    pt: ['Convidado'],
    it: ['Ospite'],
    zh: ['访客'],
  },
  waiting: {
    en: ['In Waiting Room'],
    ja: ['待機室'],
    es: ['En sala de espera'],
    ru: ['В зале ожидания'],
    fr: ["Salle d'attente", "Dans la salle d'attente"],
    de: ['Im Warteraum'],
    pt: ['Na sala de espera'],
    it: ["In sala d'attesa"],
    zh: ['在等候室'],
  },
  topic: {
    en: ['Topic'],
    ja: ['トピック'],
    es: ['Tema'],
    ru: ['Тема'],
    fr: ['Sujet'],
    de: ['Thema'],
    pt: ['Tópico'],
    it: ['Argomento'],
    zh: ['主题'],
  },
  start: {
    en: ['Start Time', 'Actual Start Time'],
    ja: ['開始時刻', '開始時間'],
    es: ['Hora de inicio', 'Hora de comienzo'],
    ru: ['Время начала'],
    fr: ['Heure de début'],
    de: ['Startzeit', 'Beginn'],
    pt: ['Hora de início'],
    it: ['Ora di inizio'],
    zh: ['开始时间'],
  },
  end: {
    en: ['End Time'],
    ja: ['終了時刻', '終了時間'],
    es: ['Hora de finalización', 'Hora de fin'],
    ru: ['Время завершения', 'Время окончания'],
    fr: ['Heure de fin'],
    de: ['Endzeit', 'Ende'],
    pt: ['Hora de término'],
    it: ['Ora di fine'],
    zh: ['结束时间'],
  },
  participants: {
    en: ['Participants'],
    ja: ['参加者'],
    es: ['Participantes'],
    ru: ['Участники'],
    fr: ['Participants'],
    de: ['Teilnehmer'],
    pt: ['Participantes'],
    it: ['Partecipanti'],
    zh: ['参与者', '参会者'],
  },
  attended: {
    en: ['Attended'],
    es: ['Asistió'],
    ru: ['Присутствовал'],
    fr: ['A participé'],
    de: ['Teilgenommen'],
    pt: ['Participou'],
    it: ['Ha partecipato'],
  },
  length: {
    en: ['Actual Duration (minutes)'],
    es: ['Duración real (minutos)'],
    ru: ['Фактическая продолжительность (минуты)'],
    fr: ['Durée réelle (minutes)'],
    de: ['Tatsächliche Dauer (Minuten)'],
  },
};

export const matchZoom = headerMatcher(ZOOM_HEADERS);
