import { Button } from 'react-aria-components/Button';
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components/Menu';
import type { MenuPart, MenuProps } from './menu.tsx';

/** The button with its menu, which is open at first. */
export function MenuTriggerButton(props: MenuProps) {
  const { children, label, look = 'plain', parts } = props;
  return (
    <MenuTrigger defaultOpen>
      <Button className={`button button-${look} menu-button`} {...(label !== undefined && { 'aria-label': label })}>
        {children}
        <span className="menu-arrow" aria-hidden="true" />
      </Button>
      <Popover className="menu-popover" placement="bottom start">
        <Menu className="menu">
          {parts.map((part) => (
            <Part key={part.id} part={part} />
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function Part({ part }: { readonly part: MenuPart }) {
  const { heading, items, chosen, onPress } = part;
  const rows = items.map(({ id, words }) => (
    <MenuItem
      key={id}
      id={`${part.id} ${id}`}
      className="menu-item"
      textValue={words}
      {...(chosen === undefined && { onAction: () => onPress(id) })}
    >
      {words}
    </MenuItem>
  ));
  if (chosen === undefined) {
    return (
      <MenuSection className="menu-part">
        <Header className="menu-heading">{heading}</Header>
        {rows}
      </MenuSection>
    );
  }
  return (
    <MenuSection
      className="menu-part"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[`${part.id} ${chosen}`]}
      onSelectionChange={(keys) => {
        const id = items.find((item) => keys !== 'all' && keys.has(`${part.id} ${item.id}`))?.id;
        if (id !== undefined) onPress(id);
      }}
    >
      <Header className="menu-heading">{heading}</Header>
      {rows}
    </MenuSection>
  );
}
