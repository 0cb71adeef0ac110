/** Words that several screens share. */
export const common = {
  environment: { test: 'Test', production: 'Production' },
  cancel: 'Cancel',
  close: 'Close',
  back: 'Back',
  save: 'Save',
  edit: 'Edit',
  tryAgain: 'Try again',
  removeFromThisComputer: 'Remove from this computer',
  none: 'none',
  opening: 'Opening…',
} as const;
