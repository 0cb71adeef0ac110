import { useTranslation } from '../../i18n/use-translation.ts';
import type { ProfileView } from '../../../electron/contract/snapshot.ts';
import { useSnapshot } from '../../state/context.ts';
import { authoritiesOf } from '../../state/sorted-accounts.ts';
import { Icon } from '../../ui/icon.tsx';
import { MenuButton, type MenuPart } from '../../ui/menu.tsx';

/** The one button that adds an account: by each way to sign in, with the tokens there are, or for a system. */
export function AddMenu(props: { readonly onSignIn: (profile: ProfileView) => void; readonly onTakeOver: () => void }) {
  const { t } = useTranslation();
  const profiles = useSnapshot((snapshot) => snapshot.profiles);
  const isForSystem = ({ routes }: ProfileView): boolean => routes.includes('client-credentials');
  const persons = profiles.filter((profile) => !isForSystem(profile));
  const systems = profiles.filter(isForSystem);

  function partOf(all: readonly ProfileView[], part: Pick<MenuPart, 'id' | 'heading'>): MenuPart {
    return {
      ...part,
      items: all.map(({ id }) => ({ id, words: t(`profiles.${id}.add`) })),
      onPress(id) {
        const profile = all.find((one) => one.id === id);
        if (profile !== undefined) props.onSignIn(profile);
      },
    };
  }

  const at = (authority: ProfileView['authority']) => (profile: ProfileView) => profile.authority === authority;
  const signIns = authoritiesOf(persons).map((authority) =>
    partOf(persons.filter(at(authority)), { id: authority, heading: t(`authorities.${authority}.name`) }),
  );
  // Last and apart: who looks for a sign-in is not to take one of these.
  const withoutSignIn = authoritiesOf(systems).map((authority) =>
    partOf(systems.filter(at(authority)), {
      id: `${authority}-systems`,
      heading: t('board.addSystem', { authority: t(`authorities.${authority}.name`) }),
    }),
  );
  const takeOver: MenuPart = {
    id: 'tokens',
    heading: t('board.addTokens'),
    items: [{ id: 'take-over', words: t('takeOver.open') }],
    onPress: props.onTakeOver,
  };
  return (
    <MenuButton parts={[...signIns, takeOver, ...withoutSignIn]}>
      <Icon name="plus" />
      {t('board.add')}
    </MenuButton>
  );
}
