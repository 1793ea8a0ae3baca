/**
 * What somebody keeps who recorded a position: the line's number, and its hash in the chain. In a hidden round only the
 * hash may be shown: the number tells how many lines came before, and so whether others have answered.
 */
export interface Receipt {
  readonly seq: number;
  readonly hash: string;
}
