import { writeSync } from 'node:fs';
import { aesCipher } from '@electron/register/aes-cipher';
import { NO_CIPHER } from '@electron/register/cipher';
import { resealBlobs } from '@electron/register/reseal-blobs';
import { resealRegister } from '@electron/register/reseal';

/** A program of its own that switches protection on and says how far it is; killed in the middle. */
const [folder = '', backupFolder = '', blobs = '', key = ''] = process.argv.slice(2);
const to = aesCipher(Buffer.from(key, 'hex'));
const say = (what: string) => writeSync(1, `${what}\n`);

say('begun');
await resealRegister({
  ...{ folder, backupFolder, machine: 'machine-1', now: Date.now, log: say },
  ...{ from: NO_CIPHER, to, onProgress: (done) => say(`operations ${done}`) },
});
say('register');
await resealBlobs(blobs, NO_CIPHER, to, (done) => say(`attachments ${done}`));
say('done');
