import { decodeFrame, encodeFrame, type Utf8 } from '@shared/contract/wire';
import type { AnswerOf, ChannelName, RequestOf } from '@shared/contract/contract';
import type { Draft } from '@shared/operation/operation';
import type { BenchDesk } from './stage/desk';

const utf8: Utf8 = {
  encode: (text) => new TextEncoder().encode(text),
  decode: (bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes),
};

/**
 * A connection to the host beside the window's own: what it commits reaches the window as what
 * comes from other desks does, told by the register and read from there.
 */
export class OtherDesk {
  private constructor(
    private readonly origin: string,
    private readonly cookie: string,
  ) {}

  static async connect({ context, host }: BenchDesk): Promise<OtherDesk> {
    const cookies = await context.cookies(host.origin);
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    return new OtherDesk(host.origin, cookie);
  }

  async commit(drafts: readonly Draft[]): Promise<void> {
    const answer = await this.call('register.commit', { drafts: [...drafts] });
    if (!answer.ok) throw new Error(`not committed: ${JSON.stringify(answer)}`);
  }

  /** Asks the host as a window does. */
  async call<C extends ChannelName>(channel: C, request: RequestOf<C>): Promise<AnswerOf<C>> {
    const response = await fetch(`${this.origin}/bridge/${channel}`, {
      method: 'POST',
      body: encodeFrame(request, utf8),
      headers: {
        ...{ cookie: this.cookie, origin: this.origin },
        'content-type': 'application/octet-stream',
      },
    });
    const decoded = decodeFrame(new Uint8Array(await response.arrayBuffer()), utf8);
    if (!response.ok || !decoded.ok) throw new Error(`${channel}: refused (${response.status})`);
    return decoded.value as AnswerOf<C>;
  }
}
