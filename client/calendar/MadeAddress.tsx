import { useEffect, useRef, useState } from 'react';
import { calendarWords as words } from '../../shared/messages/en/calendar.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { Fold } from '../ui/Fold.tsx';

/** An address that was just made: it is shown this once, with how to use it. */
export function MadeAddress({ address }: { readonly address: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  useEffect(() => heading.current?.focus(), []);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      setSaid(words.copied);
    } catch {
      field.current?.select();
      setSaid(words.copyYourself);
    }
  };
  return (
    <section className="calendar-made" aria-labelledby="calendar-made">
      <h3 id="calendar-made" ref={heading} tabIndex={-1}>
        {words.madeHeading}
      </h3>
      <p>
        <b>{words.once}</b>
      </p>
      <div className="calendar-address">
        <TextField
          ref={field}
          label={words.address}
          value={address}
          readOnly
          onFocus={(event) => event.target.select()}
        />
        <Button onClick={() => void copy()}>{words.copy}</Button>
      </div>
      <p role="status" className="calendar-said">
        {said}
      </p>
      <p className="calendar-open">
        <a href={address.replace(/^https?:/, 'webcal:')}>{words.open}</a>
      </p>
      <Fold title={words.how}>
        <ul>
          {words.hows.map((how) => (
            <li key={how}>{how}</li>
          ))}
        </ul>
      </Fold>
    </section>
  );
}
