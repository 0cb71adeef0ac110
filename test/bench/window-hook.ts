import { app } from 'electron';

// Loaded before an app's own code (`-r`): does one task in its window and says what it found, on a line of stdout. A
// driver such as Playwright would slow the start that is measured, and the page.

const SETTLE_MS = 3_000;
const TICKING_MS = 15_000;
const SCROLL_PX = 32_000;
const SCROLL_PX_PER_S = 4_000;

/**
 * Waits in the page for the first row (of an account, or of the bare page) and two frames more: when the second begins,
 * the one that drew the row is out. Gives when that was, epoch ms.
 */
const paintedRow = `new Promise((done) => {
  const look = () => {
    if (document.querySelector('nav li, nav [role=row]') === null) return false;
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.timeOrigin + performance.now())));
    return true;
  };
  if (look()) return;
  const watch = new MutationObserver(() => look() && watch.disconnect());
  watch.observe(document, { childList: true, subtree: true });
})`;

/** What scrolls is found from the first row, upwards. */
const scroller = `(() => {
  let at = document.querySelector('nav li, nav [role=row]');
  while (at !== document.body && !/auto|scroll/.test(getComputedStyle(at).overflowY)) at = at.parentElement;
  return at;
})()`;

/** `timestamp`: seconds, by the clock of {@link readMetrics}. */
type NetworkEvent = {
  readonly request?: { readonly url: string };
  readonly response?: { readonly url: string };
  readonly timestamp?: number;
};
type Place = { readonly x: number; readonly y: number; readonly top: number };

const tasks: Readonly<Record<string, (window: Electron.BrowserWindow) => Promise<unknown>>> = {
  /** When the first row was on the screen, epoch ms. */
  async start(window) {
    const shown = new Promise<number>((done) => {
      const tell = (): void => done(performance.timeOrigin + performance.now());
      if (window.isVisible()) tell();
      else window.once('show', tell);
    });
    await loaded(window);
    const painted = Number(await inPage(window, paintedRow));
    return { at: Math.max(painted, await shown) };
  },

  /** The scripts that the page asks for until its first row is painted, as paths. */
  async scripts(window) {
    const { debugger: devtools } = window.webContents;
    devtools.attach();
    const asked: { readonly path: string; readonly atS: number }[] = [];
    // What was asked for before it listened it hears of by the answer.
    devtools.on('message', (_event, method: string, { request, response, timestamp = 0 }: NetworkEvent) => {
      const { url } = (method.startsWith('Network.re') ? (request ?? response) : null) ?? {};
      const path = url === undefined ? '' : new URL(url).pathname;
      if (path.endsWith('.js')) asked.push({ path, atS: timestamp });
    });
    for (const domain of ['Network', 'Performance']) await devtools.sendCommand(`${domain}.enable`);
    await loaded(window);
    await inPage(window, paintedRow);
    // Main is busy while the page draws, and looks late; the page knows when its first picture was, which has the rows.
    const first = `new Promise((done) => {
      const watch = new PerformanceObserver((list) => {
        const [first] = list.getEntriesByName('first-contentful-paint');
        if (first !== undefined) done(first.startTime);
      });
      watch.observe({ type: 'paint', buffered: true });
    })`;
    const paintedMs = Number(await inPage(window, first));
    const paintedS = (await readMetrics(window)).beganS + paintedMs / 1000;
    return { paths: [...new Set(asked.filter(({ atS }) => atS <= paintedS).map(({ path }) => path))] };
  },

  /** Lengths of the frames, ms, while the list is scrolled by the wheel, steadily. */
  async scroll(window) {
    await loaded(window);
    await inPage(window, paintedRow);
    await settled();
    const { debugger: devtools } = window.webContents;
    devtools.attach();
    const place = `(() => {
      const at = ${scroller};
      const { left, top, width, height } = at.getBoundingClientRect();
      return { x: left + width / 2, y: Math.max(top, 0) + Math.min(height, innerHeight) / 2, top: at.scrollTop };
    })()`;
    const before = (await inPage(window, place)) as Place;
    await inPage(
      window,
      `globalThis.frames = [];
      globalThis.watchFrame = (at) => { frames.push(at); watching = requestAnimationFrame(watchFrame); };
      globalThis.watching = requestAnimationFrame(watchFrame);
      0`,
    );
    await devtools.sendCommand('Input.synthesizeScrollGesture', {
      x: before.x,
      y: before.y,
      yDistance: -SCROLL_PX,
      speed: SCROLL_PX_PER_S,
      gestureSourceType: 'mouse',
    });
    const times = (await inPage(window, 'cancelAnimationFrame(watching); globalThis.frames')) as number[];
    const after = (await inPage(window, place)) as Place;
    const moved = after.top - before.top;
    if (moved < SCROLL_PX * 0.9) throw new Error(`the list was scrolled by ${moved} px only`);
    return { intervals: times.slice(1).map((at, index) => at - (times[index] ?? at)) };
  },

  /** ms of script per second, while the page is seen and nobody does anything. */
  async tick(window) {
    await loaded(window);
    await inPage(window, paintedRow);
    await settled();
    const { debugger: devtools } = window.webContents;
    devtools.attach();
    await devtools.sendCommand('Performance.enable');
    const before = await readMetrics(window);
    await new Promise((done) => setTimeout(done, TICKING_MS));
    const after = await readMetrics(window);
    if ((await inPage(window, 'document.hidden')) !== false) throw new Error('the page believes that it is not seen');
    return { msPerSecond: ((after.scriptS - before.scriptS) * 1000) / (after.atS - before.atS) };
  },
};

/** Of a page, seconds: script so far, the time, and when it began; the domain `Performance` is on. */
async function readMetrics(
  window: Electron.BrowserWindow,
): Promise<{ readonly scriptS: number; readonly atS: number; readonly beganS: number }> {
  const { metrics } = (await window.webContents.debugger.sendCommand('Performance.getMetrics')) as {
    metrics: { name: string; value: number }[];
  };
  const valueOf = (wanted: string): number => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
  return { scriptS: valueOf('ScriptDuration'), atS: valueOf('Timestamp'), beganS: valueOf('NavigationStart') };
}

/** The document is there: before any script of the page has run to its end, and so before there are rows. */
function loaded(window: Electron.BrowserWindow): Promise<void> {
  return new Promise((done) => window.webContents.once('dom-ready', () => done()));
}

function inPage(window: Electron.BrowserWindow, script: string): Promise<unknown> {
  // Of the frame, not of the contents: those would wait until all is loaded.
  return window.webContents.mainFrame.executeJavaScript(script);
}

function settled(): Promise<void> {
  return new Promise((done) => setTimeout(done, SETTLE_MS));
}

app.once('browser-window-created', (_event, window) => {
  const task = tasks[process.env['TAXPASS_BENCH_TASK'] ?? ''];
  if (task === undefined) return;
  const say = (answer: object): void => console.log(`taxpass-bench ${JSON.stringify(answer)}`);
  task(window).then(
    (found) => say({ found }),
    (error: unknown) => say({ error: String(error) }),
  );
});
