import { useTranslation } from 'react-i18next';
import type { ProfileView } from '../../../electron/contract/snapshot.ts';
import { useSnapshot } from '../../state/context.ts';
import { authoritiesOf } from '../../state/sorted-accounts.ts';
import { Icon } from '../../ui/icon.tsx';
import { MenuButton, type MenuPart } from '../../ui/menu.tsx';

/** The one button that adds an account: by each way to sign in, or with the tokens there are. */
export function AddMenu(props: { readonly onSignIn: (profile: ProfileView) => void; readonly onTakeOver: () => void }) {
  const { t } = useTranslation();
  const profiles = useSnapshot((snapshot) => snapshot.profiles);
  const signIns: readonly MenuPart[] = authoritiesOf(profiles).map((authority) => ({
    id: authority,
    heading: t(`authorities.${authority}.name`),
    items: profiles
      .filter((profile) => profile.authority === authority)
      .map(({ id }) => ({ id, words: t(`profiles.${id}.add`) })),
    onPress(id) {
      const profile = profiles.find((one) => one.id === id);
      if (profile !== undefined) props.onSignIn(profile);
    },
  }));
  const takeOver: MenuPart = {
    id: 'tokens',
    heading: t('board.addTokens'),
    items: [{ id: 'take-over', words: t('takeOver.open') }],
    onPress: props.onTakeOver,
  };
  return (
    <MenuButton parts={[...signIns, takeOver]}>
      <Icon name="plus" />
      {t('board.add')}
    </MenuButton>
  );
}
