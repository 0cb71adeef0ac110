import type { AccountView, ApplicationView, CertificateView, Change } from '../../electron/contract/snapshot.ts';
import type { ApplicationInput } from '../../electron/contract/contract.ts';
import { allRoles } from '../../electron/practice/anaf/switches.ts';
import { importP12, type Stage } from './stage.ts';

const dayMs = 86_400_000;

/** Who is on the stage, by the names their rows have. */
export const names = {
  organisation: 'Momsdeklaration',
  failing: 'Arbetsgivardeklaration',
  anaf: 'Cabinet Popescu',
  /** The company of the account that ANAF gave its tokens; others share its application. */
  company: 'Tâmplăria Nord SRL',
  refused: 'Ombud',
  browser: 'Anna, e-legitimation',
  system: 'Bilförmån',
} as const;

/** Signs in at the practice authorities, so that there are accounts that live and one whose last try failed. */
export async function fillDesk(stage: Stage): Promise<void> {
  const { practice, call } = stage;
  if (practice === null) throw new Error('nobody signs in at the real authorities');
  const { control, post } = practice;
  const { test: org } = post['skatteverket-org'];
  const { test: per } = post['skatteverket-per'];
  const { production: anaf } = post.anaf;
  const blank = { id: null, services: [], scopes: [], redirectUris: [], apigwClientId: '', apigwClientSecret: '' };
  const orgKeys = {
    profile: 'skatteverket-org' as const,
    environment: 'test' as const,
    redirectUris: [org.redirectUri],
    ...org.oauth2,
    apigwClientId: org.apigw.clientId,
    apigwClientSecret: org.apigw.clientSecret,
  } satisfies Partial<ApplicationInput>;
  const organisation = await importP12(stage, org.p12, org.pin, true);
  const holder = await importP12(stage, anaf.p12, anaf.password, true);
  const asked = await control.issue('test', 'valid', 'PIN of this one', 'skatteverket-org');
  await importP12(stage, asked.path, 'PIN of this one', false);

  const signIn = async (applicationId: string, certificateId: string): Promise<string> =>
    (await call('accounts.signIn', { applicationId, certificateId, accountId: null, redirectUri: null, pin: null }))
      .accountId;
  const first = await call('applications.save', {
    ...blank,
    ...orgKeys,
    name: names.organisation,
    scopes: ['momsdeklaration'],
  });
  await signIn(first.applicationId, organisation);
  const second = await call('applications.save', { ...blank, ...orgKeys, name: names.failing, scopes: ['agd'] });
  const failing = await signIn(second.applicationId, organisation);
  await control.setSwitches({ tokenError: { error: 'unauthorized_client', error_description: 'Unauthorized client' } });
  await call('accounts.renew', { accountId: failing, replaceLiving: true, pin: null }).catch(() => undefined);
  await control.setSwitches({ tokenError: null });

  await call('applications.save', { ...blank, ...orgKeys, name: names.refused, scopes: ['obr'] });

  const office = await call('applications.save', {
    ...blank,
    profile: 'anaf',
    environment: 'production',
    name: names.anaf,
    redirectUris: [...anaf.redirectUris],
    services: [...anaf.services],
    ...anaf.oauth2,
  });
  // The first token has fewer roles than the one after it, so that there is a difference to be seen.
  await control.setSwitches({ anafRoles: ['HELLO', 'EFACTURA'] });
  const person = await signIn(office.applicationId, holder);
  await control.setSwitches({ anafRoles: [...allRoles] });
  await call('accounts.renew', { accountId: person, replaceLiving: true, pin: null });
  await call('companies.set', {
    accountId: person,
    companies: anaf.companies.map(({ cif, name }, index) => ({
      number: cif,
      name: index === 0 ? names.company : name,
    })),
  });
  await call('handOver.copy', { accountId: person, recipientName: 'SAGA C' });
  await call('handOver.clearNow', {});

  await call('applications.save', {
    ...blank,
    profile: 'skatteverket-per',
    environment: 'test',
    name: names.browser,
    redirectUris: [...per.redirectUris],
    scopes: [...per.scopes],
    ...per.oauth2,
    apigwClientId: per.apigw.clientId,
    apigwClientSecret: per.apigw.clientSecret,
  });
  await call('applications.save', {
    ...blank,
    profile: 'skatteverket-sys',
    environment: 'test',
    name: names.system,
    scopes: ['bilforman'],
    clientId: post['skatteverket-sys'].test.oauth2.clientId,
    clientSecret: '',
  });
}

