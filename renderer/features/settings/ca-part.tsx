import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { NetworkView } from '../../../electron/contract/network-calls.ts';
import { useDesk } from '../../state/context.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmRemoval } from '../../ui/confirm.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Fingerprint } from '../certificates/fingerprint.tsx';
import { useAct } from '../vault/use-act.ts';

type Authority = NetworkView['authorities'][number];

/** Whom this program trusts to vouch for the authorities' servers, and adding the office's own. */
export function CaPart(props: {
  readonly authorities: readonly Authority[];
  readonly usesSystemRoots: boolean;
  readonly onChange: () => Promise<void>;
}) {
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const announce = useAnnounce();
  const { isPending, failure, run } = useAct();
  const [removing, setRemoving] = useState<Authority | null>(null);

  async function add(): Promise<void> {
    let added = 0;
    const went = await run(async () => {
      const answer = await bridge.call('settings.trustCaFile', {});
      if (answer.ok) ({ added } = answer.value);
      return answer;
    });
    if (!went || added === 0) return;
    announce(t('settings.network.ca.added', { count: added }));
    await props.onChange();
  }

  return (
    <section className="stack">
      <h3>{t('settings.network.ca.heading')}</h3>
      <p className="lead">
        {t(props.usesSystemRoots ? 'settings.network.ca.withSystem' : 'settings.network.ca.bundled')}
      </p>
      {props.authorities.length > 0 && (
        <ul className="network-list" aria-label={t('settings.network.ca.list')}>
          {props.authorities.map((authority) => (
            <li key={authority.id} className="stack network-part">
              <AuthorityFacts authority={authority} />
              <div>
                <Button
                  look="quiet"
                  label={t('settings.network.ca.removeNamed', { subject: authority.subject })}
                  onPress={() => setRemoving(authority)}
                >
                  {t('settings.network.ca.remove')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button isPending={isPending} onPress={() => void add()}>
          {t('settings.network.ca.add')}
        </Button>
      </div>
      {failure !== null && <FailureNote failure={failure} />}
      {removing !== null && (
        <ConfirmRemoval
          title={t('settings.network.ca.removeTitle')}
          confirm={t('settings.network.ca.removeConfirm')}
          onConfirm={() => bridge.call('settings.distrustCa', { id: removing.id })}
          onDone={() => {
            setRemoving(null);
            announce(t('settings.network.ca.removed'));
            void props.onChange();
          }}
          onClose={() => setRemoving(null)}
        >
          {t('settings.network.ca.removeText', { subject: removing.subject })}
        </ConfirmRemoval>
      )}
    </section>
  );
}

function AuthorityFacts({ authority }: { readonly authority: Authority }) {
  const { t } = useTranslation();
  const { formats } = useDesk();
  return (
    <Facts>
      <Fact name={t('settings.network.ca.subject')}>{authority.subject}</Fact>
      <Fact name={t('settings.network.ca.issuer')}>{authority.issuer}</Fact>
      <Fact name={t('settings.network.ca.until')}>{formats.date(authority.notAfter)}</Fact>
      <Fact name={t('settings.network.ca.fingerprint')} isCode>
        <Fingerprint hex={authority.fingerprint} />
      </Fact>
    </Facts>
  );
}
