import type { Handlers } from '../contract/contract.ts';
import type { HandOver } from './hand-over.ts';

export function handOverCalls(handOver: HandOver): Pick<Handlers, Extract<keyof Handlers, `handOver.${string}`>> {
  return {
    'handOver.copy': ({ accountId, recipientName }) => handOver.copy(accountId, recipientName),
    'handOver.toFile': ({ accountId, recipientName }) => handOver.toFile(accountId, recipientName),
    'handOver.stop': ({ accountId, recipientId }) => handOver.stop(accountId, recipientId),
    'handOver.keepLonger'() {
      handOver.keepLonger();
      return {};
    },
    async 'handOver.clearNow'() {
      await handOver.clearClipboard();
      return {};
    },
  };
}
