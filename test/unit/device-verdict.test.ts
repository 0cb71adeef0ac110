import { describe, expect, it } from 'vitest';
import { deviceFailure, nothingSeen, type DeviceSeen } from '../../electron/signin/device-verdict.ts';

const verdict = (errorCode: number, seen: Partial<DeviceSeen> = {}) =>
  deviceFailure(errorCode, 'logincert.anaf.ro', { ...nothingSeen, ...seen })?.failure ?? null;

/** ERR_BAD_SSL_CLIENT_AUTH_CERT: Chromium's one code for every way to end without a good certificate. */
const BAD = -117;

describe('a page that wanted a certificate and got none', () => {
  it.each<[string, Partial<DeviceSeen>, object]>([
    ['nothing was seen of a token', {}, { code: 'device-nothing-offered' }],
    ['none of what was offered was chosen', { offered: true }, { code: 'device-certificate-needed' }],
    ['the last PIN was wrong', { pins: 2, pinRefused: true }, { code: 'device-pin-refused', tries: 2 }],
    ['the PIN was taken, and then nothing came', { pins: 1 }, { code: 'device-removed' }],
    ['one was chosen and could not be used', { offered: true, chosen: true }, { code: 'device-removed' }],
    ['after a PIN one was chosen', { pins: 1, offered: true, chosen: true }, { code: 'device-removed' }],
  ])('%s', (_name, seen, failure) => {
    expect(verdict(BAD, seen)).toEqual(failure);
  });
});

const chosen = { offered: true, chosen: true };

it.each([-141, -135, -134])('a signature that was not made (%i) is the device’s, whatever was seen', (code) => {
  expect(verdict(code)).toEqual({ code: 'device-removed' });
  expect(verdict(code, chosen)).toEqual({ code: 'device-removed' });
});

it('a server that breaks off is believed to mean the certificate only where one was shown', () => {
  for (const code of [-100, -101, -324]) {
    expect(verdict(code, chosen)).toEqual({ code: 'device-certificate-refused', host: 'logincert.anaf.ro' });
    expect(verdict(code)).toBeNull();
  }
});

it('a server that waits in vain does so for a signature only where a certificate was chosen', () => {
  for (const code of [-7, -118]) {
    expect(verdict(code, chosen)).toEqual({ code: 'device-stalled', host: 'logincert.anaf.ro' });
    expect(verdict(code, { offered: true })).toBeNull();
  }
});

it('what has nothing to do with the device is left to others', () => {
  for (const code of [-3, -105, -106, -202, -300]) expect(verdict(code, chosen)).toBeNull();
});
