import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Language } from '../../electron/contract/language.ts';
import type { NoticeView } from '../../electron/contract/notice-view.ts';
import { createAsking, type QuestionBox } from '../../electron/desktop/native-question.ts';
import { noticeSentence } from '../../electron/desktop/notice-sentences.ts';
import { stripAddress } from '../../electron/desktop/sign-in-strip.ts';
import { wordsIn } from '../../electron/desktop/words/words.ts';
import { loopbackHtml } from '../../electron/signin/loopback-pages.ts';

type Item = { readonly role?: string; readonly label?: string; readonly type?: string; readonly submenu?: Item[] };
type Window = { menu: 'own' | 'none'; removeMenu(): void };

/** What Electron was last told to show. */
const shown: { menu: Item[]; trayMenu: Item[]; toolTip: string; bodies: string[]; windows: Window[] } = vi.hoisted(
  () => ({ menu: [], trayMenu: [], toolTip: '', bodies: [], windows: [] }),
);
vi.mock('electron', () => ({
  app: { isPackaged: false },
  BrowserWindow: { getAllWindows: () => shown.windows },
  Menu: {
    buildFromTemplate: (template: Item[]) => template,
    setApplicationMenu(menu: Item[]) {
      shown.menu = menu;
      // As Electron does where windows have menus of their own.
      for (const window of shown.windows) window.menu = 'own';
    },
  },
  nativeImage: {
    createEmpty: () => ({ addRepresentation: () => undefined, setTemplateImage: () => undefined }),
    createFromBitmap: () => ({ toPNG: () => Buffer.alloc(0) }),
  },
  Tray: class {
    on = () => undefined;
    destroy = () => undefined;
    setImage = () => undefined;
    setTitle = () => undefined;
    setToolTip = (text: string) => void (shown.toolTip = text);
    setContextMenu = (menu: Item[]) => void (shown.trayMenu = menu);
  },
  Notification: class {
    static isSupported = () => true;
    body: string;
    constructor({ title, body }: { title: string; body: string }) {
      this.body = `${title} | ${body}`;
    }
    on = () => undefined;
    close = () => undefined;
    show = () => void shown.bodies.push(this.body);
  },
}));
const { setMenu } = await import('../../electron/desktop/menu.ts');
const { createTray } = await import('../../electron/desktop/tray.ts');
const { createNotifications } = await import('../../electron/desktop/notifications.ts');

const NOW = Date.UTC(2026, 10, 20, 12);
const DAY = 86_400_000;
const platform = process.platform;
let language: Language;
const words = () => wordsIn(language);
const title = () => words().windowTitle.practice;
const labels = (items: readonly Item[]): string[] =>
  items.flatMap(({ label, submenu = [] }) => [...(label === undefined ? [] : [label]), ...labels(submenu)]);
const unnamed = (items: readonly Item[]): Item[] =>
  items.flatMap((item) =>
    item.type === 'separator' ? [] : [...(item.label ? [] : [item]), ...unnamed(item.submenu ?? [])],
  );

beforeEach(() => {
  language = 'en';
  shown.bodies.length = 0;
  shown.windows = [];
});
afterEach(() => Object.defineProperty(process, 'platform', { value: platform }));

test('the tray says all anew in the language that is chosen meanwhile', () => {
  const nothing = (): void => undefined;
  const acts = { open: nothing, showNotices: nothing, renewDue: nothing, quit: nothing };
  const tray = createTray({ words, title, ...acts });
  tray.sayAnew();
  tray.turn(true);
  tray.showCount(2);
  expect(shown.toolTip).toBe('Taxpass: practice: 2 things need you');
  language = 'ro';
  tray.sayAnew();
  expect(shown.toolTip).toBe('Taxpass: exercițiu: 2 situații necesită atenția dumneavoastră');
  expect(labels(shown.trayMenu)).toEqual([
    'Deschide Taxpass',
    '2 situații necesită atenția dumneavoastră',
    'Prelungește tokenurile scadente',
    'Închide Taxpass',
  ]);
  language = 'sv';
  tray.showCount(0);
  expect(shown.toolTip).toBe('Taxpass: övning');
  expect(labels(shown.trayMenu)[1]).toBe('Inget kräver din åtgärd');
});

