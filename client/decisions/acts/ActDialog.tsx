import { type ReactNode, useState } from 'react';
import { type PersonAction, personAction } from '../../../shared/decisions/actions.ts';
import type { DecisionAnswer } from '../../../shared/decisions/recordApi.ts';
import { actsWords as words } from '../../../shared/messages/en/acts.ts';
import { refusalOf } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { Form } from '../../ui/Form.tsx';
import { toast } from '../../ui/toast.ts';
import { useAct } from '../useAct.ts';
import './acts.css';

export type Errors = Readonly<Record<string, string>>;

/** What has been filled in, perhaps not yet enough to be an act. */
export type Wanted = { readonly kind: PersonAction['kind'] } & Readonly<Record<string, unknown>>;

export interface ActDialogProps {
  readonly decision: DecisionAnswer;
  readonly name: string;
  readonly about: string;
  readonly verb: string;
  /** What would be sent now. What is wrong with it is said at the field of that name. */
  readonly wanted: Wanted;
  /** What the schema can't know: a time that was not given. */
  readonly check?: () => Errors;
  readonly onClose: () => void;
  readonly children: (errors: Errors) => ReactNode;
}

/** One act with what it needs. What was typed stays until the act is recorded. */
export function ActDialog(props: ActDialogProps) {
  const { decision, name, about, verb, wanted, check, onClose, children } = props;
  const [errors, setErrors] = useState<Errors>({});
  const act = useAct(decision.id);
  const submit = () => {
    const read = personAction.safeParse(wanted);
    const wrong = { ...(read.success ? {} : wrongIn(read.error.issues)), ...check?.() };
    setErrors(wrong);
    if (!read.success || Object.keys(wrong).length > 0) return;
    act.mutate(read.data, {
      onSuccess: () => {
        toast(words.recorded, { takesFocus: true });
        onClose();
      },
      onError: (failed) => setErrors(byLastName(refusalOf(failed).fields ?? {})),
    });
  };
  return (
    <Dialog title={name} onClose={onClose}>
      <Form className="act-form" onSubmit={submit} errors={errors}>
        <p>{about}</p>
        {act.isError && <ErrorMessage message={refusalOf(act.error).message} keepsWords />}
        {children(errors)}
        <p className="small">{words.nameStands}</p>
        <div className="button-row">
          <Button type="submit" busy={act.isPending}>
            {act.isPending ? words.working : verb}
          </Button>
          <Button look="plain" onClick={onClose}>
            {words.cancel}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

const OURS = /[.!?]$/;

/** The first thing wrong with each field, by the whole path within the act and by its last part. */
export function wrongIn(issues: readonly Issue[]): Errors {
  const wrong: Record<string, string> = {};
  for (const { path, message } of issues) {
    const says = OURS.test(message) ? message : words.pickOne;
    wrong[path.map(String).join('.')] ??= says;
    wrong[String(path.at(-1) ?? 'kind')] ??= says;
  }
  return wrong;
}

function byLastName(fields: Errors): Errors {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([path, message]) => [
      [path, message],
      [path.split('.').at(-1) ?? path, message],
    ]),
  );
}
