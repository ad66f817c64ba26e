import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Meeting } from '@shared/domain/meeting/types';
import { isProvisional } from '@shared/domain/nomination/rules';
import { formatNumber } from '@shared/i18n/format';
import { useRecords } from '@renderer/db/hooks';
import { Section } from '@renderer/ui/page';
import classes from './meetings.module.css';

/** Who came un-nominated and waits: also after the meeting, since figures state them beside. */
export function WalkIns({ meeting }: { readonly meeting: Meeting }) {
  const { t, i18n } = useTranslation('walkIn');
  const nominations = useRecords('nominations', meeting.id);
  const count = nominations.state === 'ready' ? nominations.value.filter(isProvisional).length : 0;
  if (count === 0) return null;
  return (
    <Section title={t('meeting.title')}>
      <p className={classes.waiting}>
        {t('meeting.waiting', { count, number: formatNumber(count, i18n.language) })}{' '}
        <Link to={`/m/${meeting.id}/delegates?state=provisional`}>{t('meeting.show')}</Link>
      </p>
    </Section>
  );
}