/** An account for each word that a row can say, made of those that are there: none of them is known to main. */
export async function everyState({ snapshot }: Stage): Promise<Change[]> {
  const { accounts, applications, certificates } = await snapshot();
  const byName = (name: string): ApplicationView => found(Object.values(applications).find((one) => one.name === name));
  const accountOf = (name: string): AccountView =>
    found(Object.values(accounts).find(({ applicationId }) => applicationId === byName(name).id));
  const anaf = accountOf(names.anaf);
  const organisation = accountOf(names.organisation);
  const holder = found(anaf.certificateId === null ? undefined : certificates[anaf.certificateId]);
  const asked = found(Object.values(certificates).find(({ key }) => key === 'asked'));
  const now = Date.now();
  const earlier = [
    { id: 'earlier', obtainedAt: now - 80 * dayMs, expiresAt: now + 280 * dayMs, replacedAt: now - 20 * dayMs },
  ];

  const certificate = (id: string, part: Partial<CertificateView>): CertificateView => ({ ...holder, id, ...part });
  const token = (days: number): Pick<AccountView, 'accessToken'> => ({
    accessToken: anaf.accessToken && {
      ...anaf.accessToken,
      obtainedAt: now - 70 * dayMs,
      expiresAt: now + days * dayMs,
    },
  });
  const refresh = (days: number): Pick<AccountView, 'refreshToken'> => ({
    refreshToken: { expiresAt: now + days * dayMs, isCertain: true },
  });
  const client = (id: string, company: string, number: string, part: Partial<AccountView>): Change => ({
    kind: 'accounts',
    id,
    value: {
      ...anaf,
      ...token(56),
      ...refresh(290),
      id,
      companies: [{ number, name: company }],
      recipients: [],
      renewsItselfAt: now + 42 * dayMs,
      ...part,
    },
  });
  const ending = certificate('ending', { holder: 'Ionescu Maria-Alexandra', notAfter: now + 12 * dayMs });
  const ended = certificate('ended', { holder: 'Dumitrescu Ștefan', notAfter: now - 3 * dayMs });
  const registration = (id: string, name: string): ApplicationView => ({ ...byName(names.organisation), id, name });
  const [account, returns] = [
    registration('tax-account', 'Skattekonto'),
    registration('returns', 'Inkomstdeklaration'),
  ];
  const noApiKeys: ApplicationView = {
    ...registration('no-api-keys', 'Punktskatt'),
    missing: ['apigwClientId', 'apigwClientSecret'],
    apigwClientId: '',
    hasApigwClientSecret: false,
  };
  const unfinished = { ...byName(names.system), id: 'unfinished', name: 'Bilförmån, produktion' };
  return [
    { kind: 'certificates', id: ending.id, value: ending },
    { kind: 'certificates', id: ended.id, value: ended },
    ...[unfinished, account, returns, noApiKeys].map(
      (value) => ({ kind: 'applications', id: value.id, value }) as const,
    ),
    client('due', 'Transport Rapid SRL', '14399840', { ...token(-1), renewsItselfAt: now - dayMs }),
    client('needed', 'Panificația Sălajul SRL', '361757', {
      ...token(-2),
      refreshToken: null,
      needsSignIn: true,
      earlier,
    }),
    client('soon', 'Construcții Moldova de Nord SRL', '5888716', {
      ...token(17),
      ...refresh(17),
      renewsItselfAt: now + 3 * dayMs,
    }),
    client('lost', 'Vinăria Dealu Mare SA', '1590082', {
      answerLost: true,
      lastFailure: {
        at: now - dayMs,
        failure: { code: 'authority-busy', stage: 'token', status: 429, retryAfterSeconds: 60 },
      },
    }),
    client('copied', 'Farmacia Sănătatea SRL', '2816464', { hasOtherCopy: true, renewsItselfAt: null, earlier }),
    client('moved', 'Agricola Bărăgan SRL', '8721959', { standing: 'moved', renewsItselfAt: null }),
    client('looked', 'Moara Veche SRL', '4221306', { standing: 'only-looking', renewsItselfAt: null }),
    client('working', 'Service Auto Dacia SRL', '160796', { isRenewing: true }),
    client('by-token', 'Depozit Central SRL', '18189442', {
      certificateId: null,
      holder: '',
      certificateSerial: '2001ABC45F0E11D7',
    }),
    client('certificate-ended', 'Editura Carpați SRL', '427320', {
      ...token(-1),
      refreshToken: null,
      certificateId: ended.id,
      holder: ended.holder,
    }),
    {
      kind: 'accounts',
      id: 'certificate-ending',
      value: {
        ...organisation,
        id: 'certificate-ending',
        applicationId: returns.id,
        certificateId: ending.id,
        holder: ending.holder,
      },
    },
    {
      kind: 'accounts',
      id: 'resting',
      value: {
        ...organisation,
        id: 'resting',
        applicationId: account.id,
        certificateId: asked.id,
        accessToken: organisation.accessToken && { ...organisation.accessToken, expiresAt: now - 4 * 3_600_000 },
      },
    },
    { kind: 'accounts', id: 'no-api-keys', value: { ...organisation, id: 'no-api-keys', applicationId: noApiKeys.id } },
    {
      kind: 'accounts',
      id: 'incomplete',
      value: {
        ...organisation,
        id: 'incomplete',
        applicationId: unfinished.id,
        certificateId: null,
        holder: '',
        accessToken: null,
        refreshToken: null,
        lastFailure: null,
      },
    },
  ];
}

/** Somebody who must be there by now. */
export function found<Thing>(thing: Thing | null | undefined): Thing {
  if (thing === null || thing === undefined) throw new Error('somebody is missing');
  return thing;
}
