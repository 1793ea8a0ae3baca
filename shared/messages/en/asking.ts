/** Words that people read: about asking people, and what came of it. */
export const askingWords = {
  someone: 'Someone',
  rungs: {
    inform: 'Tell you about it',
    consult: 'Hear what you think',
    co_design: 'Work it out together',
    decide: 'Decide',
  },
  rungsShort: { inform: 'Inform', consult: 'Consult', co_design: 'Co-design', decide: 'Decide' },
  /** What each truly means: no more is promised than is so. */
  means: {
    inform: 'You are told. Nothing is asked of you, and what you say will not change it.',
    consult: 'You say what you think. Others decide, and they must tell you what they did with it and why.',
    co_design: 'You shape the words with us. What is written is written together, before anyone decides.',
    decide: 'You decide. Your seat’s answer counts in the result, by the rule that was fixed beforehand.',
  },
  meansHere: {
    lastWord: '{{bodies}} will have the last word.',
    eachBody: 'It binds nobody until each of these has said its own yes: {{bodies}}.',
    position:
      'Your seat gives its answer on this page too. That answer counts, by the rule of this decision.',
  },
  whyNot: {
    archived: 'This document is in the archive: nobody can change it, so there is nothing left to ask about.',
    documentDecides:
      'Nobody decides about a whole document. Put its words to a decision, and ask people to decide there.',
    ended: 'This has been decided. You can tell people about it; to ask what they think would come too late.',
    wordsFixed:
      'The words can’t change any more at this point, so that nobody can still shape them. You can ask what people think.',
    draft:
      'It is not open yet, so nobody can decide. Open it first, or ask people what they think of the draft.',
    advisory:
      'What this partnership says here is advice, and somebody else decides. To say “you decide” would not be true.',
    recommendation:
      'This partnership recommends, and somebody else decides. To say “you decide” would not be true.',
    noRound: 'No round is open now, so nobody can give an answer that counts.',
    mayNotRead: 'may not read this',
    mayNotComment: 'may read this, and may not comment on it',
    mayNotEdit: 'may not write in this document, so could not shape its words',
    noSeatHere: 'has no seat that decides about this',
    seatOut: 'sits in a seat that has no vote here',
    noSeat: 'is in no seat at the table',
  },
  form: {
    rung: 'Say how much say people have.',
    closesAt: 'Say until when people can answer.',
    closesTooSoon: 'People need at least an hour to answer.',
    closesTooLate: 'That is more than a year away.',
    closesAfterRound: 'The round closes before that. After it, nobody’s answer can count.',
    difference: 'Say what difference it can make: what can still change, and what can not.',
    minutes: 'Say about how many minutes it takes: between 1 and 600.',
    background: 'Say what is proposed and why, so that people can answer well.',
    stillOpen:
      'Only ask for views while they can still change something. If it is settled, tell people about it instead.',
    timeEnough: 'That is less than a week. Say why it is long enough for everyone whom you ask.',
    whom: 'Choose at least one seat or person.',
    tooMany: 'That are more people than can be asked at once.',
    tooLong: 'That is too long. Keep it below 4,000 characters.',
    notReady: 'Something is missing before people can be asked.',
    said: 'Say what people said.',
    did: 'Say what was done with it.',
    what: 'Say what you did.',
    why: 'Say why not, or why only partly. People took the trouble to tell you.',
    points: 'Say what people told you, and what you did with each thing.',
    summary: 'Say in short what came of it.',
    outcomeNotReady: 'Something is missing before you can say what came of it.',
    reason: 'Say why.',
    cannotAsk: '{{people}} {{why}}.',
    unknown: 'Somebody on your list is not in this partnership any more. Look at the list again.',
  },
  did: { done: 'We did this', partly: 'We did part of this', not_done: 'We did not do this' },
  notices: {
    document: 'the document “{{title}}”',
    aDocument: 'a document',
    decision: 'decision {{number}}: {{title}}',
    decisionNumber: 'decision {{number}}',
    askedTitle: {
      inform: 'For you to know: {{what}}',
      consult: 'What do you think? {{what}}',
      co_design: 'Help to write it: {{what}}',
      decide: 'You are asked to decide: {{what}}',
    },
    told: 'There is something for you to know about {{what}}.',
    asked: { title: '{{what}}', line: 'You are asked about {{what}}. You can answer until {{until}}.' },
    asking_closing: {
      title: 'Still time to answer: {{what}}',
      line: 'You have not answered yet about {{what}}. You can until {{until}}.',
    },
    asking_outcome: {
      title: 'What came of it: {{what}}',
      line: 'You took part, so here is what came of {{what}}.',
    },
    asking_withdrawn: {
      title: 'You need not answer any more: {{what}}',
      line: 'What you were asked about {{what}} was taken back.',
    },
    difference: 'What difference it can make: {{difference}}',
    minutes: 'It takes about {{minutes}} minutes.',
    point: 'You said: {{said}} {{did}}: {{answer}}',
    why: 'Why: {{reason}}',
    open: 'Read it',
  },
  refused: {
    mayNotAsk: 'Only a facilitator can ask people about this, or whoever looks after the document.',
    mayNotEnd: 'Only those who may ask people about this can do that.',
    notOver: 'People can still answer. Say what came of it when the time is up.',
    nothingAsked: 'People were only told about this, so there is nothing to answer for.',
    already: 'Somebody has done that already.',
  },
} as const;
