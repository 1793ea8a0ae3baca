/** Words that people read: what can be done with a decision on its way. */
export const actsWords = {
  heading: 'What you can do',
  none: 'There is nothing for you to do here now.',
  recorded: 'Recorded.',
  nameStands: 'Your name and what you write here stand in the record. Nobody can change them later.',
  reason: 'Why?',
  reasonHint: 'A sentence or two. Everyone who may read this decision sees it.',
  record: 'Record it',
  cancel: 'Cancel',
  working: 'Recording…',
  yes: 'Yes',
  no: 'No',
  ofSeat: '{{act}}: {{seat}}',
  aSeat: 'a seat',

  moment: {
    date: '{{what}}: day',
    time: '{{what}}: time',
    zone: 'In your time: {{when}}',
    missing: 'Give a day and a time.',
  },

  acts: {
    withdraw: {
      name: 'Withdraw this decision',
      about:
        'It ends here, and nothing comes of it. What was said stays in the record. You can open a new one that follows it.',
      do: 'Withdraw it',
    },
    handle_conflict: {
      name: 'Judge an interest',
      about:
        'A seat has an interest in this. You judge whether it may vote, and say why. A seat without a vote is not counted at all.',
      do: 'Record this judgement',
    },
    hold_meeting: {
      name: 'Record a meeting to find a way',
      about: 'Say that people met to look for agreement, and what it was about. A step may wait for this.',
      do: 'Record the meeting',
    },
    open_next_round: {
      name: 'Open the next round now',
      about: 'The pause ends, and everyone is asked again about the words as they are now.',
      do: 'Open the next round',
    },
    close_early: {
      name: 'Close this round early',
      about: 'Everyone has answered. The round is counted now, and what follows begins at once.',
      do: 'Close and count',
    },
    extend: {
      name: 'Give more time',
      about: 'This round closes later. Answers stay as they are and can still be changed.',
      do: 'Move the closing',
    },
    write_statement: {
      name: 'Write the statement',
      about:
        'The outcome was worked out by the rule. These are the words that go with it. They are written once.',
      do: 'Put it in the record',
    },
    correct: {
      name: 'Note a correction',
      about:
        'Something in the record is wrong. Your note stands beside it; the record itself stays as it is.',
      do: 'Add the correction',
    },
    stop_trial: {
      name: 'Stop the trial',
      about: 'What was being tried ends now. Use this when the stop rule is met.',
      do: 'Stop the trial',
    },
    review: {
      name: 'Record a review',
      about: 'You have looked at this again together. Keep it until another date, or let it end.',
      do: 'Record the review',
    },
    supersede: {
      name: 'Replace it by another decision',
      about: 'This one no longer holds, because another decision takes its place.',
      do: 'Replace it',
    },
    add_minority_statement: {
      name: 'Add a minority statement',
      about:
        'It did not come out as your seat wanted. Your words travel with the record everywhere. You write them once.',
      do: 'Add it',
    },
    test_block_is: {
      name: 'Test this block: is it one?',
      about:
        'Does it rest on a value you share, or name a harm to others? If not, it stays as a concern and stops nothing.',
      do: 'Record the test',
    },
    test_block_addressed: {
      name: 'Test this block: is it answered?',
      about: 'It has an answer in writing. Does that answer deal with the reason that was given?',
      do: 'Record the test',
    },
    answer_block: {
      name: 'Answer this block in writing',
      about:
        'Say what was done about the reason that was given, or why nothing can be. A step may wait for this.',
      do: 'Record the answer',
    },
    release_block: {
      name: 'Release this block',
      about:
        'The seat that blocked has left. Its block stands until you say, with a reason that everyone sees, why not.',
      do: 'Release it',
    },
    amend: {
      name: 'Change the words',
      about:
        'New words make every answer old: each seat is told what changed, word by word, and confirms or changes its answer. A block stays until its owner lifts it.',
      do: 'Put the new words',
    },
    decide: {
      name: 'Decide',
      about: 'The rule names you to decide this. Whatever you decide, answer each block in writing.',
      do: 'Record my decision',
    },
    answer_for_body: {
      name: 'Answer for {{body}}',
      about: 'This body says its own yes or no. It is said once, with a reason.',
      do: 'Record the answer',
    },
    answer_condition: {
      name: 'Answer the condition of {{body}}',
      about:
        'This body says yes under a condition. If the partnership accepts it, its yes counts. If not, it is a no.',
      do: 'Record it',
    },
    meet_condition: {
      name: 'Record that this is so now',
      about: 'It had to be so before the decision is in force. Say where that can be seen.',
      do: 'Record it',
    },
  },

  fields: {
    meeting: 'What was the meeting about, and what came of it?',
    statement: 'The statement',
    minority: 'Your seat’s words',
    about: 'What is wrong?',
    correct: 'What is right, and how do you know?',
    reference: 'Where can that be seen?',
    referenceHint: 'A minute, a letter, a report: its name and date.',
    blockAnswer: 'Your answer',
    answerTo: 'Your answer to {{seat}}',
    isBlock: 'Is it a block?',
    isBlockYes: 'Yes, it is a block',
    isBlockYesAbout: 'It goes on, and waits for an answer in writing.',
    isBlockNo: 'No, it is a concern',
    isBlockNoAbout: 'It is kept with the record, and stops nothing.',
    isAddressed: 'Does the answer deal with it?',
    isAddressedYes: 'Yes',
    isAddressedYesAbout: 'The block no longer stops the decision, although its owner may still hold it.',
    isAddressedNo: 'No',
    isAddressedNoAbout: 'The block stands.',
    forSeat: 'You test this for {{seat}}.',
    closesAt: 'New closing',
    extendWithin: 'Later than {{after}}, and no later than {{latest}}.',
    seat: 'Which seat?',
    kind: 'What kind of interest?',
    handling: 'How is it handled?',
    newWords: 'The new words',
    newWordsHint: 'A blank line begins a paragraph. Begin a line with “- ” for a list.',
    change: 'What changes, and why?',
    fromDocument: 'Take the words as they stand in “{{title}}” now',
    see: 'See what changes',
    back: 'Change it again',
    whatChanges: 'What changes, word by word',
    adopt: 'Your decision',
    adopted: 'Adopt the proposal',
    adoptedAbout: 'The words as they stand now are decided.',
    rejected: 'Do not adopt it',
    rejectedAbout: 'Things stay as they are.',
    bodyAnswer: 'Its answer',
    ratified: 'Yes',
    ratifiedAbout: 'It agrees for its own part.',
    ratified_with_condition: 'Yes, under a condition',
    ratified_with_conditionAbout: 'It waits until the partnership has accepted the condition.',
    declined: 'No',
    declinedAbout: 'Then it is agreed in part at most, never “agreed”.',
    condition: 'The condition',
    theCondition: 'Its condition:',
    accept: 'Does the partnership accept it?',
    accepted: 'Accept it',
    acceptedAbout: 'The body’s yes counts from now.',
    notAccepted: 'Do not accept it',
    notAcceptedAbout: 'The body’s answer counts as a no.',
    bodyReason: 'Its reason',
    reviewHow: 'What comes of it?',
    again: 'Keep it, and look again',
    againAbout: 'It holds until then, and after.',
    over: 'Let it end',
    overAbout: 'From now on it no longer holds.',
    againAt: 'Look again on',
    by: 'Which decision takes its place?',
    noOther: 'There is no other decision yet. Draft one first.',
    decisionNumber: '{{number}}: {{question}}',
  },

  conflictKinds: {
    financial: 'Financial: money or a contract',
    professional: 'Professional: their own work or post',
    personal: 'Personal: family or friends',
    indirect: 'Indirect: through somebody else',
  },
  handlings: {
    may_vote: 'May vote',
    may_voteAbout: 'The interest is known, and the seat is counted.',
    may_speak: 'May speak, and has no vote',
    may_speakAbout: 'The seat is heard, and not counted.',
    leaves_the_room: 'Leaves the room',
    leaves_the_roomAbout: 'The seat takes no part in this, and is not counted.',
  },
  effect: {
    heading: 'What this does to the count',
    same: 'Nothing: {{eligible}} may answer, and {{need}} must.',
    changes:
      'Now {{eligibleBefore}} may answer, and {{needBefore}} must. Then {{eligible}} may, and {{need}} must.',
    waived: 'Nobody from {{side}} will be counted. Nothing is asked of that side, and the record says so.',
    nobody: 'Then nobody is left who may answer.',
  },
  freeze: {
    heading: 'The words are fixed now',
    about:
      'They can’t change this close to the end, so that nobody is caught out. Choose what happens instead:',
    move_closing: 'Move the closing',
    move_closingAbout: 'The new words hold at once, and the round stays open for another {{hours}} hours.',
    next_round: 'Wait for the next round',
    next_roundAbout: 'This round goes on about the words as they are. The next one is about the new words.',
  },
  pickOne: 'Choose one.',
} as const;
