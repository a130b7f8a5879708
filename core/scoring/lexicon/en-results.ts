import type { PhraseList } from './phrase-matcher.ts';
import { phrases } from './phrase-matcher.ts';

const list = (id: string, source: string): PhraseList => ({ id, phrases: phrases(source) });

/** English lists with the ids of the Chinese pack: outcomes, handled difficulty, lasting effect. */
export const enResults: readonly PhraseList[] = [
  list(
    'outcome.closure',
    `in the end | finally | as a result | eventually | on time | on schedule | within budget | by the deadline | ahead of schedule | no more | no longer | {was,were,is,are,got} {solved,fixed,resolved,sealed,repaired,closed,accepted,approved,signed,delivered} | it worked | {that,which} worked | passed | succeeded | successful~ | he {agreed,signed,paid,accepted,came back,said yes,replied} | she {agreed,signed,paid,accepted,came back,said yes,replied} | they {agreed,signed,paid,accepted,came back,said yes,stayed,replied,renewed} | signed | renewed | came back | ordered again | reorder~ | kept the {customer,client,order,date,next shipment,contract} | closed the {deal,sale,order} | won the | saved | reached | achieved | completed | delivered | met the {target,deadline,goal} | without {delay,complaint,any complaint,a complaint} | no {complaint,complaints,delay,delays,dark,error,errors,mistake,mistakes,accident,accidents,loss} | zero {complaints,errors,mix,accidents,defects} | was clear | got the {order,job,contract} | went live | it changed | did it | paid the next | friendly again | back to normal | {now,then} {works,worked}`,
  ),
  list(
    'outcome.praise',
    `praised | thanked {me,us} | thank you {letter,note,card} | five-star | 5-star | good review | promoted | award~ | recognised | recognized | adopted | recommended {me,us} | asked for me | compliment~ | applaud~ | employee of the`,
  ),
  list(
    'complex.obstacle',
    `refused | {didn't,did not,wouldn't,would not,don't} {want,agree,trust,believe,accept,listen,like} | against {it,the idea} | resist~ | angry | upset | furious | shouted | argued | argument~ | conflict | disagree~ | blamed | complain~ | misunderst~ | stuck | blocked | short of | shortage | not enough | only {two,three,four,five,one,2,3,4,5} {days,hours,people,weeks} | deadline | suddenly | unexpectedly | last minute | broke | broken | failed | failure | rejected | cancelled | canceled | delayed | late | nobody {knew,wanted,had} | no one {knew,wanted,had} | never done | first time | difficult | hard part | problem was | challenge was | but he | but she | but they | rude | quit | left the {company,team} | sick | overbooked | fully booked | pressure | sceptical | skeptical | afraid | scared | worried`,
  ),
  list(
    'complex.differentiate',
    `different {for,from,people,reasons,ways,needs} | one … the other | some … some | some {people }?said | for {him,her,them,the} | if {there's,there is,it's,it is,they,he,she,the,not,you,someone} | depends on | rather than | instead of | either | on the one hand | on the other hand | trade-off | tradeoff | priorit~ | first … then | whether | compared | but slow | but rude | was fast but | both sides | each of them | each person | one by one | two kinds | three kinds | split {into,by} | a calm | short term | long term | for now | which is better | who can control | not all | not every | except`,
  ),
  list(
    'complex.diagnose',
    `root cause | the {real,actual} {reason,problem,cause} | turned out | it was actually | was not the | wasn't the | not the {driver,drivers,led,leds,reason,cause} | because of | the cause | reason was | i {saw,found,noticed,realised,realized,discovered} {that,it,the,out} | pattern | in common | same batch | compared | ruled out | one by one | came down to | what they really | what he really | what she really | where they come | {came,come} from | all were | most of them were | were in | out of`,
  ),
  list(
    'complex.rationale',
    `because | since he | since she | since they | since the | so that | in order to | otherwise | the reason | therefore | i didn't want to | i decided | i figured | that's why | which means | it means | due to | to avoid | i chose | i thought | i wanted`,
  ),
  list(
    'complex.contingency',
    `in case | backup | back-up | plan b | just in case | fallback | buffer | if that {fails,failed,doesn't,didn't} | if {he,she,they,it} {refuses,refused,still,doesn't,didn't,fails} | risk~ | at the latest | cut-off | alternative | worst case | trap | contingency | spare | safety margin | for now | meanwhile`,
  ),
  list(
    'complex.verify',
    `double-check~ | double check~ | check~ again | confirm~ | make sure | made sure | making sure | asked {him,her,them,both,the} … {repeat,tell,say,back} | tell it back | say it back | in {his,her,their} own words | repeat~ … order | follow~ up | the next {day,morning} | next morning | a week later | at breakfast | ask~ how | verif~ | tested {it,again} | i watched | checked the next | until they | until he | until she | until it | tell me if | sign~ off | both sides`,
  ),
  list(
    'complex.beyond',
    `myself | my own {money,time,room,pocket} | out of my own | although it wasn't | extra | on my day off | after work | stayed late | i offered | i volunteered | went beyond | also {checked,gave,sent,asked,called} | duty room | upgrade~ | free of charge | it was my mistake | my mistake | my responsibility`,
  ),
  list(
    'system.transfer',
    `{other,another,all,every,both,sister,two other,two,three,four,five,six,nine,ten} {teams,team,branches,branch,stores,store,shops,shop,hotels,hotel,departments,department,offices,office,lines,sites,site,factories,groups,colleagues,sales people,salespeople,staff,plants,schools,regions,countries,sister hotels} | head office | rolled out | roll-out | rollout | copied {it,the,that,our} | copied | adopted {by,it,the,across} | took the same | same {sheet,form,card,checklist,scan,process} is | company-wide | across the {company,group,chain,region} | became {the,a,our} {standard,rule,policy,template} | template | used by | uses it | use it now | still use | now use~ | now quote~ | shared {it,the,with} | trained {the,all,other,new,six,five,four,three,ten,two,line} | new {staff,hires,people,joiners} {must,get,learn,have,use} | every new {client,hire,customer,employee,colleague,person,starter} | all {our,of our,nine,ten,five,six} | went to all`,
  ),
  list(
    'system.standard',
    `standard | procedure | checklist | one-page | one page | template | sop | added {one,a,it,two} … {sheet,list,form,contract,process,line} | into the {contract,process,handbook,manual,system,checklist,training,quote} | rule is | the rule | process | policy | handbook | manual | matrix | dashboard | automatic~ | doesn't start | cannot start | can't start | from then on | since then | every {week,month,monday,friday,quarter,morning,shift,new} | weekly | monthly | fixed list | must pass | now every | card | library`,
  ),
  list(
    'system.sustained',
    `still | until now | to this day | ever since | since then | for {two,three,four,five,six,twelve,sixteen,eighteen,a} {years,months,year} | {one,two,three,six,twelve,sixteen,eighteen,twenty} months | {a,one,two,three} year~ {later,after} | next {summer,season,quarter,year} | in the following | the year after | never happened again | has not happened | hasn't happened | no … since | now {all,every,each,the,we,our} | is now | are now | a year`,
  ),
  list(
    'system.people',
    `are {supervisors,managers,leaders,team leaders} | became {a }?{supervisor,supervisors,manager,managers,leader,leaders,team leader,shift leader,store manager} | run their own | runs {his,her,their} own | promoted to | took over {my,the} | on {his,her,their} own now | by {himself,herself,themselves} now | taught {the,my,others,colleagues,five,six,four,three,two,new} | i trained | teach~ … others | must teach | successor~ | can {now }?do it {alone,without}`,
  ),
  list(
    'reflect',
    `next time | looking back | in hindsight | i learned {that }?{to,from} | lesson | if i did it again | would do differently | what i would | reflect~ | the limit | exception | not always | improve~ next`,
  ),
];
