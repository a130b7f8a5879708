import type { Frame } from './zh-frames.ts';

const NUM =
  '(?:\\d[\\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|all|both|most|several|many)';
const UNIT =
  '(?:teams?|stores?|shops?|branches|hotels?|departments?|offices?|lines?|sites?|plants?|regions?|groups?|colleagues|people|staff|schools?|clients?|countries|shifts?|managers?|stations?|projects?|warehouses?|clinics?|restaurants?|factories|cities|trainees|agents|nurses|drivers|operators)';

/** English frames with the ids of the Chinese ones. */
export const enFrames: readonly Frame[] = [
  {
    id: 'counter.refuse',
    pattern:
      "\\b(?:i|we)(?:'m| am)? (?:just |simply |usually |really |still |normally |personally )?(?:don't|didn't|never|won't|wouldn't|do not|did not|not going to|refuse to|refused to|hate|can't be|couldn't be)(?: really| even| usually| ever)?(?: want to| need to| have to| bother(?:ed)? to| like to| care to| see why)? ?(?:check|ask|read|care|help|learn|listen|train|explain|follow|answer|reply|write|report|say|tell|know|plan|prepare|go|try|worry|look|mind|share|trust|attend|join|wait for|apologi[sz]e|call|do|think it|think i|need|like|use|bother|change)\\b",
  },
  {
    id: 'counter.refuse',
    pattern:
      '\\b(?:i|we) (?:just |simply )?(?:waited|ignored|left it|left them|skipped|gave up|walked away|let it|let them|stopped (?:answering|caring|trying)|kept quiet|stayed out|went home|hung up|played|pretended|told them to (?:wait|go|call|ask|leave|read))\\b|\\b(?:on mute|until (?:somebody|someone)|not worth|no point|what can i do|nothing (?:i|we) can|it is what it is|too (?:much|many) (?:work|trouble|questions)|any job|for the time being|until i find|closer to home|just (?:need|want) (?:a|the) (?:job|money|salary))\\b',
  },
  {
    id: 'counter.contempt',
    pattern:
      "\\b(?:it's|it is|that's|that is) (?:just |only |simply |totally |quite )?(?:normal|natural|obvious|common sense|stupid|nonsense|silly|how it is|a waste|bullshit|not serious|not a big deal|life)\\b|\\b(?:who cares|so what|why should i|why would i|everybody (?:knows|does)|everyone (?:knows|does)|they (?:always|just|only|never) (?:complain|want|ask|need|blame|make|listen|read|understand)|(?:people|customers|clients|guests|students|parents|patients|beginners|newcomers|young people|women|men) (?:are|always|just|never|usually) (?:lazy|stupid|complain|difficult|like that|want|forget|make)|i have (?:ten|\\d+|many) years of experience|i already know|worse than the old|i know (?:it )?better|better than (?:them|others|all))\\b",
  },
  {
    id: 'counter.blame',
    pattern:
      "\\b(?:not|isn't|wasn't|never) (?:my|our) (?:fault|job|problem|responsibility|business|task|duty|decision|department)\\b|\\b(?:their|his|her|the (?:customer|client|guest|supplier|manager|boss|team|colleague|driver|factory|warehouse|buyer|other (?:team|shift|department))(?:'s)?) (?:own )?(?:fault|problem|mistake|responsibility)\\b|\\b(?:because of|blame|blamed) (?:them|him|the (?:manager|boss|customer|supplier|other|team|company|night shift))\\b|\\b(?:somebody|someone) else(?:'s)?\\b|\\bnobody (?:told|asked|trained|helped|informed) me\\b|\\bi was never told\\b",
  },
  {
    id: 'counter.hostile',
    pattern:
      '\\b(?:i|we) (?:just |then |even |always )?(?:shout(?:ed)?|yell(?:ed)?|scream(?:ed)?|argu(?:e|ed)|insult(?:ed)?|threaten(?:ed)?|fir(?:e|ed)|punish(?:ed)?|cut (?:him|her|them|their) off|interrupt(?:ed)?|scold(?:ed)?|laugh(?:ed)? at|mock(?:ed)?|push(?:ed)? (?:him|her|them) away|kick(?:ed)? (?:him|her|them) out|send|sent) ?(?:at |with )?(?:him|her|them|the (?:customer|guest|client|waiter|colleague|trainee|worker))?\\b(?=.{0,12}(?:home|out|in front|at|up|$))|\\b(?:fear|crying|cried|tears|in front of (?:everybody|everyone|the (?:team|customers)))\\b',
  },
  {
    id: 'counter.violate',
    pattern:
      '\\b(?:without (?:telling|asking|checking|permission)|behind (?:his|her|their) back|nobody (?:will|would|ever) (?:notice|know|check|find|ask)|no one (?:will|would|ever) (?:notice|know|check|find|ask)|just (?:sign|signed|copy|copied|tick|ticked|fill|filled)|made (?:it|them) up|a (?:small|little) lie|white lie|backdat\\w+|off the books|cut(?:ting)? corners|guess(?:ed|ing)?)\\b',
  },
  {
    id: 'passive.wait',
    pattern:
      '\\b(?:i|we) (?:just |then )?(?:waited|asked (?:my|the) (?:manager|boss|supervisor) (?:to|what)|told (?:my|the) (?:manager|boss|supervisor)|followed (?:the|my) (?:instructions?|orders?)|did (?:what|as)|was (?:told|asked|sent)|were (?:told|asked|sent)|attended)\\b|\\b(?:my|the|our) (?:manager|boss|supervisor|leader|colleague|senior|company|hr)(?: then| finally| later)? (?:solved|fixed|handled|talked|decided|took over|took care|explained|sent me|told me|asked me|arranged|organi[sz]ed|helped)\\b|\\borgani[sz]ed by (?:hr|the company|my|our)\\b',
  },
  {
    id: 'passive.vague-outcome',
    pattern:
      "\\b(?:i (?:don't|do not|can't|cannot) (?:remember|recall|know) (?:what|how|if|the|exactly)|not (?:quite |very |really |so )?sure|(?:it|everything|things|the result|he|she|they) (?:was|were|is|became|got|seemed) (?:somehow |finally |more or less |quite |really )?(?:fine|ok|okay|acceptable|satisfied|good|better)(?: after that| in the end| again)?|haven't (?:used|tried|had)|not yet used|someday|maybe later|in the future i|if (?:the company|there is a chance|i have a chance))\\b",
  },
  {
    id: 'claim.belief',
    pattern:
      "\\b(?:i (?:strongly |really |firmly |always )?(?:believe|think|feel|consider)|in my (?:opinion|view)|i am (?:a |an |very |quite |really )|i'm (?:a |an |very |quite |really )(?:very )?)[^.,!?\\n]{0,40}\\b(?:important|key|essential|team player|person|hard-?working|responsible|patient|passionate|motivated|reliable|good at|communication|leader|learner|example|family|attitude)\\b|\\b(?:taught me|i learned that|made me realise|made me realize|always (?:try|do|give) my best|work hard|great (?:experience|teamwork|team)|good (?:atmosphere|attitude|relationship))\\b",
  },
  {
    id: 'complex.obstacle',
    pattern:
      "\\b(?:they|he|she|the \\w+|nobody|customers?|clients?|operators?|colleagues?|some)(?: \\w+)? (?:didn't|did not|wouldn't|would not|couldn't|could not|refused|don't|won't|hated|complained|blamed|argued|disagreed|shouted|resisted|quit|left|forgot|cancelled|was afraid|were afraid|was angry|were angry)\\b|\\b(?:hard part|hardest|never (?:done|opened|used|worked|had)|not enough|ran out|short(?:age)? of|left (?:us|the company|\\w+ weeks before|before)|too (?:expensive|late|slow|short)|missing|stuck|failed|conflict|tight|pushback|push back|cost me)\\b",
  },
  {
    id: 'complex.diagnose',
    pattern:
      "\\b(?:i|we) (?:\\w+ )?(?:found|noticed|saw|realised|realized|discovered|learned|figured|traced|worked out|found out)(?: out)? (?:that|it|the|out|which|why|where|most|two|three|all)\\b|\\b(?:turned out|root cause|the real|because of the|the reason|it came from|caused by|pattern|out of \\d+|\\d+ of (?:them|the)|line by line|one by one|side by side|compared? (?:\\w+ ){1,4}(?:with|to|and)|came down to|not the \\w+ but|so it (?:was|wasn't))\\b",
  },
  {
    id: 'complex.differentiate',
    pattern:
      "\\bif (?:there's|there is|it's|it is|they|he|she|the|not|you|someone|we|that)\\b[^.!?\\n]{3,60}|\\b(?:depending on|depends on|rather than|instead of|whereas|while the other|the other|for (?:him|her|them|the \\w+),? (?:i|we)|for now|first[^.!?\\n]{3,50}then|before that|trade-?off|priority|priorit\\w+|either|one by one|separately|each of (?:them|us))\\b",
  },
  {
    id: 'complex.rationale',
    pattern:
      "\\b(?:because|since (?:he|she|they|the|it|we|i|my)|so that|in order to|otherwise|that's why|which means|the reason|due to|to avoid|so (?:he|she|they|we|nobody|i) (?:could|can|would|couldn't|wouldn't|did|knew))\\b",
  },
  {
    id: 'complex.verify',
    pattern:
      '\\b(?:double-?check\\w*|check(?:ed)? (?:again|back|with|the next|it|every)|confirm\\w*|verif\\w+|made sure|make sure|tested|measured|compared|follow(?:ed)?(?:ing)? up|the next (?:day|morning|week)|(?:a|one|two|three) (?:days?|weeks?|months?) later|in (?:his|her|their) own words|repeat(?:ed)?|say it back|asked (?:him|her|them|both|the \\w+) (?:to|if|whether|how)|reviewed|signed off|code review|test (?:copy|run))\\b',
  },
  {
    id: 'complex.contingency',
    pattern:
      "\\b(?:in case|back-?up|plan b|fallback|buffer|spare|worst case|risks?|at the latest|alternative|just in case|meanwhile|until then|for now|if (?:that|this|it) (?:fails|failed|doesn't|didn't|breaks)|roll ?back|test copy|cut-?off|so that (?:i|we) couldn't)\\b",
  },
  {
    id: 'complex.beyond',
    pattern:
      '\\b(?:on my own|by myself|in my (?:free|own|spare) time|in the evenings?|after work|on (?:my day off|weekends?|the weekend|saturdays?|sundays?)|the first weekend|paid (?:for it )?myself|stayed (?:late|until|with)|volunteer\\w*|offered|nobody asked|my own \\w+|taught myself|i still maintain|free course)\\b',
  },
  {
    id: 'system.transfer',
    pattern: `\\b(?:${NUM}|other|another|every|each|sister|new|the other|the whole|our other) (?:\\w+ )?${UNIT}[^.!?\\n]{0,24}\\b(?:use|uses|used|using|copied|copy|took|take|adopted|follow|follows|followed|have|has|got|get|write|run|work|asked for|started|do|does|must|now)\\b`,
  },
  {
    id: 'system.transfer',
    pattern: `\\b(?:rolled? out|roll-?out|copied|adopted|shared (?:it|the|this|my)|spread|used (?:by|across|in) (?:the|all|${NUM}|other)|company-?wide|head office|headquarters|became (?:the|a|our|part)|is now (?:the|a|our|part|on|used|standard|in)|are now|now (?:use|uses|every|all|the whole|it is|everyone|everybody)|same (?:way of thinking|method|sheet|form|approach|idea)|presented it|run a (?:small )?class|gave a (?:talk|workshop|training)|train(?:ed)? (?:the|${NUM}|all|other|new|my)|taught (?:the|${NUM}|all|other|new|my))\\b`,
  },
  {
    id: 'system.standard',
    pattern:
      "\\b(?:standard|procedure|checklist|template|one-?page\\w*|handbook|manual|playbook|guideline|policy|routine|sop|process|dashboard|rule|script|automat\\w+|alert|every (?:week|month|monday|tuesday|wednesday|thursday|friday|quarter|morning|shift|release|order|new|time)|on (?:mondays|tuesdays|wednesdays|thursdays|fridays)|weekly|monthly|from (?:then|that day) on|since then|must|can't (?:start|be)|cannot (?:start|be))\\b",
  },
  {
    id: 'system.sustained',
    pattern: `\\b(?:still|to this day|ever since|since then|until (?:today|now)|for (?:${NUM}|a|over|more than)[^.!?\\n]{0,12}(?:years?|months?|quarters?|seasons?)|(?:${NUM}|a|half a) (?:years?|months?|quarters?) (?:later|after|on|without|in a row)|in a row|next (?:summer|winter|season|quarter|year|order|shipment)|never (?:happened|came|had)|(?:has|have|had) not (?:happened|come|had|missed)|hasn't|haven't had|a year|per year|no \\w+ since)\\b`,
  },
  {
    id: 'system.people',
    pattern: `\\b(?:${NUM}(?: of (?:them|my \\w+))?) (?:\\w+ )?(?:are|is|became|become|moved|were promoted|was promoted|run|runs|lead|leads|already|can|now)\\b|\\b(?:promoted to|took over|on (?:his|her|their) own|team lead\\w*|successor|write their own|do it (?:alone|themselves|without me)|without me|moved to|by (?:himself|herself|themselves))\\b`,
  },
  {
    id: 'outcome.closure',
    pattern:
      '\\b(?:and|so|then|finally|in the end|in week \\w+|by \\w+|after that|that day|the next day)?[^.!?\\n]{0,20}\\b(?:passed|worked|signed|paid|accepted|agreed|released|delivered|arrived|renewed|closed|solved|fixed|finished|completed|reopened|came back|stayed|ordered|approved|no more|nobody (?:has to|had to|complained)|on time|in time|saved|kept|won|succeeded|was clear)\\b',
  },
  {
    id: 'outcome.praise',
    pattern:
      '\\b(?:thanked|praised|recommended|promoted|award\\w*|compliment\\w*|best (?:of|in)|first (?:of|in|place)|top (?:of|\\d|seller|three)|five stars?|good review|asked for me|came back to me|appreciated)\\b',
  },
  {
    id: 'setting.work',
    pattern:
      '\\bwork(?:ed|s|ing)? (?:as|for|at|in) (?:an? |the |our )?[a-z]+|\\bmy (?:job|shift|department|branch|store|class)\\b',
  },
];
