/** Words that people read: refusals. */
export const refusalsWords = {
  notSignedIn: 'Please sign in first.',
  notFound: 'There is nothing here, or it is not open to you.',
  notAllowed: 'You may look at this, but not do that.',
  notYourRole: 'Your part in this partnership does not include that. A facilitator can help.',
  badRequest: 'That request could not be read. Load the page again and try once more.',
  otherSite: 'That request came from another website, so it was not carried out.',
  wrongAddress: 'This server does not answer to that address. Set BASE_URL to the address that people use.',
  notJson: 'That request has to be sent as JSON.',
  tooLarge: 'That is too much to send at once.',
  tooMany: 'That was a lot in a short time. Wait a minute, then try again.',
  invalid: 'Some of that needs another look.',
  invalidField: 'This needs another look.',
  missingField: 'This is missing.',
  oneOf: 'This can be one of:',
  unknownField: 'This is not something that can be set here.',
  broken: 'Something went wrong on our side. Nothing was changed. Try again in a minute.',
} as const;
