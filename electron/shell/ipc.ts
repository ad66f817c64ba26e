import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron';
import { channels } from '@shared/contract/contract';
import { BridgeError } from '@shared/contract/failure';
import type { Router } from '../bridge/router';
import { isOwnUrl } from './origin';

/** The parts of a message's sender that tell whether it is one of our pages. */
type Sender = Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>;

/**
 * Throws unless the message comes from the main frame of a page of the app. A frame that has navigated
 * meanwhile is null, and refused.
 */
export function checkSender({ senderFrame, sender }: Sender): void {
  const isMain = senderFrame !== null && senderFrame === sender.mainFrame;
  if (!isMain || !isOwnUrl(senderFrame.url)) {
    throw new BridgeError('refused', 'the sender is not a page of the app');
  }
}

/** Answers the contract's channels, and sends the contract's events to every window. */
export function attachRouter(router: Router): () => void {
  for (const channel of Object.keys(channels)) {
    ipcMain.handle(channel, async (event, argument: unknown) => {
      checkSender(event);
      return router.call(channel, argument, { window: event.sender.id });
    });
  }
  return router.forward((name, value) => {
    for (const { webContents } of BrowserWindow.getAllWindows()) {
      if (!webContents.isDestroyed() && isOwnUrl(webContents.getURL())) {
        webContents.send(name, value);
      }
    }
  });
}
