import { useCallback, type ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { readBadgeCode } from '@shared/domain/badge/code';
import { toast } from '../../../ui/toasts';
import { writeInto } from './written';

/** Nobody searches for more. */
export const LONGEST_QUERY = 200;

/** A code as badges and e-mails show it: four groups. */
const GROUPED = /(?<![0-9A-Z])(?:[0-9A-Z]{4}-){3}[0-9A-Z](?![0-9A-Z])/gi;

/** The badge code that somebody has copied: alone, or the only one in an e-mail. */
export function pastedCode(text: string): string | null {
  const alone = readBadgeCode(text);
  if (alone.ok) return alone.code;
  const found = (text.match(GROUPED) ?? []).map(readBadgeCode);
  const codes = new Set(found.flatMap((one) => (one.ok ? [one.code] : [])));
  const [code, ...others] = codes;
  return code !== undefined && others.length === 0 ? code : null;
}

/**
 * What the desk's box does with what is pasted: a code is a scan and does not stay in the box; a
 * text that is longer than any search is cut, and that is said.
 */
export function useCodePaste(
  onCode: (code: string) => void,
): (event: ClipboardEvent<HTMLInputElement>) => void {
  const { t } = useTranslation('scan');
  return useCallback(
    (event) => {
      const text = event.clipboardData.getData('text/plain');
      const code = pastedCode(text);
      if (code !== null) {
        event.preventDefault();
        onCode(code);
        return;
      }
      if (text.length <= LONGEST_QUERY) return;
      event.preventDefault();
      const count = LONGEST_QUERY;
      writeInto(event.currentTarget, text.replace(/\s+/g, ' ').slice(0, count));
      toast(t('paste.cut', { count }), { tone: 'warning' });
    },
    [onCode, t],
  );
}
