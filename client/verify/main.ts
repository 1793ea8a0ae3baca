import { keptIn } from '../../shared/ledger/keptIn.ts';
import { signatureCheck } from '../../shared/ledger/signatures.ts';
import { ledgerWords } from '../../shared/messages/en/ledger.ts';
import { verify } from '../../shared/records/verify.ts';
import { element } from './element.ts';
import { results } from './results.ts';

const words = ledgerWords.page;

/** The verifier's whole page. It is built into one file, which works from a disk and may not use the network. */
function show(main: HTMLElement): void {
  const file = element('input', {
    type: 'file',
    id: 'file',
    accept: '.json',
    'aria-describedby': 'file-hint',
  });
  const drop = element(
    'div',
    { class: 'drop' },
    file,
    element('p', { class: 'hint', id: 'file-hint' }, words.fileHint),
  );
  const kept = element('textarea', { id: 'kept', spellcheck: 'false', 'aria-describedby': 'kept-hint' });
  const found = element('section', { 'aria-labelledby': 'result' });
  const status = element('p', { role: 'status', class: 'hint' });
  const form = element(
    'form',
    {},
    element('label', { for: 'file' }, words.file),
    drop,
    element('label', { for: 'kept' }, words.kept),
    element('p', { class: 'hint', id: 'kept-hint' }, words.keptHint),
    kept,
    element('button', { type: 'submit' }, words.check),
    status,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const [chosen] = file.files ?? [];
    found.replaceChildren();
    status.textContent = chosen ? words.checking : words.noFile;
    if (!chosen) return file.focus();
    check(chosen, kept.value).then(
      (shown) => {
        status.textContent = '';
        found.replaceChildren(...shown);
        document.getElementById('result')?.focus();
      },
      () => {
        status.textContent = words.failed;
      },
    );
  });
  dropInto(drop, file);
  main.replaceChildren(
    element('h1', {}, words.title),
    element('p', {}, words.intro),
    element('p', {}, words.alone),
    ...(location.protocol === 'file:' ? [] : [save()]),
    form,
    found,
  );
}

async function check(chosen: File, kept: string): Promise<Node[]> {
  const bytes = new Uint8Array(await chosen.arrayBuffer());
  // Where there is no crypto, each check fails, and that is said.
  const subtle = globalThis.crypto?.subtle;
  const signed = subtle ? signatureCheck(subtle) : () => Promise.reject(new Error('no WebCrypto'));
  return results(await verify({ bytes, kept: keptIn(kept), check: signed }));
}

function save(): Node {
  return element(
    'p',
    { class: 'save' },
    element('a', { href: location.pathname, download: 'check-a-record.html' }, words.save),
  );
}

/** A file may be dropped anywhere on the box; choosing one with the button does the same. */
function dropInto(drop: HTMLElement, file: HTMLInputElement): void {
  const over = (is: boolean) => (event: DragEvent) => {
    event.preventDefault();
    drop.classList.toggle('over', is);
  };
  drop.addEventListener('dragover', over(true));
  drop.addEventListener('dragleave', over(false));
  drop.addEventListener('drop', (event) => {
    over(false)(event);
    if (event.dataTransfer?.files.length) file.files = event.dataTransfer.files;
  });
}

show(document.getElementById('verify') as HTMLElement);
