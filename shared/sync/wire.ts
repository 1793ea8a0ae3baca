/**
 * The wire of `/sync/<document id>`. Types 0 to 3 are the y-protocols ones that any stock y-websocket
 * client speaks. Types from 100 go only to clients that asked for them with `?wire=1`.
 * Change anything here and `WIRE_VERSION` must change too: a test holds this file to its hash.
 */
export const WIRE_VERSION = 1;

export const MESSAGE = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  /** server → client, first of all: JSON `Hello` */
  hello: 100,
  /**
   * server → client: varUint frames, varUint seq. So many update-bearing frames of this connection are dealt
   * with: on the disk, known before, or refused by a message that came before this one.
   */
  ack: 101,
  /** server → client: JSON `Refused`. The frame changed nothing. */
  refused: 102,
  /** server → client: varUint seq, then the update to the end of the frame. In place of a sync update. */
  sequenced: 103,
} as const;

/** Why a connection is closed for good: y-websocket does not retry codes 4400 to 4499. */
export const CLOSE = {
  malformed: 4400,
  notSignedIn: 4401,
  accessEnded: 4403,
  abusive: 4429,
} as const;

export type ReadOnlyReason = 'right' | 'archived' | 'storage';

export interface Hello {
  readonly wire: number;
  readonly right: 'edit' | 'comment' | 'read';
  /** Why nothing can be written here just now; absent when it can. */
  readonly readOnly?: ReadOnlyReason;
  /** The newest sequence number on disk. */
  readonly seq: number;
}

export interface Refused {
  /** Which update-bearing frame of this connection, counted from 1; 0 for other messages. */
  readonly frame: number;
  readonly code:
    | 'read_only'
    | 'too_large'
    | 'unknown_reference'
    | 'foreign_author'
    | 'malformed'
    | 'too_many'
    | 'storage';
}
