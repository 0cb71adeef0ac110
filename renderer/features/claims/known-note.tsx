import type { ReactNode } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { TokenKnown } from '../../../electron/contract/claims-calls.ts';
import type { AccountView, CertificateView, Snapshot } from '../../../electron/contract/snapshot.ts';
import { useClock, useDesk, useSnapshot } from '../../state/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { useApplicationName } from '../applications/telling-apart.ts';
import type { NoteOf } from './claim-table.tsx';

/** Says of each claim what is known of it here; `account` is null where the token is nobody's here. */
export function noteOfKnown(known: TokenKnown, account: AccountView | null): NoteOf {
  return function note(claim) {
    if (claim.kind === 'empty') return null;
    switch (claim.explanation) {
      case 'serial':
        return known.certificateIds && <CertificateNotes ids={known.certificateIds} account={account} />;
      case 'clientappid':
      case 'client_id':
        return known.applicationIds && <ApplicationNote ids={known.applicationIds} account={account} />;
      case 'iss':
        return known.issuer && <IssuerNote issuer={known.issuer} account={account} />;
      case 'aud':
        return known.audience && <AudienceNote audience={known.audience} />;
      default:
        return null;
    }
  };
}

function Note({ tone, children }: { readonly tone: 'good' | 'plain' | 'warning'; readonly children: ReactNode }) {
  return (
    <span className={`claim-note claim-note-${tone}`}>
      <Icon name={tone === 'good' ? 'check' : tone === 'plain' ? 'info' : 'warning'} />
      <span>{children}</span>
    </span>
  );
}

type Ids = readonly string[];

function CertificateNotes({ ids, account }: { readonly ids: Ids; readonly account: AccountView | null }) {
  const { t } = useTranslation();
  const certificates = useSnapshot((snapshot) => snapshot.certificates);
  const found = ids.flatMap((id) => certificates[id] ?? []);
  const own = account?.certificateId == null ? undefined : certificates[account.certificateId];
  return (
    <>
      {found.map((certificate) => (
        <CertificateNote key={certificate.id} certificate={certificate} />
      ))}
      {found.length === 0 && own === undefined && <Note tone="plain">{t('reading.known.noCertificate')}</Note>}
      {own !== undefined && !ids.includes(own.id) && (
        <Note tone="warning">{t('reading.known.otherCertificate', { holder: own.holder })}</Note>
      )}
    </>
  );
}

function CertificateNote({ certificate: { holder, notAfter } }: { readonly certificate: CertificateView }) {
  const { t } = useTranslation();
  const { formats } = useDesk();
  const isEnded = useClock((now) => notAfter <= now);
  const time = formats.date(notAfter);
  return isEnded ? (
    <Note tone="warning">{t('reading.known.certificateEnded', { holder, time })}</Note>
  ) : (
    <Note tone="good">{t('reading.known.certificate', { holder, time })}</Note>
  );
}

function ApplicationNote({ ids, account }: { readonly ids: Ids; readonly account: AccountView | null }) {
  const { t } = useTranslation();
  const nameOf = useApplicationName();
  const applications = useSnapshot((snapshot: Snapshot) => snapshot.applications);
  const own = account !== null && ids.includes(account.applicationId) ? account.applicationId : ids[0];
  const application = own === undefined ? undefined : applications[own];
  if (application === undefined) {
    return account === null ? (
      <Note tone="plain">{t('reading.known.noApplication')}</Note>
    ) : (
      <Note tone="warning">{t('reading.known.notApplication')}</Note>
    );
  }
  const name = nameOf(application);
  return account !== null && account.applicationId !== application.id ? (
    <Note tone="warning">{t('reading.known.otherApplication', { application: name })}</Note>
  ) : (
    <Note tone="good">{t('reading.known.application', { application: name })}</Note>
  );
}

function IssuerNote(props: {
  readonly issuer: NonNullable<TokenKnown['issuer']>;
  readonly account: AccountView | null;
}) {
  const { issuer, account } = props;
  const { t } = useTranslation();
  const own = useSnapshot(({ applications, profiles }) => {
    const application = account === null ? undefined : applications[account.applicationId];
    return profiles.find(({ id }) => id === application?.profile)?.authority ?? null;
  });
  const name = (authority: 'anaf' | 'skatteverket'): string => t(`authorities.${authority}.name`);
  if (issuer.isOtherMode) {
    return (
      <Note tone="warning">
        {issuer.authority === null
          ? t('reading.known.practiceIssuer')
          : t('reading.known.realIssuer', { authority: name(issuer.authority) })}
      </Note>
    );
  }
  if (own !== null && own !== issuer.authority) {
    return <Note tone="warning">{t('reading.known.otherIssuer', { authority: name(own) })}</Note>;
  }
  if (issuer.authority === null) return <Note tone="plain">{t('reading.known.unknownIssuer')}</Note>;
  return <Note tone="good">{t('reading.known.issuer', { authority: name(issuer.authority) })}</Note>;
}

function AudienceNote({ audience }: { readonly audience: NonNullable<TokenKnown['audience']> }) {
  const { t } = useTranslation();
  return <Note tone={audience === 'other' ? 'plain' : 'good'}>{t(`reading.known.audience.${audience}`)}</Note>;
}
