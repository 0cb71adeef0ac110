import { app, type BrowserWindow, type Certificate, type Session } from 'electron';
import type { DeviceCallback, DeviceWindowInput } from '../accounts/device-route.ts';
import { fail, FailureError } from '../contract/failure.ts';
import type { NetworkWays } from '../network/ways.ts';
import { deviceFailure, nothingSeen, PIN_TRIES, type DeviceSeen } from '../signin/device-verdict.ts';
import { callPerson } from './call-person.ts';
import { hexFingerprint, openDeviceSession } from './device-session.ts';
import { showSignInPages, type SignInPagesOptions } from './sign-in-pages.ts';

export type DeviceWindowOptions = DeviceWindowInput &
  Pick<SignInPagesOptions, 'parent' | 'pageLock' | 'words'> & { readonly ways: NetworkWays };

/** Opens such windows, one at a time: Chromium asks for a token's PIN without saying for which window. */
export type DeviceWindows = { open(options: DeviceWindowOptions): Promise<DeviceCallback> };

export function createDeviceWindows(): DeviceWindows {
  const showsNone: OnSelect = () => Promise.resolve(null);
  let onSelect = showsNone;
  let isOpen = false;
  app.on('select-client-certificate', (event, contents, address, list, show) => {
    // Left alone, Electron would show the first of the list, whoever asks for it.
    event.preventDefault();
    // Called with nothing, it shows none; called with undefined, it throws.
    const showNone = (): void => show();
    onSelect({ session: contents?.session ?? null, address, list }).then(
      (chosen) => (chosen === null ? showNone() : show(chosen)),
      showNone,
    );
  });
  return {
    async open(options) {
      if (isOpen) fail({ code: 'signin-busy' });
      isOpen = true;
      try {
        return await openDeviceWindow(options, (listener) => (onSelect = listener));
      } finally {
        onSelect = showsNone;
        isOpen = false;
      }
    },
  };
}

/** A server asks for a certificate, and these are there; null shows it none. */
type OnSelect = (asked: {
  readonly session: Session | null;
  readonly address: string;
  readonly list: readonly Certificate[];
}) => Promise<Certificate | null>;

/**
 * Signs in on the authority's own pages with a certificate of a hardware token or of the operating system's store. Which
 * one is shown, and a token's PIN, are asked by `ask`; nothing is ever chosen by the browser. Only `certificateOrigins`
 * are shown one.
 * @returns the callback's URL, unjudged, and the certificate that was shown; null where no server asked for one
 * @throws FailureError what `showSignInPages` ends with, or a `device-…` code
 */
