/** Why there is no picture; each has its own words. */
export type CameraTrouble = 'denied' | 'none' | 'busy' | 'gone' | 'failed';

export type OpenedCamera =
  | { readonly ok: true; readonly stream: MediaStream }
  | { readonly ok: false; readonly why: CameraTrouble };

/** What a badge's code is read from; finer pictures only cost time. */
const SIZE = { width: { ideal: 1280 }, height: { ideal: 720 } };

/** Absent where the page did not come by a way that browsers trust. */
export function mediaDevices(): MediaDevices | undefined {
  return 'mediaDevices' in navigator ? navigator.mediaDevices : undefined;
}

/** Asks for a camera; `null`: the one that looks away from whoever holds the device, or any. */
export async function openCamera(
  devices: MediaDevices | undefined,
  id: string | null,
): Promise<OpenedCamera> {
  if (devices === undefined) return { ok: false, why: 'none' };
  const which =
    id === null ? { facingMode: { ideal: 'environment' } } : { deviceId: { exact: id } };
  try {
    const video = { ...SIZE, ...which, frameRate: { ideal: 30 } };
    return { ok: true, stream: await devices.getUserMedia({ audio: false, video }) };
  } catch (error) {
    return { ok: false, why: troubleOf(error) };
  }
}

function troubleOf(error: unknown): CameraTrouble {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'none';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'failed';
  }
}

/** The light goes out. */
export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** The cameras that can be chosen from. */
export async function camerasOf(devices: MediaDevices | undefined): Promise<MediaDeviceInfo[]> {
  const all = await (devices?.enumerateDevices() ?? []);
  return all.filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '');
}
