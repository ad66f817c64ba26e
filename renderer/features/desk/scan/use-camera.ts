import { useDocumentVisibility } from '@mantine/hooks';
import { useCallback, useEffect, useState } from 'react';
import { camerasOf, closeCamera, mediaDevices, openCamera, type CameraTrouble } from './camera';

export type CameraState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'on'; readonly stream: MediaStream }
  | { readonly kind: 'off'; readonly why: CameraTrouble };

/** The camera that was chosen, for as long as the program is open. */
let chosenBefore: string | null = null;

const NONE: readonly MediaDeviceInfo[] = [];

const STARTING: CameraState = { kind: 'starting' };

/**
 * A camera while the component is mounted and the window is seen. Permission is asked for here and
 * nowhere else.
 */
export function useCamera() {
  const [state, setState] = useState<CameraState>(STARTING);
  const [cameras, setCameras] = useState<readonly MediaDeviceInfo[] | null>(null);
  const [chosen, setChosen] = useState(chosenBefore);
  const [attempt, setAttempt] = useState(0);
  const isSeen = useDocumentVisibility() !== 'hidden';

  const retry = useCallback(() => setAttempt((before) => before + 1), []);
  const choose = useCallback((id: string | null) => {
    chosenBefore = id;
    setChosen(id);
  }, []);

  useEffect(() => {
    if (!isSeen) return undefined;
    const devices = mediaDevices();
    const over = new AbortController();
    const { signal } = over;
    const list = () =>
      camerasOf(devices).then(
        (found) => !signal.aborted && setCameras(found),
        // Without a list there is nothing to choose from; the picture is what matters.
        () => undefined,
      );
    const open = async () => {
      setState(STARTING);
      const opened = await openCamera(devices, chosen);
      if (signal.aborted) {
        if (opened.ok) closeCamera(opened.stream);
        return;
      }
      if (!opened.ok) {
        // The one that was chosen is not there any more: whatever there is will do.
        if (opened.why === 'none' && chosen !== null) choose(null);
        else setState({ kind: 'off', why: opened.why });
        return;
      }
      const { stream } = opened;
      signal.addEventListener('abort', () => closeCamera(stream));
      for (const track of stream.getTracks()) {
        const gone = () => {
          closeCamera(stream);
          setState({ kind: 'off', why: 'gone' });
        };
        track.addEventListener('ended', gone, { signal });
      }
      setState({ kind: 'on', stream });
    };
    void open().then(list);
    devices?.addEventListener('devicechange', () => void list(), { signal });
    return () => over.abort();
  }, [isSeen, chosen, attempt, choose]);

  // One that is plugged in while there is none is what somebody waits for.
  const count = cameras?.length ?? null;
  const [before, setBefore] = useState(count);
  if (before !== count) {
    setBefore(count);
    const isAwaited = state.kind === 'off' && (state.why === 'none' || state.why === 'gone');
    if (isAwaited && before !== null && count !== null && count > before) retry();
  }
  return { state, cameras: cameras ?? NONE, chosen, choose, retry };
}
