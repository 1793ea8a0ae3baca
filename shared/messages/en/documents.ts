/** Words that people read: documents. */
export const documentsWords = {
  titleMissing: 'Give the document a title.',
  titleTooLong: 'Use 120 characters or fewer.',
  unknownTemplate: 'Choose one of the templates.',
  unknownPreset: 'Choose who may write.',
  noSeat: 'Only people with a seat, facilitators and recorders can start a document.',
  mayNotEdit: 'You may read this document, but not change it.',
  mayNotManage: 'Only a facilitator, or the person who started this document, can do that.',
  inArchive: 'This document is in the archive. Bring it back first.',
  unknownHolder: 'One of the lines names a seat or role that this partnership does not have.',
  holderTwice: 'One seat or role stands there twice.',
  nobodyCouldEdit: 'Nobody could write in this document any more. Let at least one seat edit it.',
  nobodyCouldManage:
    'Nobody could change these rights back. Let the facilitators read it, or the person who started it edit it.',
} as const;
