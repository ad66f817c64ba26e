/** First letters of the words for hour, minute and second in the languages of the reports. */
const UNITS: readonly (readonly [seconds: number, word: RegExp])[] = [
  [
    3600,
    /^(h|hr|hrs|hour|hours|std|stunden?|godz|ч|час|часа|часов|ore|時間|小时|小時|시간|ชม|س)$/i,
  ],
  [60, /^(m|min|mins|minutes?|minuten|мин|minut|分|分钟|分鐘|分間|분|นาที|د)$/i],
  [1, /^(s|sec|secs|seconds?|sek|sekunden|seg|сек|秒|초|วินาที|ث)$/i],
];

/**
 * Seconds of a stated duration: `4h 3m 15s`, `1 godz. 2 min 3 sek.`, `1 Std. 2 Min.`, `88 mins`,
 * `1:02:03`. A bare number is minutes. `null` when it is none.
 */
export function durationSeconds(text: string): number | null {
  const plain = text.replace(/[\u00a0\u202f]/g, ' ').trim();
  if (/^-?\d+([.,]\d+)?$/.test(plain)) return Math.round(Number(plain.replace(',', '.')) * 60);
  const clock = /^(\d+):(\d{2}):(\d{2})$/.exec(plain);
  if (clock !== null) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  let seconds = 0;
  let rest = plain;
  for (let part = /^(\d+)\s*([^\d\s.,]+)[\s.,]*/.exec(rest); part !== null;) {
    const unit = UNITS.find(([, word]) => word.test(part?.[2] ?? ''));
    if (unit === undefined) return null;
    seconds += Number(part[1]) * unit[0];
    rest = rest.slice(part[0].length);
    part = /^(\d+)\s*([^\d\s.,]+)[\s.,]*/.exec(rest);
  }
  return rest === '' && plain !== '' ? seconds : null;
}
