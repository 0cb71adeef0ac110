import { generateKeyPairSync } from 'node:crypto';
import { found, names } from './people.ts';
import { field, goTo, inMain, openAccount, openDetails, press } from './places.ts';
import type { Screen } from './screen.ts';
import type { Stage } from './stage.ts';

const dayMs = 86_400_000;

const panel = ({ window }: Stage) => window.getByRole('tabpanel');

/** What is in a token: an account's, and one that is pasted. */
export const claimsScreens: readonly Screen[] = [
  {
    name: 'account-anaf-claims',
    open: (stage) => openAccount(stage, names.company, 'claims'),
    sign: (stage) => panel(stage).getByRole('heading', { name: stage.words('reading.services.heading') }),
  },
  {
    name: 'account-anaf-claims-difference',
    open: (stage) => openAccount(stage, names.company, 'claims'),
    // Its token has more roles than the one before.
    sign: (stage) => panel(stage).getByRole('cell', { name: stage.words('reading.difference.kinds.changed') }),
  },
  {
    name: 'account-anaf-claims-raw',
    async open(stage) {
      await openAccount(stage, names.company, 'claims');
      await openDetails(panel(stage), stage.words('claims.raw'));
    },
    sign: (stage) => panel(stage).getByRole('button', { name: stage.words('reading.copyRaw') }),
  },
  {
    name: 'account-anaf-claims-verify',
    open: openVerify,
    sign: (stage) => field(panel(stage), stage.words('reading.verify.field')),
  },
  {
    name: 'account-anaf-claims-verified',
    async open(stage) {
      await openVerify(stage);
      await verify(stage, (await found(stage.practice).control.keys())['anaf'] ?? '');
    },
    sign: (stage) => panel(stage).getByText(stage.words('reading.verify.outcomes.verified'), { exact: true }),
  },
  {
    name: 'account-anaf-claims-not-verified',
    async open(stage) {
      await openVerify(stage);
      const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
      await verify(stage, publicKey.export({ type: 'spki', format: 'pem' }).toString());
    },
    sign: (stage) =>
      panel(stage).getByText(stage.words('reading.verify.outcomes.signature-does-not-match'), { exact: true }),
  },
  {
    name: 'account-anaf-claims-key-unreadable',
    async open(stage) {
      await openVerify(stage);
      await verify(stage, 'no key at all');
    },
    sign: (stage) => panel(stage).getByText(stage.words('reading.verify.outcomes.key-unreadable'), { exact: true }),
  },
  {
    name: 'account-skatteverket-claims',
    open: (stage) => openAccount(stage, names.organisation, 'claims'),
    sign: (stage) => panel(stage).getByText(stage.words('claims.opaque.title')),
  },
  {
    name: 'read-token',
    open: (stage) => goTo(stage, 'read-token'),
    shows: 'claims/read-page.tsx',
  },
  {
    name: 'read-token-result',
    open: (stage) => readPasted(stage, madeUpToken('Bearer', 60)),
    sign: (stage) => inMain(stage).getByText(stage.words('reading.noMatch')),
  },
  {
    name: 'read-token-not-a-token',
    open: (stage) => readPasted(stage, 'eyJhbGciOi.J9'),
    sign: (stage) => inMain(stage).getByText(stage.words('claims.malformed.title')),
  },
];

