import type { Session, WebContents } from 'electron';
import { isOwnUrl } from './origin';

/** Nothing is allowed that a page has to ask for: no camera, no location, no devices, no screen. */
export function denyPermissions(session: Session): void {
  allowOnly(session, () => false);
}

/**
 * Everything is denied but the camera, and that only to the desk of a meeting, where badges are
 * scanned; never the microphone.
 */
export function allowCameraAtDesk(session: Session): void {
  allowOnly(session, isDesk);
}

function allowOnly(session: Session, mayFilm: (contents: WebContents | null) => boolean): void {
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    const types = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const film = permission === 'media' && types.length > 0 && types.every(isVideo);
    answer(film && details.isMainFrame && mayFilm(contents));
  });
  session.setPermissionCheckHandler(
    (contents, permission, _origin, details) =>
      permission === 'media' &&
      details.isMainFrame &&
      isVideo(details.mediaType) &&
      mayFilm(contents),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
}

const isVideo = (type: string | undefined): boolean => type === 'video';

const DESK = /^#\/m\/[0-9a-f-]{36}\/desk(?:[/?]|$)/;

/** Whether a window shows the desk of a meeting now: the address in its hash says so. */
function isDesk(contents: WebContents | null): boolean {
  const address = contents?.getURL() ?? '';
  return isOwnUrl(address) && DESK.test(new URL(address).hash);
}
