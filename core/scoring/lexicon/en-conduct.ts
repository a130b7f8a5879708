import type { PhraseList } from './phrase-matcher.ts';
import { phrases } from './phrase-matcher.ts';

const list = (id: string, source: string): PhraseList => ({ id, phrases: phrases(source) });

/** English lists with the ids of the Chinese pack: counter-productive conduct, passivity, talk without conduct. */
export const enConduct: readonly PhraseList[] = [
  list(
    'counter.blame',
    `not my {fault,problem,job,responsibility,decision,business} | wasn't my {fault,problem,job,decision} | was not my {fault,problem,job,decision,responsibility} | it's not my {fault,problem,job} | isn't my {fault,problem,job} | nothing to do with {me,us} | {his,her,their,the customer's,your} {own }?fault | their problem | they don't {read,listen,understand} | they never {read,listen} | {come,comes} from the {customer,client,guest,other} side | it is usually the {guest,customer,client} | blame~ them | i blame | the {boss,manager,company,customer,guest,client} {changes,is the problem,should} | i told {everybody,them,everyone} it was | i told them so | they should have | that's on them | why should i`,
  ),
  list(
    'counter.refuse',
    `i just waited | i waited until | i didn't {bother,care,reply,answer} | i don't {care,bother,do training,think there was} | i don't see {the point,why} | no point | why bother | there {is,was} nothing {i,we} {can,could} do | nothing i {can,could} do | {gave,give} up | i quit | i ignored | i left {it,them} | let {them,him,her} wait | i refused to | can't be bothered | couldn't be bothered | whatever | not interested | i'm on leave | say i'm {on leave,not,out,busy} | tell them i'm | hide | avoid~ {him,her,them,the} | i went home | turned off my phone | {should,must} watch and learn | learn by themselves | i have no idea | never thought about | don't know {what,how,anything} | waste of time | useless | it's his freedom | it's up to them | if they don't like it | take it or leave it`,
  ),
  list(
    'counter.hostile',
    `shout~ at | yell~ at | in front of {everybody,everyone,the team,all} | fear works | made {her,him,them} cry | girl cried | one of them cried | sent {her,him,them} home | without pay | threaten~ | stupid | idiot~ | lazy {people,workers,staff} | {are,is} {stupid,lazy,careless} | i'm very direct | shut up | go {away,elsewhere} | {can,could,should} leave | call security | not to show that you are weak | show {them }?who is boss | hung up | insult~ | argue~ with {him,her,them,the} | fought with | punish~ | revenge | laugh~ at`,
  ),
  list(
    'counter.violate',
    `fake~ | made up the {numbers,figures,data} | lie | lied | hid it | cover~ it up | cover up | skipped the {check,test,inspection} | skip the {check,test,inspection} | bypass~ | no one {will,would} {notice,know} | nobody {will,would} {notice,know} | nobody {noticed,knew} | kickback~ | took a cut | under the table | cheat~ | guess~ the | just guess~ | without checking | ignored the {rule,rules,procedure} | rules are {for,just} | everybody does it | everyone does it | pretend~`,
  ),
  list(
    'counter.contempt',
    `young generation | young people {these days,today,can't} | can't take pressure | can't {handle,take} | only want {a discount,discounts,money} | always complain~ | most of them only | honestly most | there are always people who | nobody {has ever,ever} {said,told} | i {already }?know everything | i don't need to learn | my way works | always worked | it took me only | nobody helped me | they can't | this is nature | it's obvious | obviously different | everybody in the trade knows | i can say most | my english is good`,
  ),
  list(
    'passive.wait',
    `wait~ for {the,my,instructions,them,him,her,somebody,someone,approval} | until somebody | until someone | {manager,boss,supervisor,leader} {told,asked,said,decided,decides,will,would,handled,talked,solved,fixed} | copied my manager | i {was,am} told to | as {i was }?told | do as {i'm,i am} told | follow the {instruction,instructions,manager,procedure,standard} | according to {our,the} {standard,procedure,rules,policy,company} | standard procedure | the manager will | pass~ it to | forward~ it to | hand~ it to | report to {housekeeping,the manager,my manager,my boss,the boss,my supervisor,management} | tell {housekeeping,the manager,my manager,my boss,my supervisor} | somebody else | someone else {did,fixed,solved,handled} | i did what | my colleague {solved,fixed,did,handled} | sent it {again,one more time} | sent him the {contract,mail,email,same} again`,
  ),
  list(
    'passive.vague-outcome',
    `i am not sure {which,what,if,how} | i'm not sure {which,what,if,how} | not sure which | can't say {which,what} | it was {somehow }?fine | after that it was {fine,ok,okay} | {result,it} was {acceptable,okay,ok,fine} | it {became,got} {a bit }?{less,better} | kind of {worked,ok} | more or less | i guess | i don't remember | can't remember | nothing {really }?changed | in the end it was {fine,ok,okay} | didn't {really }?work out | no clear result | did not complain at that time | haven't used it | not used it`,
  ),
  list(
    'passive.luck',
    `{luckily,lucky,by luck} | thanks to the market | the market was | mainly because the {market,company,location} | it solved itself | by itself`,
  ),
  list(
    'claim.belief',
    `i {believe,think,feel} {that }?{good,communication,a,teamwork,the most,it is important,it's important,leadership,service,learning,every} | the most important {thing,is} | is {very }?important | importance of | it is all about | is about being | is the key to | i am a person | i'm a person | i am {a }?{very }?{hard-working,hardworking,patient,responsible,motivated,positive,passionate} | i'm {a }?{very }?{hard-working,hardworking,patient,responsible,motivated,positive,passionate} | in my opinion | i have {strong,good,excellent} | this experience taught me | taught me that | i learned that | my strength | my philosophy | i always {try,believe,do my best,arrive,treat} | a leader must | {must,should} be a good example | i strongly believe | i will {continue,keep,always}`,
  ),
  list(
    'claim.slogan',
    `customer is {king,always right} | guest is always right | like {a }?family | {synergy,synergies,leverage,holistic,various,proactive,dynamic} | think outside the box | go the extra mile | team player | hard work pays off | never give up | never gives up | do my best | passionate about | results-driven | best practice | win-win | stakeholder~ alignment | paradigm | world-class | cutting-edge | patient and polite | with a smile | attitude very good | good attitude | positive attitude | keep calm | stay positive | own advantages and disadvantages | according to {his,her,their,the} actual needs | depends on the {specific }?situation | make {him,her,them} feel at home | persistence | perseverance | quite a challenge | dinner together | atmosphere | at the end of the day | results-oriented | moving parts | roller coaster | mindset | kept the momentum | stayed agile | bigger picture | next level | on the same page | right conversations | felt ownership | turn around a difficult | each other's strengths | aligned {and,with,on} | were aligned | is my passion | really my passion`,
  ),
  list(
    'claim.habit',
    `usually | normally | generally | in general | typically | most of the time | sometimes | from time to time | as a rule`,
  ),
  list(
    'claim.group',
    `we all | the whole team | everybody {worked,helped,did} | everyone {worked,helped,did} | our team is | the team {did,achieved,worked} | together we | as a team | thanks to the team | team effort`,
  ),
  list(
    'claim.courtesy',
    `thank you {very much }?for | thanks for {the,your,this} | {interesting,good,great,excellent} question | pleasure to | i'm honoured | i am honoured | glad you asked | that is my answer | that's my answer | hold myself to | high standard~ | attitude is everything | success of the company | contribute to | grow with the company | valuable member | in today's {world,society,market} | important {qualities,quality,skill,skills}`,
  ),
];
