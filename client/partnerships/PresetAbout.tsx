import { type Preset, presetSeatRight } from '../../shared/access.ts';
import { SIDES } from '../../shared/partnerships/sides.ts';
import { t } from '../words.ts';
import { SideMark } from './SideMark.tsx';

/** What a preset means: in a sentence, and for each side. */
export function PresetAbout({ preset }: { readonly preset: Preset }) {
  return (
    <>
      {t(`documents.presetsAbout.${preset}`)}
      <span className="preset-sides">
        {SIDES.map((side) => (
          <span key={side}>
            <SideMark side={side} />
            <span>{t(`documents.theyCan.${presetSeatRight(preset, side)}`)}</span>
          </span>
        ))}
      </span>
    </>
  );
}
