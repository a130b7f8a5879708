import { Type } from '@sinclair/typebox';
import { AppError } from '#core/errors/app-error.ts';
import { submitInterview, withdrawInterview } from '#core/interview/finish.ts';
import { addSegment, completeRecording, openRecording, uploadOf } from '#core/interview/record.ts';
import { askForPerson, claimDevice, giveConsents, startInterview } from '#core/interview/session.ts';
import { submitAnswer } from '#core/interview/submit-answer.ts';
import type { Recording } from '#core/ports/repositories/interviews.ts';
import { segmentLimits, type UploadState } from '#core/recording/segments.ts';
import { bodyStream } from '../body.ts';
import { interviewView, stepNow, stepView } from '../interview-view.ts';
import { type AnyRoute, type RouteCall, route } from '../route.ts';
import {
  AnswerAck,
  AnswerBody,
  CompleteRecordingBody,
  ConsentBody,
  CurrentStep,
  InterviewView,
  OpenRecordingBody,
  SubmittedView,
  UploadView,
} from '../schemas/interview.ts';

const tag = 'Candidate interview';
const common = { permission: 'candidate', tag } as const;

/** Calls a minute and address: far above one person's pace, also for several candidates behind one office line. */
const rate = 600;

function deviceOf(call: RouteCall<unknown, unknown>): string {
  if (call.device.length < 8) {
    throw new AppError('BAD_REQUEST', {
      details: {
        field: 'X-Jinji-Device',
        problem: { zh: '需要 8 到 64 个字符', en: 'needs 8 to 64 characters' },
      },
    });
  }
  return call.device;
}

const uploadView = (recording: Recording, upload: UploadState): UploadView => ({
  recordingId: recording.id,
  state: recording.state,
  missing: [...upload.missing],
  storedSegments: upload.playable,
  bytes: upload.bytes,
  transcriptState: recording.transcriptState,
  transcript: recording.transcript?.text ?? null,
});

const sessionRoutes: readonly AnyRoute[] = [
  route({
    ...common,
    method: 'get',
    path: '/api/v1/interview',
    rate,
    summary: 'The interview of this link: who asks, what is judged, where it stands',
    response: InterviewView,
    handle: ({ tenant, link, device }) => interviewView(tenant, link, device),
  }),
  route({
    ...common,
    method: 'post',
    path: '/api/v1/interview/consents',
    rate,
    summary: 'Give or refuse each consent, choose language and accommodations',
    body: ConsentBody,
    response: InterviewView,
    naturallyIdempotent: true,
    async handle(call) {
      const { tenant, link, body } = call;
      const deviceId = deviceOf(call);
      await giveConsents(tenant, link.interviewId, { ...body, deviceId });
      return interviewView(tenant, link, deviceId);
    },
  }),
  route({
    ...common,
    method: 'post',
    path: '/api/v1/interview/start',
    rate,
    summary: 'Start, or take the interview over to this device',
    response: InterviewView,
    naturallyIdempotent: true,
    async handle(call) {
      const { tenant, link } = call;
      const deviceId = deviceOf(call);
      await startInterview(tenant, link.interviewId, deviceId);
      return interviewView(tenant, link, deviceId);
    },
  }),
  route({
    ...common,
    method: 'post',
    path: '/api/v1/interview/device',
    rate,
    summary: 'Go on with this device',
    response: InterviewView,
    naturallyIdempotent: true,
    async handle(call) {
      const { tenant, link } = call;
      const deviceId = deviceOf(call);
      await claimDevice(tenant, link.interviewId, deviceId);
      return interviewView(tenant, link, deviceId);
    },
  }),
  route({
    ...common,
    method: 'post',
    path: '/api/v1/interview/person',
    rate,
    summary: 'Ask for an interview with a person instead',
    response: 'none',
    naturallyIdempotent: true,
    handle: ({ tenant, link }) => askForPerson(tenant, link.interviewId),
  }),
  route({
    ...common,
    method: 'post',
    path: '/api/v1/interview/withdraw',
    rate,
    summary: 'Withdraw from the interview',
    response: 'none',
    naturallyIdempotent: true,
    handle: ({ tenant, link }) => withdrawInterview(tenant, link.interviewId),
  }),
  route({
    ...common,
    method: 'post',
    path: '/api/v1/interview/submit',
    rate,
    summary: 'Hand the interview in',
    response: SubmittedView,
    naturallyIdempotent: true,
    handle: (call) => submitInterview(call.tenant, call.link.interviewId, deviceOf(call)),
  }),
];

