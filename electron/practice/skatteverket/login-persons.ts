/** A person who can sign in on the practice pages. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** The text of the button that signs her in. */
  readonly button: string;
}

/** Invented people; each is a user of her own when refresh tokens are counted (S19). */
export const persons: ReadonlyArray<Person> = [
  { id: 'anna-svensson', name: 'Anna Svensson', button: 'Legitimera som Anna Svensson (BankID, övning)' },
  { id: 'goran-ostlund', name: 'Göran Östlund', button: 'Legitimera som Göran Östlund (Freja, övning)' },
  { id: 'asa-bjork', name: 'Åsa Björk', button: 'Legitimera som Åsa Björk (BankID, övning)' },
];

/** The buttons that do not name a person. */
export const loginButtons = { cancel: 'Avbryt', approve: 'Godkänn', deny: 'Neka' } as const;
