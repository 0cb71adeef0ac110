/** Words that several screens share. */
export const common = {
  environment: { test: 'Test', production: 'Production' },
  cancel: 'Cancel',
  close: 'Close',
  back: 'Back',
  save: 'Save',
  edit: 'Edit…',
  tryAgain: 'Try again',
  removeFromThisComputer: 'Remove from this computer…',
  cannotRemove: 'This cannot be removed now',
  none: 'none',
  unsaved: {
    title: 'Discard what you typed?',
    text: 'It has not been saved.',
    discard: 'Discard',
    keep: 'Keep editing',
  },
  opening: 'Opening…',
} as const;
