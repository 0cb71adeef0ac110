import { useTranslation } from '../../i18n/use-translation.ts';
import { shortName } from '../../i18n/short-name.ts';
import { useDesk } from '../../state/context.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';

/** Puts an address on the clipboard, character for character, to be pasted where it is registered (S5). */
export function CopyAddress({ address }: { readonly address: string }) {
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const announce = useAnnounce();

  async function copy(): Promise<void> {
    const answer = await bridge.call('desktop.copyText', { text: address });
    if (answer.ok) announce(t('firstRun.copied', { address: shortName(address) }));
  }

  return (
    <Button look="quiet" label={t('firstRun.copyAddress', { address })} onPress={() => void copy()}>
      {t('firstRun.copy')}
    </Button>
  );
}
