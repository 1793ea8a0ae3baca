import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PartnershipAnswer } from '../../shared/partnerships/api.ts';
import type {
  NewPartnership,
  NewSeat,
  PartnershipChange,
  SeatChange,
} from '../../shared/partnerships/changes.ts';
import type { Role } from '../../shared/partnerships/roles.ts';
import { answerOf, api, refusalOf } from '../api.ts';

const here = api.partnerships[':partnershipId'];

/** Sets up a partnership, and gives its id. */
export function useFound() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (json: NewPartnership) => answerOf(api.partnerships.$post({ json })),
    // The pages of the new partnership are there only once it is among one's own.
    onSuccess: () => client.invalidateQueries({ queryKey: ['me'] }),
  });
}

/** A change of a partnership, sent to the server. Its answer is the partnership as it then is. */
export type Sending = () => Promise<PartnershipAnswer>;

/** Makes a change of a partnership, and shows what came of it wherever it is to be seen. */
export function useChange(partnershipId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (send: Sending) => send(),
    onSuccess: (answer) => {
      client.setQueryData(['partnership', partnershipId], answer);
      for (const queryKey of [['me'], ['documents'], ['document'], ['journal', partnershipId]])
        void client.invalidateQueries({ queryKey });
    },
    onError: (failed) => {
      // Somebody else was quicker: what is on the page has to be what the next try starts from.
      const { refused } = refusalOf(failed);
      if (refused === 'conflict' || refused === 'not_found')
        void client.invalidateQueries({ queryKey: ['partnership', partnershipId] });
    },
  });
}

/** The changes that a partnership knows, each as a request. */
export function changesOf(partnershipId: string) {
  const seatAt = (seatId: string) => ({ param: { partnershipId, seatId } });
  return {
    about: (json: PartnershipChange) => answerOf(here.$patch({ param: { partnershipId }, json })),
    /** Adds a seat and, if wanted, lets it into the documents so far. */
    addSeat: async (json: NewSeat, letIn: boolean) => {
      const answer = await answerOf(here.seats.$post({ param: { partnershipId }, json }));
      const added = answer.seats.find(({ name, side }) => name === json.name && side === json.side);
      if (letIn && added)
        await answerOf(here.seats[':seatId'].documents.$put({ ...seatAt(added.id), json: {} }));
      return answer;
    },
    orderSeats: (seatIds: string[]) =>
      answerOf(here.seats.order.$put({ param: { partnershipId }, json: { seatIds, reason: '' } })),
    nameSeat: (seatId: string, json: SeatChange) =>
      answerOf(here.seats[':seatId'].$patch({ ...seatAt(seatId), json })),
    seatPeople: (
      seatId: string,
      json: { holder: string | null; substitutes: string[]; version: string; reason: string },
    ) => answerOf(here.seats[':seatId'].people.$put({ ...seatAt(seatId), json })),
    takeSeatAway: (seatId: string, json: { version: string; reason: string }) =>
      answerOf(here.seats[':seatId'].retirement.$put({ ...seatAt(seatId), json })),
    giveRoles: (memberId: string, json: { roles: Role[]; version: string; reason: string }) =>
      answerOf(here.members[':memberId'].roles.$put({ param: { partnershipId, memberId }, json })),
    handOver: (json: { to: string; reason: string }) =>
      answerOf(here.facilitation.$post({ param: { partnershipId }, json })),
  };
}
