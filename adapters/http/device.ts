import type { Context } from 'hono';
import { type Device, deviceOf } from '#core/company/device.ts';

/** The browser that asks, as it names itself. */
export const askingDevice = (http: Context): Device | null => deviceOf(http.req.header('user-agent') ?? '');
