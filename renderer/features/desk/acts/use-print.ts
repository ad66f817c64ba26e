import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { displayName } from '@shared/domain/person/rules';
import { usePrintBadges } from '@renderer/features/badges';
import { useRefusal } from '@renderer/features/operators';
import { toast } from '../../../ui/toasts';
import type { DeskDirectory } from '../directory';

/**
 * Prints somebody's badge from the desk, and says so when it was printed before: once more only when
 * somebody means it. Nothing waits for it; what became of it is said when it is done.
 */
export function usePrint(
  meeting: string,
  directory: DeskDirectory,
  /** The focus may go back to the box: a button outside the desk, or the shell's dialog, had it. */
  onDone: () => void,
): (person: string) => void {
  const { t } = useTranslation('desk');
  const refusal = useRefusal();
  const printBadges = usePrintBadges(meeting);
  return useCallback(
    (person) => {
      const known = directory.person(person);
      const name = known === undefined ? t('unknownPerson') : displayName(known);
      const print = async (reason?: string): Promise<void> => {
        const done = await printBadges([person], reason);
        // Somebody who has gone on to a form meanwhile stays there.
        if (document.activeElement === document.body) onDone();
        if (done.ok) {
          toast(t('print.printed', { name, file: done.files.join(', ') }));
          return;
        }
        switch (done.reason) {
          case 'reason-missing':
            toast(t('print.before', { name }), {
              tone: 'warning',
              action: {
                label: t('print.again'),
                run: () => {
                  onDone();
                  begin(t('print.reason'));
                },
              },
            });
            return;
          case 'cancelled':
            return;
          case 'nothing':
            toast(t('print.nothing', { name }), { tone: 'warning' });
            return;
          case 'not-recorded':
            toast(t('print.notRecorded', { file: done.file ?? '' }), { tone: 'bad' });
            return;
          default:
            toast(refusal(done) ?? t('print.failed', { name }), { tone: 'bad' });
        }
      };
      const begin = (reason?: string): void => {
        print(reason).catch(() => toast(t('print.failed', { name }), { tone: 'bad' }));
      };
      begin();
    },
    [t, refusal, directory, printBadges, onDone],
  );
}
