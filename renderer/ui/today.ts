/** The calendar day (ISO) of a moment on this machine's clock: never the UTC day, another one at night. */
export function localDay(moment: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/** This day where the desk stands. */
export function today(): string {
  return localDay(new Date());
}
