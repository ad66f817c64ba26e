import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NominationSheetSpec } from '@shared/codecs/nomination-sheet/write';
import { nameIn, type UnLanguage } from '@shared/domain/language';
import type { Meeting } from '@shared/domain/meeting/types';
import { designationOn } from '@shared/domain/party/rules';
import type { Party } from '@shared/domain/party/types';
import { toast } from '../../../ui/toasts';
import { today } from '../../../ui/today';
import { runJob } from '../../../workers/run-job';
import { saveFile, tellSaved } from '../../files';

interface Wanted {
  readonly party: Party;
  readonly language: UnLanguage;
}

interface Making {
  readonly done: number;
  readonly total: number | null;
  readonly cancel: () => void;
}

/** Makes nomination sheets in a worker and hands them to the shell. */
export function useMakeSheets(meeting: Meeting) {
  const { t } = useTranslation('imports');
  const [making, setMaking] = useState<Making | null>(null);

  const specOf = ({ party, language }: Wanted): NominationSheetSpec => {
    const { names } = designationOn(party, today());
    return {
      ...{ language, until: meeting.nominationDeadline },
      party: { code: party.code, name: nameIn(names, language) },
      meeting: { id: meeting.id, title: meeting.title },
      madeAt: new Date().toISOString(),
    };
  };

  const run = async (wanted: readonly Wanted[], packed: boolean, stop: AbortController) => {
    const cancel = () => stop.abort();
    setMaking({ done: 0, total: null, cancel });
    const input = { sheets: wanted.map(specOf), packed };
    const bytes = await runJob('writeNominationSheets', input, stop.signal, ({ done, total }) =>
      setMaking({ done, total, cancel }),
    );
    const code = input.sheets[0]?.party.code.replace(/[^\p{L}\p{N}-]+/gu, '-') ?? '';
    const name = packed ? t('sheets.packageName') : t('sheets.fileName', { code });
    const saved = (as: string) => t('sheets.saved', { name: as });
    await tellSaved(saveFile(name, bytes), { saved, failed: t('sheets.notSaved') });
  };

  return {
    making,
    /** `packed`: one file with a sheet for each. */
    make: (wanted: readonly Wanted[], packed: boolean): void => {
      const stop = new AbortController();
      run(wanted, packed, stop)
        .catch(() => {
          if (!stop.signal.aborted) toast(t('sheets.notSaved'), { tone: 'bad' });
        })
        .finally(() => setMaking(null));
    },
  };
}
