import type { HandOverView } from '../contract/snapshot.ts';
import { sha256Of } from './sha256.ts';

/** The system's clipboard. */
export type Clipboard = {
  /** Puts a secret there, marked as one where the system has such a mark. */
  readonly writeSecret: (text: string) => Promise<void>;
  readonly readText: () => Promise<string>;
  readonly clear: () => void;
};

/** A token on the clipboard, for a visible while. */
export type ClipboardCopy = {
  /** Puts a token there and starts the countdown; the one of a token that was there before ends with it. */
  put(accountId: string, recipientName: string, accessToken: string): Promise<void>;
  /** Adds a minute, up to five from now. */
  keepLonger(): void;
  /** Ends the countdown and takes the token away, if what is there is still it. Also called when the program ends. */
  clear(): Promise<void>;
  view(): HandOverView['clipboard'];
};

/** How long a copied token stays on the clipboard, and how much each extension adds, ms. */
const CLIPBOARD_MS = 60_000;
/** The longest that extensions reach from now, ms. */
const LONGEST_MS = 5 * 60_000;
/** How often the clock is looked at, ms: a timer for the whole minute would stand still while the computer sleeps. */
const LOOK_EVERY_MS = 500;

type Held = {
  readonly view: NonNullable<HandOverView['clipboard']>;
  /** Of what was copied; the token itself is not kept. */
  readonly sha256: string;
  readonly since: number;
};

/** @param now wall clock, epoch ms */
export function createClipboardCopy(deps: {
  readonly clipboard: Clipboard;
  readonly now: () => number;
  readonly onChange: () => void;
}): ClipboardCopy {
  const { clipboard, now, onChange } = deps;
  let held: Held | null = null;
  let timer: NodeJS.Timeout | null = null;
  /** Reading, clearing and writing never overlap: a later token must not be cleared as the earlier one. */
  let last = Promise.resolve();

  function show(next: Held | null): void {
    held = next;
    if (timer !== null) clearInterval(timer);
    timer = next === null ? null : setInterval(look, LOOK_EVERY_MS);
    onChange();
  }

  function inTurn(act: () => Promise<void>): Promise<void> {
    const done = last.then(act);
    last = done.catch(() => undefined);
    return done;
  }

  function clear(): Promise<void> {
    if (held === null) return last;
    const { sha256 } = held;
    show(null);
    return inTurn(async () => {
      if (sha256Of(await clipboard.readText()) === sha256) clipboard.clear();
    });
  }

  function look(): void {
    // A clock that was set back must not keep it there.
    if (held !== null && (now() >= held.view.clearsAt || now() < held.since)) void clear();
  }

  return {
    put: (accountId, recipientName, accessToken) =>
      inTurn(async () => {
        await clipboard.writeSecret(accessToken);
        const since = now();
        const view = { accountId, recipientName, clearsAt: since + CLIPBOARD_MS };
        show({ view, sha256: sha256Of(accessToken), since });
      }),
    keepLonger() {
      if (held === null) return;
      const { view } = held;
      const clearsAt = Math.min(view.clearsAt + CLIPBOARD_MS, now() + LONGEST_MS);
      show({ ...held, view: { ...view, clearsAt } });
    },
    clear,
    view: () => held?.view ?? null,
  };
}
