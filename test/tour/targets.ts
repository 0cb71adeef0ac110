import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { PracticeControl } from '../fixtures/practice.ts';

/** What somebody has in hand who signs in at one authority. */
export type Target = {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly apigwClientId: string;
  readonly apigwClientSecret: string;
  readonly scope: string;
  readonly redirectUri: string;
  /** A path. */
  readonly p12: string;
  readonly p12Password: string;
  /** Names of the buttons to press on the browser's pages, in order. */
  readonly loginButtons: readonly string[];
  /** PEM; what the browser must trust. */
  readonly ca: string;
};

export type Targets = {
  readonly anaf: Target | null;
  readonly skatteverketOrg: Target | null;
  readonly skatteverketPer: Target | null;
};

const Authority = z.looseObject({
  ca: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  apigwClientId: z.string().default(''),
  apigwClientSecret: z.string().default(''),
  scope: z.string().default(''),
  redirectUri: z.string(),
  p12: z.string().default(''),
  p12Password: z.string().default(''),
  loginButtons: z.array(z.string()).default([]),
});
const AuthoritiesFile = z.looseObject({
  anaf: Authority.optional(),
  'skatteverket-org': Authority.optional(),
  'skatteverket-per': Authority.optional(),
});

/** The targets of an `--authorities` file; unknown keys are passed over. */
export function targetsOfFile(path: string): Targets {
  const file = AuthoritiesFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  const target = (authority: z.infer<typeof Authority> | undefined): Target | null =>
    authority === undefined ? null : { ...authority, ca: readFileSync(authority.ca, 'utf8') };
  return {
    anaf: target(file.anaf),
    skatteverketOrg: target(file['skatteverket-org']),
    skatteverketPer: target(file['skatteverket-per']),
  };
}

/** What the practice authorities' post brought. */
export async function targetsOfPost(control: PracticeControl): Promise<Targets> {
  const post = await control.post();
  const anaf = post.anaf.production;
  const org = post['skatteverket-org'].test;
  const per = post['skatteverket-per'].test;
  const pairs = ({ oauth2, apigw }: Pick<typeof org, 'oauth2' | 'apigw'>) => ({
    clientId: oauth2.clientId,
    clientSecret: oauth2.clientSecret,
    apigwClientId: apigw.clientId,
    apigwClientSecret: apigw.clientSecret,
  });
  const none = { p12: '', p12Password: '', loginButtons: [], ca: '', apigwClientId: '', apigwClientSecret: '' };
  return {
    anaf: {
      ...none,
      ...anaf.oauth2,
      scope: '',
      redirectUri: anaf.redirectUris[0],
      p12: anaf.p12,
      p12Password: anaf.password,
    },
    skatteverketOrg: {
      ...none,
      ...pairs(org),
      scope: 'momsdeklaration',
      redirectUri: org.redirectUri,
      p12: org.p12,
      p12Password: org.pin,
    },
    skatteverketPer: {
      ...none,
      ...pairs(per),
      scope: 'momsdeklaration',
      redirectUri: per.redirectUris.find((uri) => uri.startsWith('taxpass-practice:')) ?? '',
      loginButtons: [per.persons[0]?.button ?? '', per.approveButton],
      ca: control.ready.authorities['skatteverket-per'].test.caPem,
    },
  };
}
