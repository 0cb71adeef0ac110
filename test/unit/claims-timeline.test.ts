import { expect, test } from 'vitest';
import { readToken } from '../../electron/tokens/claims.ts';
import { serviceRoles } from '../../renderer/features/claims/missing-services.ts';
import { placeOn, timelinePoints, withNow } from '../../renderer/features/claims/timeline-points.ts';
import { anafToken } from '../fixtures/anaf-token.ts';
import { accessToken, accountView } from '../fixtures/renderer-views.ts';

const s = 1000;
const [nbf, iat, exp] = [1_697_733_335 * s, 1_697_733_635 * s, 1_705_509_635 * s];

test('a token’s points are in their order, with the end of the refresh token where there is one', () => {
  const reading = readToken(anafToken());
  expect(timelinePoints(reading, null)).toEqual([
    { kind: 'notBefore', time: nbf },
    { kind: 'issued', time: iat },
    { kind: 'ends', time: exp },
  ]);
  const account = accountView({ refreshToken: { expiresAt: exp + 5, isCertain: true } });
  expect(timelinePoints(reading, account).at(-1)).toEqual({ kind: 'renewable', time: exp + 5 });
  const usual = accountView({ refreshToken: { expiresAt: exp - 5, isCertain: false } });
  expect(timelinePoints(reading, usual).map(({ kind }) => kind)).toEqual([
    'notBefore',
    'issued',
    'renewableUsual',
    'ends',
  ]);
  const refused = accountView({ refreshToken: { expiresAt: exp + 5, isCertain: true }, needsSignIn: true });
  expect(timelinePoints(reading, refused)).toHaveLength(3);
});

test('any of them may be missing', () => {
  expect(timelinePoints(readToken(anafToken({ sub: 'a' })), null)).toEqual([]);
  expect(timelinePoints(readToken(anafToken({ exp: exp / s })), null)).toEqual([{ kind: 'ends', time: exp }]);
});

test('an opaque token has the times its account knows', () => {
  const opaque = readToken('a'.repeat(64));
  expect(timelinePoints(opaque, null)).toEqual([]);
  expect(timelinePoints(opaque, accountView({ accessToken: accessToken(iat, exp) }))).toEqual([
    { kind: 'obtained', time: iat },
    { kind: 'endsUnsaid', time: exp },
  ]);
});

test('the line goes from the first point to the last, now among them wherever it lies', () => {
  const points = timelinePoints(readToken(anafToken()), null);
  for (const now of [nbf - 10, iat + 10, exp + 10]) {
    const all = withNow(points, now);
    expect(all.map(({ time }) => time)).toEqual([...all.map(({ time }) => time)].sort((one, other) => one - other));
    expect(placeOn(all, all[0]?.time ?? 0)).toBe(0);
    expect(placeOn(all, all.at(-1)?.time ?? 0)).toBe(100);
  }
  expect(placeOn(withNow([], iat), iat)).toBe(0);
});

test('services asked for are held against the roles given, however they are spelt (R18)', () => {
  const reading = readToken(anafToken());
  const payload = reading.form === 'jwt' ? reading.payload : [];
  expect(serviceRoles(['E-Factura', 'Alt serviciu'], payload)).toEqual({
    services: [
      { service: 'E-Factura', role: 'EFACTURA' },
      { service: 'Alt serviciu', role: null },
    ],
    further: ['HELLO', 'ETRANSPORT', 'SRV_EFACTURA'],
  });
  expect(serviceRoles(['E-Factura'], [])).toBeNull();
});
