import { useState } from 'react';
import { Link } from 'wouter';
import { paperWords } from '../../shared/messages/en/paper.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { FoundPaper } from '../../shared/paper/api.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import { refusalOf } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { Form } from '../ui/Form.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { PaperComment } from './PaperComment.tsx';
import { useFindPaper } from './queries.ts';

const words = paperWords.enter;

export interface PaperPageProps {
  readonly partnershipId: string;
  readonly me: OwnMember;
}

/** For those who record: what came back on paper, found by the reference on the sheet. */
export function PaperPage({ partnershipId, me }: PaperPageProps) {
  const [typed, setTyped] = useState('');
  const find = useFindPaper(partnershipId);
  const errors: Record<string, string> = find.isError ? { reference: refusalOf(find.error).message } : {};
  return (
    <main id="main" className="page narrow" tabIndex={-1}>
      <PageHeading title={words.heading} />
      <p className="lead">{words.about}</p>
      <Form errors={errors} onSubmit={() => find.mutate(typed)}>
        <TextField
          label={words.reference}
          hint={words.referenceHint}
          error={errors.reference}
          value={typed}
          autoComplete="off"
          autoCapitalize="characters"
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit" busy={find.isPending}>
          {words.find}
        </Button>
      </Form>
      {find.data && (
        <Found key={find.data.id} found={find.data} reference={typed} {...{ partnershipId, me }} />
      )}
    </main>
  );
}

function Found({
  found,
  reference,
  ...place
}: PaperPageProps & { readonly found: FoundPaper; readonly reference: string }) {
  const { kind, id, title, number, version, isCurrent } = found;
  const href = `/${kind}s/${id}${kind === 'decision' ? `?paper=${encodeURIComponent(reference)}` : ''}`;
  return (
    <section aria-labelledby="found">
      <h2 id="found">{words.isAbout}</h2>
      <p>
        <Link className="row-title" href={href}>
          {number === null ? title : fill(words.decision, { number, title })}
        </Link>
      </p>
      {!isCurrent && <p className="notice">{fill(words.old, { version: version ?? '' })}</p>}
      {kind === 'decision' && (
        <p>
          <Link className="button main" href={href}>
            {words.position}
          </Link>
        </p>
      )}
      <h2>{words.comment}</h2>
      <PaperComment found={found} {...place} />
    </section>
  );
}
