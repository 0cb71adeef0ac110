import { lookup as dnsLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';

/** Names under `localhost` mean this machine (RFC 6761), which Node leaves to the system's resolver. */
export const lookupWithLocalhost: LookupFunction = (hostname, options, callback) => {
  if (hostname !== 'localhost' && hostname.endsWith('.localhost')) {
    if (options.all === true) callback(null, [{ address: '127.0.0.1', family: 4 }]);
    else callback(null, '127.0.0.1', 4);
    return;
  }
  dnsLookup(hostname, options, callback);
};
