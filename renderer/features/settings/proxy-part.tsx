import { useId, useRef, useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { NetworkView } from '../../../electron/contract/network-calls.ts';
import { useDesk } from '../../state/context.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { SecretField, takeSecret, TextField } from '../../ui/fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useRefusedField } from '../../ui/use-refused-field.ts';
import { useAct } from '../vault/use-act.ts';

type LoginKind = 'http' | 'https';

/** One proxy that the system names: what goes through it, and who logs in there. */
export function ProxyPart(props: {
  readonly proxy: NetworkView['proxies'][number];
  /** The authorities' servers that are reached through it. */
  readonly hosts: readonly string[];
  readonly onChange: () => Promise<void>;
}) {
  const { t } = useTranslation();
  const { bridge, formats } = useDesk();
  const announce = useAnnounce();
  const [isEntering, setEntering] = useState(false);
  const { isPending, failure, run } = useAct();
  const { proxy, kind, username, isRefused } = props.proxy;
  const refusedId = useId();
  const loginKind = kind === 'http' || kind === 'https' ? kind : null;

  async function forget(of: LoginKind): Promise<void> {
    if (!(await run(() => bridge.call('settings.forgetProxyLogin', { kind: of, proxy })))) return;
    announce(t('settings.network.proxy.forgotten'));
    await props.onChange();
  }

  async function entered(): Promise<void> {
    setEntering(false);
    announce(t('settings.network.proxy.saved'));
    await props.onChange();
  }

  return (
    <section className="stack network-part" aria-label={proxy}>
      {kind === 'unsupported' && (
        <Notice kind="warning">
          <p>{t('settings.network.proxy.unsupported', { proxy })}</p>
        </Notice>
      )}
      {isRefused && (
        <Notice kind="warning">
          <p id={refusedId}>{t('settings.network.proxy.refused')}</p>
        </Notice>
      )}
      <Facts>
        <Fact name={t('settings.network.proxy.name')} isCode>
          {proxy}
        </Fact>
        <Fact name={t('settings.network.proxy.kind')}>{t(`settings.network.proxy.kinds.${kind}`)}</Fact>
        <Fact name={t('settings.network.proxy.through')} isCode>
          {formats.list(props.hosts)}
        </Fact>
        {loginKind !== null && !isEntering && (
          <Fact name={t('settings.network.proxy.login')}>{username ?? t('settings.network.proxy.noLogin')}</Fact>
        )}
      </Facts>
      {loginKind !== null && !isEntering && (
        <div className="line">
          <Button onPress={() => setEntering(true)}>
            {t(username === null ? 'settings.network.proxy.enter' : 'settings.network.proxy.change')}
          </Button>
          {username !== null && (
            <Button look="quiet" isPending={isPending} onPress={() => void forget(loginKind)}>
              {t('settings.network.proxy.forget')}
            </Button>
          )}
        </div>
      )}
      {!isEntering && failure !== null && <FailureNote failure={failure} />}
      {isEntering && loginKind !== null && (
        <LoginForm
          proxy={proxy}
          kind={loginKind}
          username={username ?? ''}
          refusedId={isRefused ? refusedId : undefined}
          onDone={() => void entered()}
          onCancel={() => setEntering(false)}
        />
      )}
    </section>
  );
}

function LoginForm(props: {
  readonly proxy: string;
  readonly kind: LoginKind;
  readonly username: string;
  /** The id of what says that the proxy did not take the login there is. */
  readonly refusedId: string | undefined;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const [username, setUsername] = useState(props.username);
  const password = useRef<HTMLInputElement>(null);
  const { isPending, failure, run } = useAct();
  useRefusedField(password, failure);

  async function save(): Promise<void> {
    const secret = takeSecret(password.current);
    const { proxy, kind } = props;
    const saved = await run(() => bridge.call('settings.setProxyLogin', { kind, proxy, username, password: secret }));
    if (saved) props.onDone();
  }

  return (
    <form
      className="stack network-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={t('settings.network.proxy.username')}
        value={username}
        onChange={setUsername}
        isRequired
        autoFocus={props.refusedId === undefined}
      />
      <SecretField
        ref={password}
        label={t('settings.network.proxy.password')}
        hint={t(props.kind === 'https' ? 'settings.network.proxy.sealed' : 'settings.network.proxy.sealedButOpen')}
        problemId={props.refusedId}
        autoFocus={props.refusedId !== undefined}
      />
      {failure !== null && <FailureNote failure={failure} />}
      <div className="line">
        <Button onPress={props.onCancel}>{t('common.cancel')}</Button>
        <Button type="submit" look="primary" isPending={isPending}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  );
}
