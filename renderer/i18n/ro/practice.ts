import type { practice as practiceEn } from '../en/practice.ts';
import type { Romanian } from '../texts.ts';

/** Practice mode. */
export const practice: Romanian<typeof practiceEn> = {
  banner: 'Exercițiu: nu se contactează nicio autoritate reală',
  showPost: 'Corespondența și pașii de exercițiu',
  postTitle: 'Corespondența de exercițiu',
  production: 'Ce trimite Skatteverket pentru producție se află în subfolderul „produktion”.',
  title: 'Exersați întregul proces',
  intro:
    'Pe acest calculator rulează un ANAF și un Skatteverket de exercițiu. Corespondența lor către dumneavoastră, cu tot ce primește o firmă reală, se află în acest folder:',
  preparing: 'Autoritățile de exercițiu își pregătesc corespondența…',
  folder: 'Folder',
  openFolder: 'Deschide folderul',
  stepsTitle: 'Pașii de exercițiu',
  done: 'Făcut',
  beginBelow: 'Apăsați „{{add}}”, mai jos.',
  beginAtBoard: 'Apăsați „{{menu}}”, apoi „{{add}}”.',
  steps: {
    anaf: {
      certificate:
        'Apăsați „{{file}}” și alegeți „certificat calificat.p12” din folderul „anaf”; parola lui este în „parola certificatului.txt”.',
      application:
        'Introduceți aplicația așa cum apare în „Profil OAuth.txt”: Callback URL, servicii, Client ID și Client Secret.',
      signIn: 'Autentificați-vă: se deschide o fereastră cu ANAF-ul de exercițiu.',
      then: 'Vedeți cele două termene și conținutul tokenului, apoi trimiteți „Hello” din fila „Apeluri”.',
    },
    'skatteverket-org': {
      certificate: 'Alegeți „bolag-a.p12” sau trageți-l peste dialog. PIN-ul lui este în „bolag-a PIN-kod.txt”.',
      application:
        'Introduceți aplicația: mediul Test, scope-urile și cele două perechi de chei din scrisorile „API-nycklar OAuth2.txt” și „API-nycklar APIgw.txt”.',
      signIn: 'Autentificați-vă. Contul arată cât mai este valabil tokenul de acces.',
      then: 'Trimiteți „ping” către un API, din fila „Apeluri”.',
    },
    'skatteverket-per': {
      certificate: '',
      application: 'Introduceți cheile din „API-nycklar e-legitimation OAuth2.txt” și „API-nycklar APIgw.txt”.',
      signIn:
        'Autentificați-vă: browserul deschide pagini de exercițiu. Alegeți acolo o persoană și dați consimțământul. Cu un redirect URI https, lipiți adresa la care s-a oprit browserul.',
      then: 'Prelungiți tokenul, fără browser.',
    },
    'skatteverket-sysorg': {
      certificate: 'Alegeți „bolag-a.p12”; PIN-ul lui este în „bolag-a PIN-kod.txt”.',
      application:
        'Introduceți cheile din „API-nycklar system organisationslegitimation OAuth2.txt” și „API-nycklar APIgw.txt”.',
      signIn: 'Obțineți tokenul. Nu se autentifică nimeni: ajung cheile și certificatul.',
      then: 'Trimiteți un apel din fila „Apeluri”.',
    },
    'skatteverket-sys': {
      certificate: '',
      application: 'Introduceți cheile din „API-nycklar system OAuth2.txt” și „API-nycklar APIgw.txt”.',
      signIn: 'Obțineți tokenul. Nu se autentifică nimeni și nu se prezintă niciun certificat.',
      then: 'Trimiteți un apel: acest token deschide numai serviciile deschise.',
    },
  },
};
