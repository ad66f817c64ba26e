import { ActionIcon, Button, Select } from '@mantine/core';
import { IconCameraOff, IconX } from '@tabler/icons-react';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../../ui/announcer';
import { Loading } from '../../../ui/states';
import type { CameraTrouble } from './camera';
import classes from './scan.module.css';
import type { Scanned } from './scanned';
import { useCamera } from './use-camera';
import { useCodeReader } from './use-code-reader';

interface Props {
  readonly onScan: (scanned: Scanned) => void;
  readonly onClose: () => void;
  /** Something was chosen here: the focus may go back to the box. */
  readonly onDone?: () => void;
}

/** The camera beside the desk: what it shows, which one it is, and what is wrong when it shows nothing. */
export function CameraPanel({ onScan, onClose, onDone }: Props) {
  const { t } = useTranslation('scan');
  const { state, cameras, chosen, choose, retry } = useCamera();
  const video = useRef<HTMLVideoElement>(null);
  const title = useId();
  const stream = state.kind === 'on' ? state.stream : null;
  useCodeReader(video, stream !== null, onScan);

  useEffect(() => {
    if (video.current !== null) video.current.srcObject = stream;
  }, [stream]);

  const why = state.kind === 'off' ? state.why : null;
  useEffect(() => {
    if (why !== null) announce(t(`camera.trouble.${why}.title`), 'assertive');
  }, [why, t]);

  const settings = stream?.getVideoTracks()[0]?.getSettings();
  return (
    <section className={classes.camera} aria-labelledby={title}>
      <div className={classes.head}>
        <h2 id={title} className={classes.title}>
          {t('camera.title')}
        </h2>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={44}
          className={classes.close}
          aria-label={t('camera.close')}
          onClick={onClose}
        >
          <IconX size={18} />
        </ActionIcon>
      </div>
      {state.kind === 'starting' && <Loading label={t('camera.starting')} />}
      {why !== null && (
        <Trouble
          why={why}
          onRetry={() => {
            retry();
            onDone?.();
          }}
        />
      )}
      <video
        ref={video}
        className={classes.picture}
        data-mirrored={settings?.facingMode !== 'environment'}
        hidden={stream === null}
        aria-label={t('camera.picture')}
        autoPlay
        muted
        playsInline
      />
      {stream !== null && <p className={classes.hint}>{t('camera.hint')}</p>}
      {cameras.length > 1 && (
        <Select
          aria-label={t('camera.choose')}
          size="sm"
          allowDeselect={false}
          data={cameras.map(({ deviceId, label }, at) => ({
            value: deviceId,
            label: label || t('camera.unnamed', { number: at + 1 }),
          }))}
          value={settings?.deviceId ?? chosen}
          onChange={(id) => {
            choose(id);
            onDone?.();
          }}
        />
      )}
    </section>
  );
}

function Trouble({ why, onRetry }: { readonly why: CameraTrouble; readonly onRetry: () => void }) {
  const { t } = useTranslation('scan');
  return (
    <div className={classes.trouble}>
      <IconCameraOff size={28} stroke={1.5} aria-hidden />
      <p className={classes.troubleTitle}>{t(`camera.trouble.${why}.title`)}</p>
      <p className={classes.hint}>{t(`camera.trouble.${why}.text`)}</p>
      <Button size="sm" variant="default" onClick={onRetry}>
        {t('camera.retry')}
      </Button>
    </div>
  );
}
