import { useId } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Claim } from '../../../electron/contract/token-reading.ts';
import { useDesk } from '../../state/context.ts';
import { serviceRoles } from './missing-services.ts';

/** The services that were asked for beside the roles that the token gives (R18); nothing where it has no roles. */
export function Services(props: { readonly asked: readonly string[]; readonly payload: readonly Claim[] }) {
  const { t } = useTranslation();
  const { formats } = useDesk();
  const id = useId();
  const compared = serviceRoles(props.asked, props.payload);
  if (compared === null) return null;
  const { services, further } = compared;
  return (
    <section className="block">
      <h2 id={id}>{t('reading.services.heading')}</h2>
      {services.length === 0 ? (
        <p className="hint">{t('reading.services.unasked')}</p>
      ) : (
        <div className="table-place">
          <table className="table" aria-labelledby={id}>
            <thead>
              <tr>
                <th scope="col">{t('reading.services.service')}</th>
                <th scope="col">{t('reading.services.role')}</th>
              </tr>
            </thead>
            <tbody>
              {services.map(({ service, role }) => (
                <tr key={service}>
                  <th scope="row">{service}</th>
                  <td>
                    {role === null ? (
                      <span className="state state-attention">{t('reading.services.missing')}</span>
                    ) : (
                      t('reading.services.given', { role })
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {further.length > 0 && (
        <p className="hint">
          {t(services.length === 0 ? 'reading.services.roles' : 'reading.services.further', {
            roles: formats.list(further),
          })}
        </p>
      )}
    </section>
  );
}
