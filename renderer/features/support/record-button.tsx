import { useEffect, useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { CallOutput } from '../../../electron/contract/contract.ts';
import { useDesk } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { RecordDialog } from './record-dialog.tsx';

type SignInRecord = NonNullable<CallOutput<'support.record'>['record']>;

/**
 * The way to the record of the last sign-in, where there is one: it goes with the program's end.
 * @param accountId null where the sign-in was of no account yet
 * @param since changes when there may be another one
 */
export function RecordButton(props: {
  readonly applicationId: string;
  readonly accountId: string | null;
  readonly since: number;
}) {
  const { applicationId, accountId, since } = props;
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const [record, setRecord] = useState<SignInRecord | null>(null);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    let isWanted = true;
    void bridge.call('support.record', { applicationId, accountId }).then((answer) => {
      if (isWanted) setRecord(answer.ok ? answer.value.record : null);
    });
    return () => {
      isWanted = false;
    };
  }, [bridge, applicationId, accountId, since]);
  if (record === null) return null;
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('support.open')}</Button>
      {isOpen && <RecordDialog {...record} onClose={() => setOpen(false)} />}
    </>
  );
}
