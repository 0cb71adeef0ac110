import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { anaf } from '../../electron/authorities/anaf.ts';
import { explainAnswer } from '../../electron/authorities/explain.ts';
import { en as native } from '../../electron/desktop/words/en.ts';
import { en } from '../../renderer/i18n/en/index.ts';
import { ro } from '../../renderer/i18n/ro/index.ts';
import { sv } from '../../renderer/i18n/sv/index.ts';
import { leavesOf } from '../fixtures/catalogue-keys.ts';

describe('ANAF’s own words', () => {
  test('name the parts of an application: name, callbacks, services, the table, the button (R1)', () => {
    const { application } = en.profiles.anaf;
    expect(application.name).toContain('Denumire aplicație');
    expect(application.nameHint).toContain('Profil OAuth');
    expect(application.redirectUriNumber).toMatch(/^Callback URL /);
    expect(application.services).toContain('Serviciu');
    expect(application.keysHint).toContain('Client ID-uri OAuth existente');
    expect([application.clientId, application.clientSecret]).toEqual(['Client ID', 'Client Secret']);
    expect(en.authorities.anaf.endsSurely.two).toContain('Șterge aplicația');
    expect(anaf).toMatchObject({ allowsSeveralRedirectUris: true, keyPairs: ['oauth2'] });
  });

  test('tell which certificate is presented, and that a missing role may be why it was refused (R12)', () => {
    expect(en.profiles.anaf.beforeSignIn).toContain('se va prezenta certificatul digital cu rol SPV PJ');
    const refused = { stage: 'authorize', status: null, error: 'access_denied', text: '' } as const;
    expect(explainAnswer(anaf, refused)).toBe('anaf-access-denied');
    expect(en.explanations['anaf-access-denied'].causes['no-role']?.is).toContain('SPV PJ');
  });

  test('say that whoever holds a token can act with it, and that it must be kept from others (R17)', () => {
    expect(en.profiles.anaf.valuable).toMatch(/Keep tokens from anybody who does not need them/);
  });

  test('say at each hand-over that whoever has the token can act with it, and that it is kept from others (R17)', () => {
    for (const { detail } of [native.questions.copy, native.questions.file]) {
      expect(detail).toMatch(/can act at the tax authority in the name of (its|the token’s) holder until it ends/);
      expect(detail).toContain('keep it from everybody who does not need it');
    }
    expect(native.questions.report.detail).toMatch(
      /for the tax authority alone: whoever reads it can use these tokens/,
    );
    expect(en.handOver.warning).toMatch(/can act in the holder’s name.*only to a program that needs it/);
  });

  test('ask that compromised tokens be sent in to be blocked, and give no address for it (R19)', () => {
    const { send, delete: end } = en.compromised.steps;
    expect(send).toMatch(/its page asks that compromised tokens be sent to it, so that it blocks them/);
    expect(send).toContain('The page gives no address');
    expect(end).toContain('End the access of the application');
  });

  test('tell where Postman keeps a pair, and that the first renewal here ends Postman’s copy (R21)', () => {
    expect(en.takeOver.intro).toContain('“Manage Tokens”');
    expect(en.takeOver.sole.hint).toMatch(/the first renewal here ends the copy that the other program \(Postman/);
    expect(en.takeOver.otherCopy.text).toMatch(/the one that the other program holds stops working/);
  });

  test('say of a deleted application that every account under it is dead (R2)', () => {
    expect(en.explanations['anaf-invalid-client'].causes['deleted']?.is).toMatch(
      /deleted in “Profil OAuth”: then every account/,
    );
  });
});

describe('Skatteverket’s own words', () => {
  test('the two key pairs are called OAuth2 and APIgw, and nothing else (S16)', () => {
    expect([en.applications.keys.oauth2, en.applications.keys.apigw]).toEqual(['OAuth2', 'APIgw']);
  });

  test('in Swedish the P12 is opened with its “PIN-kod”, wherever it is asked for (S6)', () => {
    const { pin, pinEmpty, keepKey } = sv.certificates;
    const texts = [pin, pinEmpty, keepKey, sv.signIn.pin, sv.signIn.pinText];
    for (const text of [...texts, sv.accounts.curlCopied]) expect(text).toMatch(/\bPIN-kod/);
    const bare = [...leavesOf(sv)].filter(([, text]) => /\bPIN\b(?!-)/.test(text));
    expect(bare.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });

  test('a system signs in by what Skatteverket calls Client Credentials Grant', () => {
    for (const catalogue of [en, ro, sv]) {
      const { 'skatteverket-sysorg': sysorg, 'skatteverket-sys': sys } = catalogue.profiles;
      expect(sysorg.beforeSignIn).toMatch(/Client Credentials Grant.*organisationslegitimation/);
      expect(sys.beforeSignIn).toContain('Client Credentials Grant');
    }
  });

  test('an access token is a document of value (S14)', () => {
    expect(en.profiles['skatteverket-org'].valuable).toContain('a document of value');
    expect(en.profiles['skatteverket-per'].valuable).toContain('a document of value');
  });

  test('an access token is called a document of value wherever one is copied or handed over (S14)', () => {
    const texts = [native.questions.copy.detail, native.questions.file.detail, en.handOver.warning];
    for (const text of texts) expect(text).toContain('document of value');
  });
});

test('README says what it means that a desktop holds the keys, and that none are shipped (S22)', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8').replaceAll(/\s+/g, ' ');
  expect(readme).toMatch(/own keys[^.]*: none are shipped/);
  expect(readme).toContain('Whoever can use your computer account while Taxpass is open can use what it holds');
});
