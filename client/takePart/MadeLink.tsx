import { useEffect, useRef, useState } from 'react';
import { say } from '../../shared/decisions/say.ts';
import { linksWords as words } from '../../shared/messages/en/links.ts';
import type { MadeLinkAnswer } from '../../shared/takePart/api.ts';
import { Button } from '../ui/Button.tsx';

/** A link that was just made: it is shown this once. */
export function MadeLink({ made }: { readonly made: MadeLinkAnswer }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [copied, setCopied] = useState('');
  useEffect(() => {
    if (made.id) heading.current?.focus();
  }, [made.id]);
  const where = `${new URL(made.address).origin}/p`;
  const copy = async () => {
    await navigator.clipboard.writeText(made.address);
    setCopied(made.id);
  };
  return (
    <section className="record-card links-made" aria-labelledby="link-made">
      <h2 id="link-made" ref={heading} tabIndex={-1}>
        {words.made}
      </h2>
      <p>
        <b>{words.once}</b>
      </p>
      <dl>
        <dt>{words.address}</dt>
        <dd>
          <code>{made.address}</code>
        </dd>
        <dt>{say(words.code, { where })}</dt>
        <dd>
          <code>{made.shortCode}</code>
        </dd>
      </dl>
      {made.mailed && <p>{words.mailed}</p>}
      <div className="button-row no-print">
        <Button onClick={() => void copy()}>{words.copy}</Button>
        <Button look="plain" onClick={() => window.print()}>
          {words.print}
        </Button>
      </div>
      <p role="status">{copied === made.id && words.copied}</p>
    </section>
  );
}
