import { shortened } from '#adapters/shared/card-words.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { PlatformInstallation, PlatformReach, PlatformTokens } from '#core/ports/platform.ts';
import type { Card } from '#core/ports/platform-messages.ts';
import { cardRoute, cardSecret } from './card-events.ts';
import type { DingtalkClient } from './client.ts';

const mostLines = 12;
/** The address stays known for as long as nobody says otherwise; it is told again now and then all the same. */
const routeSeconds = 30 * 86_400;
/** Answers that leave open whether the card is there. */
const vague: ReadonlySet<string> = new Set(['no_json', 'no_code']);

/** Values of the variables that the company's template has; a text left empty hides its part. */
export function cardParams(card: Card, status: string): Readonly<Record<string, string>> {
  const between = card.lang === 'zh' ? '：' : ': ';
  const label = (kind: 'open' | 'act') => card.buttons.find((button) => button.kind === kind)?.label ?? '';
  return {
    title: shortened(card.title, 100),
    text: card.lines
      .slice(0, mostLines)
      .map(({ label: name, text }) => shortened(`${name}${between}${text}`, 500))
      .join('\n'),
    url: card.url,
    open_label: shortened(label('open'), 40),
    act_label: status === '' ? shortened(label('act'), 40) : '',
    status: shortened(status, 100),
  };
}

/** The platform has read the request and made nothing of it. */
const isRefusal = (error: unknown): error is AppError =>
  error instanceof AppError &&
  error.code === 'PLATFORM_UNEXPECTED' &&
  !vague.has(String(error.details.platformCode));

interface Parts {
  readonly client: DingtalkClient;
  readonly installation: PlatformInstallation;
  readonly tokens: PlatformTokens;
  readonly templateId: string;
  readonly reach: () => Promise<PlatformReach>;
}

/** A person's cards of the company's own template. */
export interface InteractiveCards {
  /** @param repeated an earlier try's answer was lost: the card may be there */
  send(to: string, card: Card, repeated: boolean): Promise<void>;
  /** False: this card can no longer be changed. */
  close(card: Card, status: string): Promise<boolean>;
}

/**
 * Interactive cards in the chat with the app's robot. The platform names a card by `outTrackId`, and whether a second creation of the
 * same name makes a second card is not documented: so it is never tried. After a lost answer the card is updated to what it says anyway,
 * which tells whether it is there.
 * https://open.dingtalk.com/document/orgapp/create-and-deliver-cards (read 2026-08)
 */
export function interactiveCards({
  client,
  installation,
  tokens,
  templateId,
  reach,
}: Parts): InteractiveCards {
  const register = async (callbackUrl: string): Promise<void> => {
    const body = {
      callbackUrl,
      callbackRouteKey: cardRoute(installation),
      apiSecret: cardSecret(installation),
      forceUpdate: true,
    };
    await client.api({ method: 'POST', path: '/v1.0/card/callbacks/register', body, repeatable: true });
  };
  /** Where pressed buttons go: over the connection where events come that way, else to our own address. */
  const callback = async () => {
    const { way, callbackUrl } = await reach();
    if (way === 'connection') return { callbackType: 'STREAM' };
    const issue = async () => {
      await register(callbackUrl);
      return { value: callbackUrl, expiresInSeconds: routeSeconds };
    };
    const known = await tokens.get('card_route', issue);
    if (known.value !== callbackUrl) {
      await tokens.refuse('card_route', known);
      await tokens.get('card_route', issue);
    }
    return { callbackType: 'HTTP', callbackRouteKey: cardRoute(installation) };
  };
  const update = async (card: Card, status: string): Promise<boolean> => {
    const body = {
      outTrackId: card.key,
      cardData: { cardParamMap: cardParams(card, status) },
      cardUpdateOptions: { updateCardDataByKey: true },
    };
    try {
      await client.api({ method: 'PUT', path: '/v1.0/card/instances', body, repeatable: true });
      return true;
    } catch (error) {
      // The code for a card that is not there is not printed: every refusal of its own kind is taken for it.
      if (!isRefusal(error)) throw error;
      return false;
    }
  };
  return {
    async send(to, card, repeated) {
      if (repeated && (await update(card, ''))) return;
      const body = {
        cardTemplateId: templateId,
        outTrackId: card.key,
        cardData: { cardParamMap: cardParams(card, '') },
        ...(await callback()),
        openSpaceId: `dtv1.card//im_robot.${to}`,
        imRobotOpenSpaceModel: {},
        imRobotOpenDeliverModel: { spaceType: 'IM_ROBOT' },
      };
      const path = '/v1.0/card/instances/createAndDeliver';
      try {
        await client.api({ method: 'POST', path, body, repeatable: false });
      } catch (error) {
        if (!isRefusal(error)) throw error;
        const problem =
          '钉钉拒绝了卡片：请检查模板 ID、应用的机器人能力，以及对方是否在可用范围内 / refused: look at the template id, the app’s robot, and whether the person may use the app';
        throw new AppError('PLATFORM_SETTINGS', {
          cause: error,
          details: { ...error.details, field: 'cardTemplateId', problem },
        });
      }
    },
    close: (card, status) => update(card, status),
  };
}
