import { useId, useState } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { firstDifference } from '../state/first-difference.ts';
import { TextField } from './fields.tsx';
import './explained.css';

/**
 * The redirect URI that was sent, beside the registered one, which only the user can see: pasted, the first character
 * that differs is named (S5).
 */
export function CompareRedirectUri({ sent }: { readonly sent: string }) {
  const { t } = useTranslation();
  const [registered, setRegistered] = useState('');
  const headingId = useId();
  return (
    <section className="compare" aria-labelledby={headingId}>
      <p className="compare-heading" id={headingId}>
        {t('explained.redirectUri.heading')}
      </p>
      <div className="compare-sides">
        <div className="field">
          <span>{t('explained.redirectUri.sent')}</span>
          <code className="compare-sent code">{sent}</code>
        </div>
        <TextField
          label={t('explained.redirectUri.registered')}
          hint={t('explained.redirectUri.hint')}
          value={registered}
          onChange={setRegistered}
          isCode
        />
      </div>
      <p role="status">{registered !== '' && <Verdict sent={sent} registered={registered} />}</p>
    </section>
  );
}

function Verdict({ sent, registered }: { readonly sent: string; readonly registered: string }) {
  const { t } = useTranslation();
  const difference = firstDifference(sent, registered);
  if (difference === null) return t('explained.redirectUri.same');
  const quoted = (text: string) =>
    text === '' ? t('explained.redirectUri.nothing') : t('explained.redirectUri.quoted', { text });
  return t('explained.redirectUri.differ', {
    same: difference.same,
    sent: quoted(difference.sent),
    registered: quoted(difference.registered),
  });
}
