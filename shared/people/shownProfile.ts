import type { VisibleTo } from './profile.ts';
import type { OwnProfile, ShownProfile } from './profileApi.ts';

/** A profile before anyone has said anything: who may see what is set so that asking for help is safe. */
export const BLANK_PROFILE: OwnProfile = {
  addressAs: '',
  addressAsVisibleTo: 'members',
  formats: '',
  language: '',
  support: '',
  needsVisibleTo: 'facilitators',
};

export interface Looking {
  /** It is one's own. */
  readonly isSelf: boolean;
  readonly isFacilitator: boolean;
  /** The person goes by a chosen name here, and is in another partnership too. */
  readonly couldBeMatched: boolean;
}

/**
 * What of a profile someone in the same partnership may see. A profile is the same in every partnership of its
 * owner: where they go by a chosen name, the same words elsewhere could give them away, so nothing is shown.
 */
export function shownTo(profile: OwnProfile, looking: Looking): ShownProfile {
  const { addressAs, formats, language, support } = profile;
  const hasNeeds = formats + language + support !== '';
  return {
    addressAs: addressAs !== '' && mayLook(profile.addressAsVisibleTo, looking) ? addressAs : null,
    needs: hasNeeds && mayLook(profile.needsVisibleTo, looking) ? { formats, language, support } : null,
  };
}

function mayLook(visibleTo: VisibleTo, { isSelf, isFacilitator, couldBeMatched }: Looking): boolean {
  if (isSelf) return true;
  if (couldBeMatched) return false;
  switch (visibleTo) {
    case 'nobody':
      return false;
    case 'facilitators':
      return isFacilitator;
    case 'members':
      return true;
  }
}
