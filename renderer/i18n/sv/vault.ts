import type { vault as vaultEn } from '../en/vault.ts';
import type { Swedish } from '../texts.ts';
/** What is said while the sealed storage is not ready, and of what protects it. */
export const vault: Swedish<typeof vaultEn> = {
  opening: 'Öppnar det krypterade valvet…',
  nothingDeleted: 'Inget har raderats.',
  reason: 'Systemet svarar: {{reason}}',
  reasons: {
    'no-keychain': 'Det finns ingen nyckelring som kan förvara en hemlighet.',
    'keychain-locked': 'Nyckelringen är låst.',
    'keychain-refused':
      'Nyckelringen nekar, eller känner inte till nyckeln: det kan vara en annan användares nyckelring, eller en ny.',
    'disk-full': 'Disken är full.',
    'no-permission': 'Det går inte att läsa eller skriva i mappen: behörighet saknas.',
    'disk-error': 'Disken rapporterade ett fel.',
    'not-durable': 'Disken bekräftade inte att allt skrevs permanent.',
  },
  keychainHelp: {
    linux:
      'I Linux: installera och lås upp gnome-keyring eller KWallet (KDE Wallet), logga in i skrivbordsmiljön igen och försök på nytt.',
    other: 'Lås upp systemets nyckelring och försök igen.',
  },
  unavailable: {
    title: 'Datorns nyckelring är inte tillgänglig',
    why: 'Taxpass krypterar alla nycklar och tokens med en nyckel som finns i systemets nyckelring. Utan den går inget att läsa, och Taxpass sparar aldrig något oskyddat.',
  },
  disk: {
    title: 'Valvet går inte att läsa eller skriva på disken',
    why: 'Systemet lät inte Taxpass läsa eller skriva i sin mapp.',
    now: 'Åtgärda det och försök igen.',
  },
  'no-vault-yet': {
    title: 'Skydda det du ska spara',
    why: 'Taxpass krypterar alla nycklar och tokens. Vanligtvis finns krypteringsnyckeln i systemets nyckelring, men det går inte på den här datorn.',
    choice: 'Gör nyckelringen tillgänglig och försök igen, eller låt en lösenfras öppna valvet:',
    renewal:
      'Lösenfrasen måste anges vid varje start. Innan dess kan inget förnyas: öppna Taxpass efter en omstart, innan någon token hinner gå ut.',
    lost: 'Ingen kan återskapa en förlorad lösenfras. Skriv ner den och förvara den där du har breven med PIN-koder.',
    create: 'Skapa valvet',
  },
  locked: {
    title: 'Valvet är låst',
    why: 'Det öppnas med sin lösenfras. Innan dess förnyas inget.',
    recovery: 'Om du har glömt den öppnar även återställningsfrasen valvet, om du har valt en sådan.',
    windowTitle: 'Fönstret är låst',
    windowWhy: 'Tokens förnyas ändå. Lösenfrasen, eller återställningsfrasen, öppnar fönstret igen.',
    unlock: 'Lås upp',
  },
  recovery: {
    heading: 'Öppna med återställningsfrasen',
    text: 'Därefter förvaras nyckeln i den nyckelring som finns, om det finns någon.',
    open: 'Öppna',
    none: 'Ingen återställningsfras valdes för det här valvet, så bara den nyckelringen kan öppna det.',
  },
  corrupt: {
    title: 'Valvet går inte att läsa',
    why: 'Filerna är skadade eller ofullständiga. De ligger orörda i mappen nedan.',
    now: 'Återställ mappen från en säkerhetskopia, eller gör en kopia av den och be om hjälp. Försök sedan igen.',
    problems: 'Det här hittades',
  },
  folder: 'Mapp:',
  'backend-changed': {
    title: 'Nyckelringen är en annan än tidigare',
    why: 'Valvet krypterades med {{was}}; nu erbjuder systemet {{is}}, som inte känner till nyckeln.',
    now: 'Logga in i den skrivbordsmiljö du använde tidigare, eller gör dess nyckelring tillgänglig igen. Försök sedan igen.',
  },
  'wrong-key': {
    title: 'Nyckeln passar inte till valvet',
    keyFile:
      'Nyckelringen gav en nyckel, men inte den som valvet krypterades med. Det kan vara en annan användares nyckelring, eller en ny.',
    records:
      'Nyckelfilen går att öppna, men inget bredvid den: filen key.json verkar komma från ett annat valv. Ingen post har bedömts som skadad.',
    now: 'Återställ mappen som den var, från en säkerhetskopia, och försök igen.',
  },
  'in-use': {
    title: 'Valvet är öppet i ett annat Taxpass',
    here: 'Ett program med nummer {{pid}} på den här datorn skriver i det. Om två skriver samtidigt kan tokens gå förlorade.',
    elsewhere: 'Ett program på datorn ”{{host}}” skriver i det. Om två skriver samtidigt kan tokens gå förlorade.',
    now: 'Stäng det andra och försök igen.',
    stale: 'Om det inte längre är igång',
    removeFile:
      'Om det inte längre är igång, eller om den här mappen bara är en kopia av den som det använder, ta bort den här filen ur mappen och försök igen:',
  },
  'other-computer': {
    title: 'Valvet användes senast på en annan dator',
    why: 'Det har kopierats hit, eller så har datorns system installerats om. Om två datorer förnyar samma tokens gör de varandras ogiltiga, och kontona kräver en inloggning med certifikatet.',
    until: 'Innan du svarar förnyas inget här och inget skickas.',
    question: 'Har allt flyttats hit, eller vill du bara titta?',
    answer: 'Fortsätt',
    as: {
      moved: 'Allt har flyttats hit: den här datorn förnyar i fortsättningen',
      'only-looking': 'Jag vill bara titta: den andra datorn fortsätter att förnya',
    },
    asNote: {
      moved:
        'Den gamla datorn får inte längre användas för Taxpass: avsluta programmet där först. Välj det här även efter en ominstallation.',
      'only-looking':
        'Inget förnyas här, och den dagliga säkerhetskopian görs inte längre här. Du kan ändra det här på varje konto senare.',
    },
  },
  'newer-version': {
    title: 'Valvet är skrivet av en nyare version av Taxpass',
    why: 'Det har version {{version}}, som det här programmet inte känner till. Det lämnas som det är.',
    now: 'Installera den senaste versionen av Taxpass och öppna det igen.',
  },
  damaged_one: '{{count}} post gick inte att läsa och har utelämnats: {{records}}. Filen har inte raderats.',
  damaged_other: '{{count}} poster gick inte att läsa och har utelämnats: {{records}}. Filerna har inte raderats.',
  passphrase: {
    label: 'Lösenfras',
    again: 'Upprepa frasen',
    current: 'Nuvarande lösenfras',
    currentRecovery: 'Nuvarande återställningsfras',
    new: 'Ny lösenfras',
    recovery: 'Återställningsfras',
    newRecovery: 'Ny återställningsfras',
    advice: 'Minst {{minimum}} tecken. Fyra eller fler ord som inte har med varandra att göra är bra.',
    empty: 'Skriv lösenfrasen.',
    short_one: 'Den har ett tecken; det behövs {{minimum}}.',
    short_other: 'Den har {{count}} tecken; det behövs {{minimum}}.',
    different: 'De två är inte lika.',
  },
  protection: {
    heading: 'Skydd för sparade uppgifter (valvet)',
    byKeychain: 'Datorns nyckelring ({{keychain}}) öppnar valvet automatiskt.',
    byPassphrase:
      'En lösenfras öppnar valvet vid varje start. Efter en omstart förnyas inget förrän du har skrivit den.',
    lock: 'Lås nu',
    usePassphrase: 'Använd en lösenfras i stället…',
    changePassphrase: 'Byt lösenfras…',
    useKeychain: 'Använd nyckelringen i stället…',
    usePassphraseText:
      'I fortsättningen efterfrågas lösenfrasen vid varje start, och nyckelringen öppnar inte längre valvet. Tills den har skrivits förnyas inget. Ingen kan återskapa en förlorad lösenfras.',
    useKeychainText: 'I fortsättningen öppnar datorns nyckelring valvet, och ingen lösenfras efterfrågas.',
    recoveryNone:
      'Ingen återställningsfras är vald. Om datorns nyckelring går förlorad förloras även alla certifikat och tokens här.',
    recoveryNoneByPassphrase:
      'Ingen återställningsfras är vald. Om lösenfrasen glöms bort förloras alla certifikat och tokens här.',
    recoverySet: 'En återställningsfras är vald. Den öppnar valvet om nyckelringen eller lösenfrasen går förlorad.',
    recoveryText:
      'Skriv ner återställningsfrasen och förvara den inte i närheten av datorn. Den öppnar valvet och låser upp fönstret.',
    setRecovery: 'Välj en återställningsfras…',
    replaceRecovery: 'Byt återställningsfras…',
    forgottenRecovery: 'Jag har glömt den…',
    forgottenRecoveryText:
      'Datorns nyckelring öppnar valvet, så återställningsfrasen kan bytas utan den nuvarande, som sedan inte öppnar något här. Därefter följer en fråga från systemet.',
    removeRecovery: 'Ta bort den…',
    removeRecoveryText: 'Skriv återställningsfrasen för att ta bort den. Därefter följer en fråga från systemet.',
    removeRecoveryConfirm: 'Ta bort',
    saved: 'Skyddet för valvet är ändrat.',
    notices: {
      'key-file-previous-used':
        'Filen key.json var skadad; den föregående användes. Byt lösenfras eller återställningsfras för att få en hel fil igen.',
      'key-reseal-failed':
        'Nyckelringen ville kryptera nyckeln på nytt, och det misslyckades. Det som fanns fungerar fortfarande.',
      'key-file-not-migrated':
        'Nyckelfilen gick inte att uppdatera till senaste format. Det som fanns fungerar fortfarande.',
      'opened-by-recovery':
        'Den här gången öppnade återställningsfrasen valvet. Välj en ny lösenfras, eller använd nyckelringen, så att den inte behövs vid nästa start.',
    },
  },
};