test.each(['linux', 'win32', 'darwin'] as const)('on %s every item of the menu is named in the language', (system) => {
  Object.defineProperty(process, 'platform', { value: system });
  setMenu(wordsIn('en'), null);
  const english = new Set(labels(shown.menu));
  for (const other of ['ro', 'sv'] as const) {
    setMenu(wordsIn(other), null);
    // The menu of macOS that bears the program's name.
    expect(unnamed(shown.menu).map(({ role }) => role)).toEqual(system === 'darwin' ? ['appMenu'] : []);
    expect(labels(shown.menu)).toContain(other === 'ro' ? 'Selectează tot' : 'Markera allt');
    expect(labels(shown.menu).filter((label) => english.has(label))).toEqual([]);
  }
});

test('a new menu is the app’s window’s alone: a sign-in’s stays without one', () => {
  Object.defineProperty(process, 'platform', { value: 'linux' });
  const windowOf = (): Window => ({
    menu: 'none',
    removeMenu() {
      this.menu = 'none';
    },
  });
  const [own, signIn] = [windowOf(), windowOf()];
  shown.windows = [own, signIn];
  setMenu(wordsIn('ro'), own as unknown as Parameters<typeof setMenu>[1]);
  expect([own.menu, signIn.menu]).toEqual(['own', 'none']);
});

const certificateEnds = {
  kind: 'certificate-ends',
  id: 'certificate-ends:A:30',
  severity: 'soon',
  snooze: 'tomorrow',
  holder: 'Ana Pop',
  accounts: ['a', 'b', 'c'],
  certificateId: 'A',
  endsAt: NOW + 20 * DAY,
} as unknown as NoticeView;

test('a notification speaks the language of its moment, with its own numbers and spans', () => {
  const notifications = createNotifications({
    words,
    title,
    onPress: () => undefined,
    isLocked: () => false,
    now: () => NOW,
  });
  const tell = (as: Language): void => {
    language = as;
    notifications.tell({ about: 'one', notice: certificateEnds });
    notifications.tell({ about: 'several', needPerson: 21, all: 30 });
  };
  for (const each of ['en', 'ro', 'sv'] as const) tell(each);
  expect(shown.bodies).toEqual([
    'Taxpass: practice | Certificate of Ana Pop ends in 20 days: 3 accounts.',
    'Taxpass: practice | 21 things need you',
    'Taxpass: exercițiu | Certificatul digital al titularului Ana Pop expiră în 20 de zile: 3 conturi.',
    'Taxpass: exercițiu | 21 de situații necesită atenția dumneavoastră',
    'Taxpass: övning | Certifikatet för Ana Pop går ut om 20 dagar: 3 konton.',
    'Taxpass: övning | 21 ärenden kräver din åtgärd',
  ]);
});

test('what is less than a day away is said by the hour, which stays true however late it is read', () => {
  const soon = { ...certificateEnds, endsAt: NOW + 25 * 60_000 } as NoticeView;
  expect(noticeSentence(wordsIn('ro'), soon, NOW)).toMatch(/expiră azi la \d\d:25: 3 conturi/);
  expect(noticeSentence(wordsIn('sv'), soon, NOW)).toMatch(/går ut i dag kl\. \d\d:25: 3 konton/);
});

