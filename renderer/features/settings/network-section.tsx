import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { NetworkView } from '../../../electron/contract/network-calls.ts';
import { useDesk } from '../../state/context.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import { CaPart } from './ca-part.tsx';
import { ProxyPart } from './proxy-part.tsx';
import './network.css';

/** The ways to the authorities: the office's proxies with their logins, and whom to trust besides the usual roots. */
export function NetworkSection() {
  const { t } = useTranslation();
  const { bridge, formats } = useDesk();
  const [network, setNetwork] = useState<NetworkView | null>(null);

  const reload = useCallback(async (): Promise<void> => {
    const answer = await bridge.call('settings.network', {});
    if (answer.ok) setNetwork(answer.value);
  }, [bridge]);
  useEffect(() => {
    void bridge.call('settings.network', {}).then((answer) => {
      if (answer.ok) setNetwork(answer.value);
    });
  }, [bridge]);

  if (network === null) return null;
  const { servers, proxies, authorities, usesSystemRoots } = network;
  const straight = servers.filter((server) => server.proxies.length === 0).map(({ host }) => host);
  return (
    <section className="network" aria-labelledby="network-heading">
      <h2 id="network-heading">{t('settings.network.heading')}</h2>
      <section className="stack">
        <h3>{t('settings.network.proxy.heading')}</h3>
        <p className="lead">{t('settings.network.proxy.text')}</p>
        {proxies.length === 0 ? (
          <p>{t('settings.network.proxy.none')}</p>
        ) : (
          <>
            {proxies.map((proxy) => (
              <ProxyPart
                key={`${proxy.kind} ${proxy.proxy}`}
                proxy={proxy}
                hosts={servers.filter((server) => server.proxies.includes(proxy.proxy)).map(({ host }) => host)}
                onChange={reload}
              />
            ))}
            {straight.length > 0 && (
              <Facts>
                <Fact name={t('settings.network.proxy.straight')} isCode>
                  {formats.list(straight)}
                </Fact>
              </Facts>
            )}
          </>
        )}
      </section>
      <CaPart authorities={authorities} usesSystemRoots={usesSystemRoots} onChange={reload} />
    </section>
  );
}
