/** Settings. */
export const settings = {
  heading: 'Settings',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  language: 'Language',
  languages: { en: 'English' },
  version: 'Taxpass {{version}}',
} as const;
