import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meetingLabel, meetingName, partyName } from '@shared/codecs/documents/names';
import { nameIn } from '@shared/domain/language';
import { CAPACITIES } from '@shared/domain/nomination/types';
import type { Region } from '@shared/domain/programme/types';
import { NONE } from '@shared/statistics/breakdowns';
import { firstDay } from '@shared/statistics/entry';
import type { StatisticsModel } from './model';

/** What the ids of a page's figures are called in the interface's language. */
export interface Names {
  /** Parties have the names of the last of the meetings; `*`: no official one on file. */
  readonly party: (id: string) => string;
  /** As short as a chart wants it: "EWG II, 12 Sept 2023". */
  readonly meeting: (id: string) => string;
  /** Title and dates. */
  readonly meetingTitle: (id: string) => string;
  readonly session: (id: string) => string;
  readonly region: (m49: string) => string;
  readonly capacity: (capacity: string) => string;
}

let regions: Promise<readonly Region[]> | null = null;
const NO_REGIONS: readonly Region[] = [];

/** The table of regions is large with its countries, and only this page needs it. */
function useRegions(): readonly Region[] {
  const [loaded, setLoaded] = useState(NO_REGIONS);
  useEffect(() => {
    let gone = false;
    regions ??= import('@assets/countries.json').then((file) => file.default.regions);
    void regions.then((list) => {
      if (!gone) setLoaded(list);
    });
    return () => {
      gone = true;
    };
  }, []);
  return loaded;
}

export function useNames(model: StatisticsModel): Names {
  const { t, i18n } = useTranslation(['figures', 'domain']);
  const { language } = i18n;
  const known = useRegions();
  const { programme, parties, meetings, sessions, statistics } = model;
  const last = meetings.get(statistics.meetings.at(-1) ?? '');
  return useMemo(() => {
    const day = last === undefined ? '9999-12-31' : firstDay(last);
    return {
      party: (id) => {
        const party = parties.get(id);
        return party === undefined ? t('figures:by.party.none') : partyName(party, language, day);
      },
      meeting: (id) => {
        const meeting = meetings.get(id);
        return meeting === undefined ? id : meetingLabel(meeting, programme, language);
      },
      meetingTitle: (id) => {
        const meeting = meetings.get(id);
        return meeting === undefined ? id : meetingName(meeting, language);
      },
      session: (id) => sessions.find((session) => session.id === id)?.name ?? id,
      region: (m49) => {
        const region = known.find((one) => one.m49 === m49);
        if (region !== undefined) return nameIn(region.names, language);
        return m49 === NONE ? t('figures:by.region.none') : m49;
      },
      capacity: (wanted) => {
        const capacity = CAPACITIES.find((one) => one === wanted);
        return capacity ? t(`domain:capacity.${capacity}`) : t('figures:by.capacity.none');
      },
    };
  }, [t, language, known, programme, parties, meetings, sessions, last]);
}
