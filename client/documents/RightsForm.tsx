import { useState } from 'react';
import {
  PRESETS,
  type Preset,
  presetRoleRight,
  presetSeatRight,
  RIGHTS,
  type Right,
} from '../../shared/access.ts';
import type { Role } from '../../shared/partnerships/roles.ts';
import { refusalOf } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { toast } from '../ui/toast.ts';
import { t } from '../words.ts';
import { useSetRights } from './queries.ts';
import { holderName, type NamedLine, RightsList } from './RightsList.tsx';

export interface RightsFormProps {
  readonly documentId: string;
  readonly lines: readonly NamedLine[];
}

/**
 * Chooses a right for each seat and role. Nothing changes until it is saved: with the arrow keys
 * one passes over rights that one does not mean to give.
 */
export function RightsForm({ documentId, lines }: RightsFormProps) {
  const [chosen, setChosen] = useState<Readonly<Record<string, Right>>>({});
  const setRights = useSetRights(documentId);
  const rightOf = (line: NamedLine) => chosen[keyOf(line)] ?? line.right;
  const changed = lines.filter((line) => rightOf(line) !== line.right).length;
  const saved = () => {
    setChosen({});
    toast(t('documents.rightsSaved'));
  };
  const save = () =>
    setRights.mutate(
      {
        lines: lines.map((line) => ({
          holderKind: line.holderKind,
          holder: line.holder,
          right: rightOf(line),
        })),
      },
      { onSuccess: saved },
    );
  return (
    <form
      className="rights-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <PresetButtons onUse={(preset) => setChosen(presetRights(preset, lines))} />
      <RightsList lines={lines}>
        {(line) => (
          <RightChoice
            name={holderName(line)}
            id={keyOf(line)}
            chosen={rightOf(line)}
            onChoose={(right) => setChosen({ ...chosen, [keyOf(line)]: right })}
          />
        )}
      </RightsList>
      {setRights.isError && <ErrorMessage message={refusalOf(setRights.error).message} keepsWords />}
      <div className={changed > 0 ? 'save-bar' : 'visually-hidden'}>
        <p role="status">{changed > 0 && t('documents.rightsChanged', { count: changed })}</p>
        {changed > 0 && (
          <>
            <Button look="plain" onClick={() => setChosen({})}>
              {t('ui.cancel')}
            </Button>
            <Button type="submit" busy={setRights.isPending}>
              {t('documents.rightsSave')}
            </Button>
          </>
        )}
      </div>
    </form>
  );
}

function keyOf({ holderKind, holder }: NamedLine): string {
  return `${holderKind}-${holder}`;
}

/** What a preset gives to each of the lines. */
function presetRights(preset: Preset, lines: readonly NamedLine[]): Record<string, Right> {
  return Object.fromEntries(
    lines.map((line) => [
      keyOf(line),
      line.side ? presetSeatRight(preset, line.side) : presetRoleRight(line.holder as Role),
    ]),
  );
}

function PresetButtons({ onUse }: { readonly onUse: (preset: Preset) => void }) {
  return (
    <section className="preset-buttons" aria-labelledby="presets-heading">
      <h2 id="presets-heading">{t('documents.presetsHeading')}</h2>
      <p className="small">{t('documents.presetsHow')}</p>
      {PRESETS.map((preset) => (
        <div key={preset}>
          <Button look="plain" onClick={() => onUse(preset)} aria-describedby={`preset-${preset}`}>
            {t(`documents.presets.${preset}`)}
          </Button>
          <p className="small" id={`preset-${preset}`}>
            {t(`documents.presetsAbout.${preset}`)}
          </p>
        </div>
      ))}
    </section>
  );
}

interface RightChoiceProps {
  readonly name: string;
  readonly id: string;
  readonly chosen: Right;
  readonly onChoose: (right: Right) => void;
}

function RightChoice({ name, id, chosen, onChoose }: RightChoiceProps) {
  return (
    <fieldset className="right-choice">
      <legend className="visually-hidden">{name}</legend>
      {[...RIGHTS].reverse().map((right) => (
        <label key={right}>
          <input
            type="radio"
            name={id}
            value={right}
            checked={right === chosen}
            onChange={() => onChoose(right)}
          />
          <span>{t(`documents.rights.${right}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
