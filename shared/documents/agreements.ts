/** The templates that a newcomer reads first, by their ids: the templates' own words need not come along. */
export const VALUES_TEMPLATE = 'values_and_behaviours';
export const GOVERNANCE_TEMPLATE = 'governance_agreement';

/** Whether people sign documents that began as this template. */
export function isSigned(template: string): boolean {
  return template === VALUES_TEMPLATE;
}

/** Whether a document that began as this template says how the partners decide. */
export function isAgreement(template: string): boolean {
  return template === GOVERNANCE_TEMPLATE;
}
