import { expect, test } from 'vitest';
import { anaf } from '../../electron/authorities/anaf.ts';
import { arrivalOf, type Arrival } from '../../electron/contract/route.ts';

test.each<[string, Arrival]>([
  ['https://localhost:9002/callback', 'loopback'],
  ['https://LOCALHOST:9002/callback', 'loopback'],
  ['https://127.0.0.1:9002/', 'loopback'],
  ['https://[::1]:9002/callback', 'loopback'],
  // Without a port it is 443, which no program of a person's may listen at (S8).
  ['https://localhost/my-redirect-uri', 'pasted'],
  ['https://localhost:443/my-redirect-uri', 'pasted'],
  ['https://127.0.0.1/my-redirect-uri', 'pasted'],
  ['http://localhost:9002/callback', 'pasted'],
  ['https://localhost.example.org:9002/callback', 'relayed'],
  ['https://localhost@example.org:9002/callback', 'relayed'],
  ['https://example.org:9002/localhost', 'relayed'],
  ['https://oauth.pstmn.io/v1/callback', 'astray'],
  ['https://oauth.pstmn.io./v1/callback', 'astray'],
  ['http://oauth.pstmn.io/v1/callback', 'astray'],
  ['HTTP://OAUTH.pstmn.io:8080/', 'astray'],
  ['taxpass://oauth/callback', 'protocol'],
])('with the browser a callback to %s comes home: %s', (redirectUri, arrival) => {
  expect(arrivalOf('browser', redirectUri)).toBe(arrival);
  expect(arrivalOf('window', redirectUri)).toBe('caught');
});

test('what ANAF’s form suggests first can be listened at', () => {
  expect(anaf.suggestedRedirectUris[0]).toBe('https://localhost:9002/callback');
  expect(arrivalOf('browser', anaf.suggestedRedirectUris[0] ?? '')).toBe('loopback');
});