/** What the authorities' APIs answer, and what an account has done. */
export const requestScreens: readonly Screen[] = [
  {
    name: 'account-anaf-requests',
    open: (stage) => openAccount(stage, names.company, 'requests'),
    sign: (stage) => panel(stage).getByRole('button', { name: stage.words('requests.send'), exact: true }),
  },
  {
    name: 'account-anaf-request-unfilled',
    async open(stage) {
      await openAccount(stage, names.company, 'requests');
      await choosePreset(stage, 'anaf-messages-prod');
      await press(panel(stage), stage.words('requests.send'));
    },
    sign: (stage) =>
      panel(stage).getByText(stage.words('requests.fillMissing', { field: stage.words('requests.fill.cif.label') })),
  },
  {
    name: 'account-anaf-request-own',
    async open(stage) {
      await openAccount(stage, names.company, 'requests');
      await choosePreset(stage, '');
      await field(panel(stage), stage.words('requests.method')).selectOption('POST');
    },
    sign: (stage) => field(panel(stage), stage.words('requests.body')),
  },
  {
    name: 'account-anaf-answer',
    async open(stage) {
      await openAccount(stage, names.company, 'requests');
      await press(panel(stage), stage.words('requests.send'));
    },
    sign: (stage) => panel(stage).getByRole('heading', { name: stage.words('requests.statusOk', { status: 200 }) }),
  },
  {
    name: 'account-anaf-answer-refused',
    async open(stage) {
      await openAccount(stage, names.company, 'requests');
      await choosePreset(stage, 'anaf-messages-prod');
      // Of a company that the certificate has no right to: ANAF says so with status 200.
      await field(panel(stage), stage.words('requests.fill.cif.label')).fill('14399840');
      await press(panel(stage), stage.words('requests.send'));
    },
    sign: (stage) =>
      panel(stage).getByRole('heading', {
        name: stage.words('requests.callRefused', { authority: stage.words('authorities.anaf.name') }),
      }),
  },
  {
    name: 'account-skatteverket-answer-refused',
    async open(stage) {
      const { control } = found(stage.practice);
      const body = JSON.stringify({ code: 429, message: 'Too many requests' });
      await control.setSwitches({
        apiAnswer: { status: 429, headers: [['Content-Type', 'application/json']], body },
      });
      try {
        await openAccount(stage, names.organisation, 'requests');
        await press(panel(stage), stage.words('requests.send'));
        await panel(stage).getByText(stage.words('requests.answerBody'), { exact: true }).first().waitFor();
      } finally {
        await control.setSwitches({ apiAnswer: null });
      }
    },
    sign: (stage) =>
      panel(stage).getByRole('heading', { name: stage.words('requests.statusRefused', { status: 429 }) }),
  },
  {
    name: 'account-check-refused',
    async open(stage) {
      const { control } = found(stage.practice);
      const body = JSON.stringify({ error: 'unauthorized', message: 'Unauthorized' });
      await control.setSwitches({
        apiAnswer: { status: 401, headers: [['Content-Type', 'application/json']], body },
      });
      try {
        await openAccount(stage, names.company);
        await press(inMain(stage), stage.words('checks.act'));
        await inMain(stage).getByText(stage.words('failureNote.now'), { exact: true }).first().waitFor();
      } finally {
        await control.setSwitches({ apiAnswer: null });
      }
    },
    sign: (stage) => panel(stage).getByText(stage.words('failureNote.now'), { exact: true }),
  },
  {
    name: 'account-skatteverket-requests',
    open: (stage) => openAccount(stage, names.organisation, 'requests'),
    sign: (stage) => panel(stage).getByText(stage.words('requests.scopeNeeded', { scope: 'momsdeklaration' })),
  },
  {
    name: 'account-no-token-requests',
    open: (stage) => openAccount(stage, 'Panificația', 'requests'),
    sign: (stage) => panel(stage).getByText(stage.words('requests.noToken')),
  },
  {
    name: 'account-anaf-activity',
    open: (stage) => openAccount(stage, names.company, 'activity'),
    sign: (stage) => panel(stage).getByRole('table').getByRole('row').nth(1),
  },
  {
    name: 'account-activity-empty',
    open: (stage) => openAccount(stage, 'Transport Rapid', 'activity'),
    sign: (stage) => panel(stage).getByText(stage.words('activity.empty')),
  },
];

/** A JWT that nobody signed, of a type ("Bearer", "Refresh"), issued so many days ago and for so many days. */
export function madeUpToken(type: string, days: number, jti = 'made up', daysAgo = 0): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const iat = Math.floor((Date.now() - daysAgo * dayMs) / 1000);
  const payload = { token_type: type, iat, nbf: iat, exp: iat + (days * dayMs) / 1000, jti };
  return `${part({ alg: 'RS512', typ: 'JWT' })}.${part(payload)}.${Buffer.alloc(64).toString('base64url')}`;
}

async function openVerify(stage: Stage): Promise<void> {
  await openAccount(stage, names.company, 'claims');
  await press(panel(stage), stage.words('reading.verify.open'));
}

async function verify(stage: Stage, key: string): Promise<void> {
  await field(panel(stage), stage.words('reading.verify.field')).fill(key);
  await press(panel(stage), stage.words('reading.verify.act'));
}

async function choosePreset(stage: Stage, id: string): Promise<void> {
  await field(panel(stage), stage.words('requests.preset')).selectOption(id);
}

async function readPasted(stage: Stage, token: string): Promise<void> {
  await goTo(stage, 'read-token');
  await field(inMain(stage), stage.words('reading.field')).fill(token);
  await press(inMain(stage), stage.words('reading.read'));
  await inMain(stage)
    .getByRole('heading', { name: stage.words('reading.result') })
    .waitFor();
}
