/** Words that people read: rules as a partnership names, chooses and changes them. */
export const ruleWords = {
  onlyFacilitators: 'Only a facilitator can name or retire a rule.',
  aboutTooLong: 'Use 1,000 characters or fewer.',
  nameTaken: 'You have a rule of this name. Choose another name, or retire that one first.',
  nameOfTighter: 'This is the name of a rule that it is looser than. Give it another name.',
  tooMany: 'You have as many rules as can be kept. Retire one that you no longer use.',
  triedTooOften: 'You have tried out very much. Wait a moment, then go on.',
  retiredAlready: 'This rule has been retired already.',

  /** What it means that a rule differs from the named one that it was made from. */
  differences: {
    voice: {
      tighter: 'Voices are counted in another way.',
      looser: 'Voices are counted in another way.',
    },
    quorum: { tighter: 'More must answer.', looser: 'Fewer need to answer.' },
    quorumStarts: {
      tighter: '',
      looser: 'If too few answer, a step of the ladder starts that can say yes. Now that happens sooner.',
    },
    fromEachSide: {
      tighter: 'More must answer from each side.',
      looser: 'Fewer need to answer from each side.',
    },
    blocks: { tighter: 'Fewer blocks are enough to stop it.', looser: 'It takes more blocks to stop it.' },
    blocksStart: {
      tighter: '',
      looser: 'A block starts a step of the ladder that can say yes. Now that happens sooner.',
    },
    testedBy: {
      tighter: 'A block is harder to set aside.',
      looser: 'A block is easier to set aside.',
    },
    support: { tighter: 'More must agree.', looser: 'Fewer need to agree.' },
    standAsides: { tighter: 'Fewer may stand aside.', looser: 'More may stand aside.' },
    eachSide: {
      tighter: 'Each side must agree in itself too.',
      looser: 'A side no longer has to agree in itself.',
    },
    sideSupport: {
      tighter: 'More must agree within each side.',
      looser: 'Fewer need to agree within each side.',
    },
    sideStandAsides: {
      tighter: 'Fewer may stand aside within each side.',
      looser: 'More may stand aside within each side.',
    },
    rounds: {
      tighter: 'There are more rounds to find agreement.',
      looser: 'There are fewer rounds before the ladder begins.',
    },
    roundsStart: {
      tighter: '',
      looser: 'With more rounds, a block starts another step of the ladder first, one that can say yes.',
    },
    roundDays: {
      tighter: 'People have longer to answer.',
      looser: 'People have less time to answer.',
    },
    gapDays: {
      tighter: 'There is more time between rounds.',
      looser: 'There is less time between rounds.',
    },
    extensionDays: {
      tighter: 'If too few answer, there is more time.',
      looser: 'If too few answer, there is less time.',
    },
    freezeHours: {
      tighter: 'The words stay still for longer before closing.',
      looser: 'The words can change closer to closing.',
    },
    visibleWhen: {
      tighter: 'Answers are kept back until the round closes.',
      looser: 'Answers are seen before the round closes.',
    },
    visibleBy: {
      tighter: 'Answers are shown without names.',
      looser: 'Answers are shown with names.',
    },
    minorityDays: {
      tighter: 'There is more time for a minority statement.',
      looser: 'There is less time for a minority statement.',
    },
    stepOrder: { tighter: '', looser: 'The steps of the ladder come in another order.' },
    stepOut: {
      tighter: 'A way to decide without agreement is left out.',
      looser: 'A step is left out, so a later step that can say yes comes sooner.',
    },
    stepIn: { tighter: '', looser: 'There is another way to decide without agreement.' },
    statusQuoIn: { tighter: 'The ladder ends sooner, and things stay as they are.', looser: '' },
    pauseIn: { tighter: 'There is a pause, and one more round.', looser: '' },
    pauseOut: { tighter: '', looser: 'A pause is left out.' },
    when: { tighter: '', looser: 'A step starts for other reasons.' },
    after: {
      tighter: 'More must happen before a step starts.',
      looser: 'Less must happen before a step starts.',
    },
    waitDays: {
      tighter: 'The ladder waits longer for what a step asks for.',
      looser: 'The ladder waits less long for what a step asks for.',
    },
    passedOver: {
      tighter: '',
      looser: 'If what a step asks for does not happen, another step that can say yes starts in its place.',
    },
    wording: { tighter: '', looser: 'Other words are voted on.' },
    stepQuorum: {
      tighter: 'The vote needs as many answers as a round.',
      looser: 'The vote counts however few answer.',
    },
    stepDays: { tighter: 'A step takes longer.', looser: 'A step leaves less time.' },
    threshold: { tighter: 'A vote needs more to pass.', looser: 'A vote needs less to pass.' },
    castingVote: { tighter: 'Nobody has a casting vote.', looser: 'A tie comes out in another way.' },
    sides: { tighter: 'More sides must pass it.', looser: 'A side no longer has to pass it.' },
    emptySide: {
      tighter: 'A side with no vote fails it.',
      looser: 'A side with no vote is let off.',
    },
    method: { tighter: '', looser: 'The options are counted in another way.' },
    decider: { tighter: '', looser: 'Somebody else decides.' },
    bodies: { tighter: 'More bodies are asked.', looser: 'Other bodies are asked.' },
    trialDays: { tighter: 'The trial is shorter.', looser: 'The trial is longer.' },
    times: { tighter: 'It can be paused more often.', looser: 'It can be paused less often.' },
  },
} as const;
