/** Giving a copy of the access token to another program. */
export const handOver = {
  heading: 'Programs with a copy',
  none: 'No program has been given a copy from here.',
  /** R17, S14. */
  warning:
    'Whoever has the access token can act in the holder’s name until it ends. Treat it as a document of value: give it only to a program that needs it.',
  ownSignIn:
    'A program that renews tokens by itself does not get a copy: it gets a sign-in of its own. The refresh token is never handed over; two programs that renew with the same one end each other’s access.',
  open: 'Copy the access token…',
  needsToken: 'There is no valid access token to copy. Get a new one first.',
  dialog: {
    title: 'Copy the access token for a program',
    name: 'Program',
    nameHint: 'What you call the program that gets it. It is listed here with the end of its copy.',
    nameProblem: 'Name the program.',
    way: 'How it gets the token',
    clipboard: 'Copy it, to paste it there',
    clipboardNote: 'It stays on the clipboard for one minute. Each new access token has to be copied again.',
    file: 'A file that is kept up to date',
    fileNote:
      'Exactly the token, without a line break, readable by you alone. Each new access token is written into it; stopping, revoking and the token’s end delete it. Choose a folder that is not synchronised, shared or backed up: such folders are refused where they are recognised.',
    /** Where tokens are fetched only when somebody wants one. */
    fileOnDemand:
      'Here an access token is fetched only when it is asked for: press “{{act}}” whenever the program needs a new one, and the file is written again.',
    confirm: 'Continue…',
    asking: 'The question is in a window of its own.',
  },
  declined: 'Nothing was handed over.',
  copied: 'The access token is on the clipboard, for {{recipient}}.',
  written: 'The file for {{recipient}} was written.',
  way: {
    clipboard: 'By the clipboard, {{time}}',
    file: 'File, last written {{time}}',
    'file-elsewhere':
      'File on the other computer that the account came from, last written {{time}}. No newer token is written there.',
  },
  /** How a recipient's copy stands. */
  copy: {
    current: 'Has the current token, which works until {{time}}, {{relative}}.',
    currentEnded: 'Has the newest token, which has ended.',
    previous: '{{recipient}} still has a previous copy, which works until {{time}}, {{relative}}.',
    previousEnded: 'The copy it had has ended. Copy the new one for it.',
    unfinished: 'Its file is not written yet: Taxpass ended before it was. It is written at the next start or renewal.',
    fileEnded: 'The token ended and its file was deleted. The next renewal writes it again.',
    fileEndedElsewhere: 'The token ended and its file was deleted. This computer does not renew the account.',
    /** The account is renewed on another computer. */
    unknown:
      'Has the last token this computer knows of, which works until {{time}}, {{relative}}. Whether there is a newer one, only the computer that renews the account knows.',
    unknownEnded:
      'Has the last token this computer knows of, which has ended. Whether there is a newer one, only the computer that renews the account knows.',
  },
  again: 'Copy again…',
  againFor: 'Copy again for {{recipient}}…',
  otherFile: 'Write a new file…',
  otherFileFor: 'Write a new file for {{recipient}}…',
  stop: 'Stop…',
  stopFor: 'Stop for {{recipient}}…',
  delist: 'Take off the list…',
  delistFor: 'Take off the list: {{recipient}}…',
  stopping: {
    title: 'Stop handing over to {{recipient}}?',
    delistTitle: 'Take {{recipient}} off the list?',
    file: 'Its file is deleted, and no new token is written. What the program has read already works until it ends.',
    clipboard: 'Nothing goes to it by itself: it is only taken off this list. The copy it has works until it ends.',
    'file-elsewhere':
      'It is taken off this list. Its file is on the other computer that the account came from: delete it there. The copy in it works until it ends.',
    confirm: 'Stop',
    delistConfirm: 'Take off the list',
    done: '{{recipient}} gets no more copies.',
    deleted: '{{recipient}} gets no more copies; its file was deleted.',
  },
  clipboard: {
    label: 'Clipboard',
    text: 'The access token for {{recipient}} is on the clipboard. It is cleared in {{span}}.',
    previous:
      'The previous access token for {{recipient}} is on the clipboard: copy the new one. It is cleared in {{span}}.',
    longer: 'One more minute',
    clear: 'Clear now',
    cleared: 'The clipboard no longer holds the token.',
  },
  /** After a removal. */
  filesLeftTitle: 'Token files were left',
  /** Then the places. */
  filesLeft:
    'Taxpass could not delete these token files: something else is in their place, they are in use, or their drive is not connected. Delete them yourself:',
  /** Why a recipient's file is not fresh, or was not deleted; also why one could not be written at all. */
  fileProblem: {
    missing: 'The file or its folder is no longer there. It was not written again.',
    'folder-gone':
      'Its folder is not there, so it could not be deleted. If it lies on a drive, connect that drive again.',
    changed: 'At that place is something that Taxpass did not write. It was left alone.',
    moved: 'A folder on the way to the file was replaced by a link. Nothing was written there.',
    place: 'Its folder is now synchronised, shared or open to others. The new token was not written there.',
    'not-private': 'The disk cannot keep a file for you alone, so the token was not written.',
    'disk-full': 'The disk is full.',
    'no-permission': 'The folder may not be written to.',
    'disk-error': 'The disk reported an error.',
  },
  /** Why a token may not be written to a folder. */
  place: {
    'own-folder': 'It is Taxpass’s own folder.',
    temporary: 'It is a folder for temporary files, which others can look into and which is emptied at any time.',
    synced: 'It is synchronised by {{by}}: a copy would go to other computers.',
    shared: 'It is a folder that is shared with others.',
    network: 'It lies on another computer ({{by}}).',
    'others-can-read': 'Other users of this computer can look into it.',
    'others-can-write': 'Other users of this computer can change what is in it, or in a folder above it.',
  },
} as const;
