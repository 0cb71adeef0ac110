import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { en } from '../../electron/desktop/words/en.ts';

/** What Electron is here: events alone. */
const electron: { app: unknown; powerMonitor: unknown; windows: unknown[]; open: unknown[] } = vi.hoisted(() => ({
  app: null,
  powerMonitor: null,
  windows: [],
  open: [],
}));
vi.mock('electron', () => ({
  get app() {
    return electron.app;
  },
  get powerMonitor() {
    return electron.powerMonitor;
  },
  dialog: {},
  BrowserWindow: { getAllWindows: () => electron.open },
  BaseWindow: class extends class {
    on(name: string, hear: (...args: unknown[]) => void) {
      (this as unknown as { heard: Map<string, unknown> }).heard.set(name, hear);
      return this;
    }
  } {
    heard = new Map<string, (event: { preventDefault(): void }) => void>();
    isDestroyed = false;
    constructor() {
      super();
      electron.windows.push(this);
    }
    destroy() {
      this.isDestroyed = true;
    }
  },
}));
const { holdEnds } = await import('../../electron/desktop/session-end.ts');

type Listener = { heard: Map<string, (event: { preventDefault(): void }) => void>; isDestroyed: boolean };
const platform = process.platform;
let app: EventEmitter & { quit: () => void };
let powerMonitor: EventEmitter;
let stakes: { requests: number; unsaved: number };
let stops: number;

beforeEach(() => {
  app = Object.assign(new EventEmitter(), { quit: vi.fn() });
  powerMonitor = new EventEmitter();
  Object.assign(electron, { app, powerMonitor, windows: [], open: [] });
  stakes = { requests: 0, unsaved: 0 };
  stops = 0;
});
afterEach(() => Object.defineProperty(process, 'platform', { value: platform }));

function start(on: NodeJS.Platform): void {
  Object.defineProperty(process, 'platform', { value: on });
  holdEnds({ atStake: () => stakes, settle: () => Promise.resolve(), stop: () => void (stops += 1) }, () => en);
}

/** Emits and says whether it was prevented. */
function isPrevented(emit: (event: { preventDefault(): void }) => void): boolean {
  let prevented = false;
  emit({ preventDefault: () => void (prevented = true) });
  return prevented;
}

it('Linux: a shutdown lets nothing begin, and is held while an answer is on its way', async () => {
  start('linux');
  expect(isPrevented((event) => powerMonitor.emit('shutdown', event))).toBe(false);
  expect(stops).toBe(1);
  stakes.requests = 1;
  expect(isPrevented((event) => powerMonitor.emit('shutdown', event))).toBe(true);
  await vi.waitFor(() => expect(app.quit).toHaveBeenCalled());
  expect(isPrevented((event) => app.emit('before-quit', event))).toBe(false);
});

it('macOS: a shutdown that may be called off stops nothing for itself', () => {
  start('darwin');
  expect(isPrevented((event) => powerMonitor.emit('shutdown', event))).toBe(false);
  expect(stops).toBe(0);
  stakes.requests = 1;
  expect(isPrevented((event) => powerMonitor.emit('shutdown', event))).toBe(true);
  expect(stops).toBe(1);
});

it('Windows: every window hears of it, and a hidden one while there is no other', () => {
  start('win32');
  expect(powerMonitor.listenerCount('shutdown')).toBe(0);
  const [hidden, ...more] = electron.windows as Listener[];
  expect(more).toEqual([]);
  expect(isPrevented((event) => hidden?.heard.get('query-session-end')?.(event))).toBe(false);
  expect(stops).toBe(0);

  const window = new EventEmitter();
  app.emit('browser-window-created', {}, window);
  expect(hidden?.isDestroyed).toBe(true);
  stakes.requests = 1;
  expect(isPrevented((event) => window.emit('query-session-end', event))).toBe(true);
  expect(stops).toBe(1);
  window.emit('session-end');
  expect(stops).toBe(2);

  app.emit('window-all-closed');
  app.emit('window-all-closed');
  expect(electron.windows).toHaveLength(2);
  expect((electron.windows[1] as Listener).heard.has('query-session-end')).toBe(true);
});

it('Windows: a window that was open before hears of it, and no hidden one keeps the program from ending with it', () => {
  const window = new EventEmitter();
  electron.open = [window];
  start('win32');
  expect(electron.windows).toEqual([]);
  stakes.requests = 1;
  expect(isPrevented((event) => window.emit('query-session-end', event))).toBe(true);
  app.emit('window-all-closed');
  expect(electron.windows).toHaveLength(1);
});
