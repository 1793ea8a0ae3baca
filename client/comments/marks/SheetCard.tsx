import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useAboveKeyboard } from '../../editor/useAboveKeyboard.ts';
import { t } from '../words.ts';
import type { CardFrameProps } from './MarginCard.tsx';

/** A card that comes from below, where there is no margin: the words can be seen above it, and the keyboard lifts it. */
export function SheetCard({ name, onClose, children }: CardFrameProps) {
  const above = useAboveKeyboard();
  return (
    <ModalOverlay className="thread-veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="thread-sheet" ref={above}>
        <Dialog className="thread-sheet-inner" aria-label={name}>
          <button
            type="button"
            className="thread-close"
            aria-label={t('threads.card.close')}
            onClick={onClose}
          >
            <span aria-hidden="true">×</span>
          </button>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
