import type { PhraseList } from './phrase-matcher.ts';
import { phrases } from './phrase-matcher.ts';

const list = (id: string, source: string): PhraseList => ({ id, phrases: phrases(source) });

/** Refusing, looking down, going round what holds, and talk of virtues; beside `en-conduct.ts`, in everyday speech. */
export const enAttitudes: readonly PhraseList[] = [
  list(
    'counter.refuse',
    `{isn't,is not,that's not,that is not} my {job,business,department,role,task} | {company's,manager's,office's,owner's,their} {business,job,responsibility} to | not what {i'm,i am,we're,we are} paid for | above my pay grade | these things {run,solve,sort} themselves | we'd see what's needed | we will see | we'll see | {more than that,anything more} {isn't,is not} needed | there's not much to | there is not much to | nothing to {analyse,analyze,explain,discuss} | {cannot,can't} work {without,like} | {he,she,they,it} can wait | {the rest,it} stood | sat {down }?and waited | who's responsible? me | i would not begin to | not my {place,problem} | i don't have time for | take it easy | they {should,must} know {it }?themselves | full stop | that's simple | as simple as that`,
  ),
  list(
    'counter.contempt',
    `{i've,i have} seen it at | {eleven,twelve,ten,fifteen,twenty} years {and,with} {nobody,no one,never} | never had a complaint | name {of the slowest }?on the board | {cried,crying} and left | faster after that | so it works | {they,people} are {lazy,always,never,just} | {weak,slow} {people,members,ones} | play {hotel,school,office} | {older,younger} {people,ones} {can't,don't,never} | i recognise it without | i know it without | in my fingers | i can tell by`,
  ),
  list(
    'counter.violate',
    `from memory {afterwards,later} | {filled,fill,signed,sign,ticked,tick} {it,them,the form} {afterwards,later,in advance} | {changed,change} the date | without {telling,asking,checking,signing} {anyone,anybody,them,him,her} | said it was the {system,post,driver,traffic} | {seat belt,helmet,gloves} {is,are} better {off,left} | {drive,go} slower and | it was fine yesterday | {nothing,never} {has }?happened {yet,so far} | pressed on anyway | nobody {checks,looks,asks,reads} | told him {the last one,there was only one}`,
  ),
  list(
    'passive.wait',
    `informed {him,her,them} accordingly | procedure was followed | according to {our,the} sop | {sop,procedure} says | {auto,automatically}?-closed | he did not reply | made some calls and it was sorted | the {maintenance,service} company was called | somebody {sorted,solved,fixed} it | {forward,forwarded} it to the department | i didn't ask {which,why,what} | {she,he,my manager} asked again | was divided between`,
  ),
  list(
    'claim.belief',
    `attached great importance | {number one,top priority} for me | quite a perfectionist | {proper,right} empathy | {right person,right people} in the right | one must | responsibility of everybody | everybody's responsibility | comes first | i don't give up | that is my character | my friends {say,laugh} | {team,people} person | quick learner | i always had good marks | expect any difficulties | {what attracts me,attracts me} | working on my | i have many such cases`,
  ),
];

/** What lasts and spreads, in everyday English. */
export const enEffects: readonly PhraseList[] = [
  list(
    'system.sustained',
    `not one since | none since | {hasn't,has not,haven't,have not} {happened,come back,had one,had any,gone wrong,been} {again }?since | ever since | to this day | still {does,do,use~,hang~,go~,run~,there} | never came back | not a single one | {in,for} the {whole }?{year,season,winter,summer} {since,after}`,
  ),
  list(
    'system.transfer',
    `took it up | {other,both,all,every} {shift~,ward~,site~,branch~,team~,store~,line~,floor~,depot~,desk~} {now }?{use~,do~,run~,have,has,follow~,copied,work~} | {new starters,new starter,newcomers,new hires,new people,every newcomer} {get~,learn~,read~,do,does,start~,are,is} | it's in the {handbook,manual,layout,checklist,template,induction,training,contract,form~} | went into the {handbook,manual,checklist,template,induction,training,contract,form} | {head office,the owner,our manager,my boss,management,the regional manager} {asked,made,rolled,copied,took,wants} | {they,others,people} {came,come} to {see,copy,ask} | every {shift,ward,site,branch,team,store} {does,uses,has} | pinned {it,up} | hangs {by,above,next,on}`,
  ),
];
