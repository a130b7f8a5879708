import { englishForms } from './english-forms.ts';
import type { PhraseList } from './phrase-matcher.ts';
import { phrases } from './phrase-matcher.ts';

const verbs: Readonly<Record<string, string>> = {
  communicate: `call | phone | email | message | ask | explain | tell/told/telling/tells | show/showed/shown/showing/shows | write/wrote/written/writing/writes | send/sent/sending/sends | speak to/spoke to/speaking to/spoke with | talk to | talk with | meet with/met with/met | negotiate | persuade | convince | agree on | apologise | apologize | say sorry/said sorry | listen to | confirm | inform | notify | remind | report | present/presented | propose | suggest | discuss | clarify | translate | introduce | invite | visit | escalate | mediate | reassure | calm | interview | consult | request | demonstrate | describe | follow up/followed up/following up | check in | sit down with/sat down with | sit with/sat with | bring together/brought together | warn | offer | promise | answer | reply/replied/replying | refuse | insist | push back/pushed back | pitch | read out`,
  analyse: `check | trace | investigate | analyse | analyze | compare | test | measure | count | review | inspect | verify | audit | find out/found out | find/found/finding | look at/looked at/looking at | look into/looked into | track | log+ | list | collect | record | map+ | diagnose | identify | isolate | reproduce | examine | calculate | estimate | survey | observe | watch | study | research | sample | sort | group | weigh | rule out/ruled out | narrow down/narrowed down | dig/dug/digging | pull/pulled | read/reading | note | notice | discover | figure out/figured out | work out/worked out | go through/went through/going through | take apart/took apart | open | see/saw`,
  plan: `plan+ | schedule | reschedule | prioritise | prioritize | organise | organize | arrange | prepare | draft | allocate | assign | split/splitting | divide | set up/setting up | set a/set the | book | reserve | line up/lined up | block | delegate | outline | break down/broke down/breaking down | draw/drew/drawn/drawing | sketch | budget | define | agree | decide | choose/chose/chosen | pick`,
  execute: `fix | repair | replace | deliver | ship+ | move | clean | pack | repack | build/built/building | make/made/making | code | deploy | install | configure | change | adjust | update | upgrade | swap+ | seal | cut/cutting | wipe | tape | patch | roll back/rolled back | restart | switch | run/ran/running | handle | process | complete | finish | launch | implement | execute | buy/bought/buying | order | source | borrow | lend/lent | pay/paid/paying | refund | compensate | carry/carried/carrying | drive/drove/driving | go up/went up/going up | walk | stay/stayed | cover/covered | take over/took over/taking over | take/took/taking | put/putting | place | bring/brought/bringing | give/gave/given/giving | get/got/getting | use/used/using | work on/worked on | stop+ | lock | block off | shut/shutting | close | sign | submit | sell/sold/selling | help/helped | serve | load | unload | label | mark | print | add | remove | convert | migrate | secure | store | stand/stood | hold/held/holding | keep/kept/keeping | press | learn/learned/learnt/learning | practise | practice | study | teach myself/taught myself | enrol | sign up/signed up | wait with/waited with | spend/spent`,
  coach: `train | coach | teach/taught/teaching | mentor | guide | support/supported | supervise | lead/led/leading | pair | shadow | encourage | praise | give feedback/gave feedback | delegate | share | onboard | rehearse | role-play | let/letting`,
  improve: `improve | redesign | design | create | develop/developed | write down/wrote down | document | standardise | standardize | automate | introduce | roll out/rolled out/rolling out | pilot | trial | try/tried/trying | experiment | simplify | streamline | shorten | reduce | cut down | eliminate | revise | rewrite/rewrote | rebuild/rebuilt | adapt | extend | expand | launch | start/started | set+ | copy | template`,
};

const group = (id: string, source: string): PhraseList => ({
  id: `action.${id}`,
  phrases: phrases(source).map(englishForms),
});

export const enActions: readonly PhraseList[] = Object.entries(verbs).map(([id, source]) =>
  group(id, source),
);

/** Verbs that say nothing about what was done unless something concrete stands beside them. */
export const enGenericActions: PhraseList = {
  id: 'action.generic',
  phrases: phrases(
    'handle | support | help | communicate | coordinate | manage | improve | report | inform | discuss | apologise | apologize | say sorry/said sorry/saying sorry | work on/worked on | reassure | calm | encourage | prepare | organise | organize | learn/learned | study | listen to | agree | get/got/getting | make/made/making | take/took/taking | use/used/using | give/gave/given/giving | see/saw | start/started | keep/kept/keeping | stay/stayed | try/tried/trying | wait',
  ).map(englishForms),
};