const answerRoutes: readonly AnyRoute[] = [
  route({
    ...common,
    method: 'post',
    path: '/api/v1/interview/answers',
    rate,
    summary: 'Store an answer; acknowledged only once it is stored',
    body: AnswerBody,
    response: AnswerAck,
    naturallyIdempotent: true,
    async handle(call) {
      const { tenant, link, body } = call;
      const stored = await submitAnswer(tenant, link.interviewId, { ...body, deviceId: deviceOf(call) });
      return {
        answerId: stored.answerId,
        contentHash: stored.contentHash,
        step: stored.next && stepView(stored.interview, stored.next),
      };
    },
  }),
  route({
    ...common,
    method: 'get',
    path: '/api/v1/interview/step',
    rate,
    summary: 'What is asked now; decides on a follow-up where nobody has yet',
    response: CurrentStep,
    handle: ({ tenant, link, device }) => stepNow(tenant, link, device),
  }),
  route({
    ...common,
    method: 'post',
    path: '/api/v1/interview/recordings',
    rate,
    summary: 'Open a recording, or find the open one of this attempt',
    body: OpenRecordingBody,
    response: UploadView,
    naturallyIdempotent: true,
    async handle(call) {
      const { tenant, link, body } = call;
      const opened = await openRecording(tenant, link.interviewId, { ...body, deviceId: deviceOf(call) });
      return uploadView(opened.recording, opened.upload);
    },
  }),
  route({
    ...common,
    method: 'get',
    path: '/api/v1/interview/recordings/:recordingId',
    rate,
    summary: 'How far an upload is, and the words once they are there',
    response: UploadView,
    async handle({ tenant, link, params }) {
      const { recording, upload } = await uploadOf(tenant, link.interviewId, params.recordingId ?? '');
      return uploadView(recording, upload);
    },
  }),
  route({
    ...common,
    method: 'put',
    path: '/api/v1/interview/recordings/:recordingId/segments/:position',
    rate,
    summary: 'Store a segment of a recording; the headers X-Content-Sha256 and Content-Length announce it',
    body: Type.Unsafe<Uint8Array>({ type: 'string', format: 'binary' }),
    rawBody: true,
    response: UploadView,
    naturallyIdempotent: true,
    async handle({ tenant, link, params, http }) {
      const recordingId = params.recordingId ?? '';
      await addSegment(tenant, link.interviewId, recordingId, {
        position: Number(params.position),
        bytes: Number(http.req.header('content-length') ?? Number.NaN),
        sha256: http.req.header('x-content-sha256') ?? '',
        body: bodyStream(http, segmentLimits.bytes),
      });
      const { recording, upload } = await uploadOf(tenant, link.interviewId, recordingId);
      return uploadView(recording, upload);
    },
  }),
  route({
    ...common,
    method: 'post',
    path: '/api/v1/interview/recordings/:recordingId/complete',
    rate,
    summary: 'End a recording whose segments are all stored',
    body: CompleteRecordingBody,
    response: UploadView,
    naturallyIdempotent: true,
    async handle({ tenant, link, params, body }) {
      const recordingId = params.recordingId ?? '';
      await completeRecording(tenant, link.interviewId, recordingId, body);
      const { recording, upload } = await uploadOf(tenant, link.interviewId, recordingId);
      return uploadView(recording, upload);
    },
  }),
];

/** What the candidate's page calls, with the token of the link. */
export const routes: readonly AnyRoute[] = [...sessionRoutes, ...answerRoutes];
