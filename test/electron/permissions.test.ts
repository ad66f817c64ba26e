import { describe, expect, it, vi } from 'vitest';
import type * as StandIn from './support/electron-stand-in';

vi.mock('electron', () => import('./support/electron-stand-in'));

const electron = (await import('electron')) as unknown as typeof StandIn;
const { allowCameraAtDesk, denyPermissions } = await import('@electron/shell/permissions');

describe('permissions', () => {
  const { defaultSession } = electron.session;
  const at = (url: string) => ({ getURL: () => url });
  const desk = `rostrum://app/#/m/${'0'.repeat(8)}-0000-7000-8000-${'0'.repeat(12)}/desk`;
  const asked = (permission: string, url: string, mediaTypes?: string[], isMainFrame = true) => {
    const answers: boolean[] = [];
    const details = { isMainFrame, ...(mediaTypes === undefined ? {} : { mediaTypes }) };
    defaultSession.requestHandler?.(at(url), permission, (yes) => answers.push(yes), details);
    const mediaType = mediaTypes?.[0];
    const checked = defaultSession.checkHandler?.(at(url), permission, 'rostrum://app/', {
      isMainFrame,
      ...(mediaType === undefined ? {} : { mediaType }),
    });
    return [...answers, checked];
  };
  const others = ['media', 'geolocation', 'notifications', 'fullscreen', 'openExternal', 'hid'];

  it('are denied where documents are printed, asked for or not', () => {
    denyPermissions(defaultSession as never);
    for (const permission of others) {
      expect(asked(permission, desk, ['video'])).toEqual([false, false]);
    }
    const streams: object[] = [];
    defaultSession.displayHandler?.(null, (given) => streams.push(given));
    expect(streams).toEqual([{}]);
    expect(defaultSession.deviceHandler?.()).toBe(false);
  });

  it('let the desk of a meeting film, and nothing else', () => {
    allowCameraAtDesk(defaultSession as never);
    expect(asked('media', desk, ['video'])).toEqual([true, true]);
    expect(asked('media', `${desk}?from=list`, ['video'])).toEqual([true, true]);
    for (const permission of others.slice(1)) {
      expect(asked(permission, desk, ['video'])).toEqual([false, false]);
    }
    const streams: object[] = [];
    defaultSession.displayHandler?.(null, (given) => streams.push(given));
    expect(streams).toEqual([{}]);
    expect(defaultSession.deviceHandler?.()).toBe(false);
  });

  it.each<[string, string, string[] | undefined, boolean]>([
    ['the microphone', desk, ['audio'], true],
    ['nothing in particular', desk, undefined, true],
    ['a frame inside', desk, ['video'], false],
    ['another page of the app', desk.replace('/desk', '/delegates'), ['video'], true],
    ['a page whose name begins alike', `${desk}x`, ['video'], true],
    ['a foreign page', desk.replace('rostrum://app', 'https://example.org'), ['video'], true],
  ])('do not let %s have it', (_what, url, types, isMainFrame) => {
    allowCameraAtDesk(defaultSession as never);
    expect(asked('media', url, types, isMainFrame)).toEqual([false, false]);
  });

  it('do not let the microphone come with the camera', () => {
    allowCameraAtDesk(defaultSession as never);
    expect(asked('media', desk, ['video', 'audio'])[0]).toBe(false);
  });
});