async function openDeviceWindow(
  options: DeviceWindowOptions,
  listen: (onSelect: OnSelect) => void,
): Promise<DeviceCallback> {
  const { origins, certificateOrigins, trustedCa, ways, ask, parent, signal } = options;
  signal.throwIfAborted();
  const ended = new AbortController();
  const either = AbortSignal.any([signal, ended.signal]);
  let seen: DeviceSeen = nothingSeen;
  let shown: string | null = null;
  let asking = 0;
  let lastAnswer: Promise<unknown> = Promise.resolve();
  let window: BrowserWindow | null = null;
  let session: Session | null = null;
  const untrusted = new Map<string, FailureError>();
  /** How many PINs each token was handed, by its name. */
  const pins = new Map<string, number>();
  /** Names of tokens that this sign-in is not to be made with: Chromium asks for the PIN of each that is inserted. */
  const skipped = new Set<string>();
  /** What is being asked for an origin: several of its connections may want a certificate at once. */
  const choosing = new Map<string, Promise<string>>();

  /** One question at a time. It stands in the app's own window, which this one would cover. */
  function askPerson<T>(question: () => Promise<T | null>): Promise<T> {
    const answer = lastAnswer.then(() => askNow(question));
    lastAnswer = answer.catch(() => undefined);
    return answer;
  }

  async function askNow<T>(question: () => Promise<T | null>): Promise<T> {
    either.throwIfAborted();
    asking += 1;
    if (window?.isDestroyed() === false) window.hide();
    const endCall = callPerson(parent);
    try {
      return (await question()) ?? fail({ code: 'signin-cancelled' });
    } catch (error) {
      ended.abort(error);
      throw error;
    } finally {
      asking -= 1;
      endCall();
      if (!either.aborted && window?.isDestroyed() === false) window.show();
    }
  }

  /** The fingerprint of the one to show. */
  function choose(origin: string, offered: readonly string[]): Promise<string> {
    const open = choosing.get(origin);
    if (open !== undefined) return open;
    const { host } = new URL(origin);
    const choice = askPerson(() => ask.chooseCertificate(host, offered, either));
    choosing.set(origin, choice);
    const forget = (): void => void choosing.delete(origin);
    choice.then(forget, forget);
    return choice;
  }

  const onSelect: OnSelect = async ({ session: of, address, list }) => {
    const origin = originOf(address);
    if (of === null || of !== session || origin === null || !certificateOrigins.includes(origin)) return null;
    if (either.aborted) return null;
    seen = { ...seen, offered: true, pinRefused: false };
    pins.clear();
    const offered = list.map(({ data }) => data);
    const fingerprint = await choose(origin, offered);
    const chosen = list.find(({ data }) => hexFingerprint(data) === fingerprint) ?? null;
    if (chosen !== null) {
      seen = { ...seen, chosen: true };
      shown = chosen.data;
    }
    return chosen;
  };

  async function givePin({ hostname, tokenName, isRetry }: PinRequest): Promise<string> {
    const isOurs = certificateOrigins.some((origin) => new URL(origin).hostname === hostname);
    if (!isOurs || either.aborted || skipped.has(tokenName)) return '';
    const given = pins.get(tokenName) ?? 0;
    const before = seen;
    seen = { ...seen, pins: given, pinRefused: isRetry };
    if (given >= PIN_TRIES) {
      ended.abort(new FailureError({ code: 'device-pin-refused', tries: given }));
      return '';
    }
    const wrong = isRetry ? given : 0;
    const pin = await askPerson(() => ask.givePin({ tokenName, wrong, triesLeft: PIN_TRIES - given }, either));
    if (pin === '') {
      skipped.add(tokenName);
      seen = { ...before, pinRefused: false };
      return '';
    }
    pins.set(tokenName, given + 1);
    seen = { ...seen, pins: given + 1, pinRefused: false };
    return pin;
  }

  listen(onSelect);
  // An answer that never comes would hold the page for ever, and a rejection is none.
  setPinHandler((request) => givePin(request).catch(() => ''));
  try {
    const callback = await showSignInPages({
      ...options,
      signal: either,
      certificateAt: (origin) => (certificateOrigins.includes(origin) ? 'offered' : 'withheld'),
      openSession: async (rules, onPage) => {
        const onUntrusted = (host: string, failure: FailureError): void => void untrusted.set(host, failure);
        const opened = await openDeviceSession(
          { origins, trustedCa, ways, signal: either, onUntrusted },
          rules,
          onPage,
        );
        session = opened.session;
        return opened;
      },
      knownFailure: (host) => untrusted.get(host),
      ownFailure: (errorCode, host) =>
        isOfCertificate(errorCode) ? (untrusted.get(host) ?? null) : deviceFailure(errorCode, host, seen),
      isWaiting: () => asking > 0,
      onWindow: (opened) => (window = opened),
    });
    return { callback, certPem: shown };
  } finally {
    setPinHandler(() => Promise.resolve(''));
    // Questions that are still open end with it.
    ended.abort(new FailureError({ code: 'signin-cancelled' }));
  }
}

type PinRequest = { readonly hostname: string; readonly tokenName: string; readonly isRetry: boolean };

/** Linux alone leaves the PIN to the program; elsewhere the token's own software asks for it. */
function setPinHandler(handler: (request: PinRequest) => Promise<string>): void {
  if (process.platform === 'linux') app.setClientCertRequestPasswordHandler(handler);
}

/** Chromium gives host and port, not an address. */
function originOf(address: string): string | null {
  const text = address.includes('://') ? address : `https://${address}`;
  return URL.canParse(text) ? new URL(text).origin : null;
}

/** Whether Chromium's code is about the server's certificate (net/base/net_error_list.h: -200 to -219), or our own no. */
function isOfCertificate(errorCode: number): boolean {
  return errorCode === -2 || (errorCode <= -200 && errorCode >= -219);
}