test('the day it is said for is the calendar’s: over a day of 23 hours, 24 hours reach the day after tomorrow', () => {
  const zone = process.env['TZ'];
  process.env['TZ'] = 'Europe/Stockholm';
  try {
    const saturday = Date.UTC(2026, 2, 28, 22, 30);
    const said = (endsAt: number, language: Language = 'sv') =>
      noticeSentence(wordsIn(language), { ...certificateEnds, endsAt } as NoticeView, saturday);
    const monday = Date.UTC(2026, 2, 29, 22, 24);
    expect(said(monday)).toContain('i övermorgon kl. 00:24');
    expect(said(monday, 'en')).toContain('in 2 days at 00:24');
    expect(said(monday, 'ro')).toContain('poimâine la 00:24');
    expect(said(monday - 30 * 60_000)).toContain('i morgon kl. 23:54');
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
});

test('the summary of what happened meanwhile is one sentence in each language', () => {
  const away = { kind: 'away', renewed: 20, needCertificate: 1, needPerson: 2 } as unknown as NoticeView;
  expect((['en', 'ro', 'sv'] as const).map((each) => noticeSentence(wordsIn(each), away, NOW))).toEqual([
    'While you were away: 20 renewed, 1 needs a certificate, 2 need you.',
    'Cât ați lipsit: 20 de prelungiri, 1 cont necesită un certificat, 2 conturi necesită atenția dumneavoastră.',
    'Medan du var borta: 20 förnyelser, 1 konto kräver ett certifikat, 2 konton kräver din åtgärd.',
  ]);
});

test('a question is asked in the language of its moment', async () => {
  const boxes: QuestionBox[] = [];
  const asking = createAsking({
    isLocked: () => false,
    words,
    show: (box) => Promise.resolve(boxes.push(box) > 0),
  });
  const accounts = Array.from({ length: 25 }, (_, number) => `Firma ${number}`);
  language = 'ro';
  await asking.confirm({ about: 'remove-application', application: 'Contabil', accounts, lost: 'renewable' });
  await asking.confirm({
    ...{ about: 'trust-ca', subject: 'Proxy', issuer: 'Birou', until: '2030-01-31', fingerprint: 'AA:BB' },
  });
  language = 'sv';
  await asking.confirm({ about: 'move', accounts: 2, withKeys: true, fileName: 'a.taxpass' });
  const [removal, trust, move] = boxes;
  expect(removal?.message).toBe('Eliminați aplicația „Contabil” și cele 25 de conturi ale ei?');
  expect(removal?.detail).toContain('aceste conturi: „Firma 0”, „Firma 1”');
  expect(removal?.detail).toContain('„Firma 7” și încă 17. Tokenurile de acces și de reîmprospătare se șterg');
  expect([removal?.cancel, removal?.confirm]).toEqual(['Anulează', 'Elimină aplicația']);
  expect(trust?.detail).toContain('Emis de: „Birou”\nValabil până la: 31 ianuarie 2030\nSHA-256: AA:BB\n');
  expect(move?.message).toBe('Vill du flytta 2 konton till filen ”a.taxpass”?');
  expect(move?.detail).toContain('certifikaten med de privata nycklar som förvaras här');
  expect(move?.cancel).toBe('Avbryt');
});

test('a file dialog is asked for in the language of its moment', async () => {
  const asking = createAsking({ isLocked: () => false, words, show: () => Promise.resolve(true) });
  const title = (): Promise<string | null> => asking.choose(({ files }) => Promise.resolve(files.save));
  language = 'sv';
  expect(await title()).toBe('Spara filen');
  language = 'ro';
  expect(await title()).toBe('Salvați fișierul');
});

test('the strip above the authority’s page and the pages of the loopback say which language they are in', () => {
  const state = { host: 'x.example', isConnecting: false, certificate: 'withheld' } as const;
  const strip = decodeURIComponent(stripAddress(state, wordsIn('ro')));
  expect(strip).toContain('<html lang="ro">');
  expect(strip).toContain('Această pagină nu primește certificatul dumneavoastră');
  const page = loopbackHtml('returned', wordsIn('sv'));
  expect(page).toContain('<html lang="sv">');
  expect(page).toContain('<h1>Du kan stänga fliken och gå tillbaka till Taxpass</h1>');
  for (const each of ['en', 'ro', 'sv'] as const) {
    for (const { title: heading, text } of Object.values(wordsIn(each).loopback)) {
      expect(heading + text).not.toMatch(/[<>&"]/);
    }
  }
});
