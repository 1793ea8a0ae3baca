/** Words that people read: where their words are, and who else is here. */
export const syncWords = {
  status: {
    connecting: 'Connecting…',
    saving: 'Saving…',
    saved: 'Saved',
    offline: 'Offline, kept on this device',
    offlineNotKept: 'Offline, not kept on this device',
    readOnly: 'Read only',
    refused: 'Not saved',
    ended: 'Stopped',
  },
  why: {
    connecting: 'Finding the newest words.',
    saving: 'Your words are on their way.',
    saved: 'Every word that you typed is on the server’s disk.',
    offline: 'Go on writing. Your words join the others’ when the connection is back.',
    offlineNotKept:
      'This browser keeps nothing for us (a private window, perhaps). Leave this tab open until it says “Saved”, or your new words are lost.',
    rightComment: 'Your seat may read and comment on this document, not change it.',
    rightRead: 'Your seat may read this document, not change it.',
    archived: 'This document is archived. Someone who may edit it can restore it.',
    storage: 'The server cannot write to its disk just now. It will say when it can again.',
    signedOut: 'You are signed out. Sign in again to go on writing.',
    accessEnded:
      'You can no longer open this document. Someone in your partnership may have changed who sees it.',
    turnedAway: 'The server ended this connection. Load the page again to go on.',
    unsavedKept: 'Some of your words did not reach the server. They are kept on this device.',
    unsavedNotKept:
      'Some of your words did not reach the server, and this browser keeps nothing for us. Copy them now.',
    refused: {
      read_only: 'The server did not take your last change, because this document is read only for you.',
      too_large:
        'The server did not take your last change, because it is too large. Undo it, then paste less at a time.',
      unknown_reference: 'The server is asking for words that it has missed.',
      foreign_author:
        'The server did not take your last change, because it looked like someone else’s. Load the page again.',
      malformed: 'The server did not understand your last change. Load the page again.',
      too_many: 'The server did not take your last change, because too much came at once. Wait a moment.',
      storage: 'The server could not write your last change to its disk. It will try again.',
    },
    nothingLost: 'Nothing that you typed is lost: it is on this page.',
  },
  signInAgain: 'Sign in again',
  copyUnsent: 'Copy my unsent words',
  copied: 'Copied',
  unsent: 'Words that did not reach the server',
  savedAgain: 'Connected again. Everything is saved.',
  whatItMeans: 'Saving: {{status}}. What this means',
} as const;
