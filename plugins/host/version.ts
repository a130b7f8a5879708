import manifest from '../../package.json' with { type: 'json' };

/** Version of this installation. */
export const version: string = manifest.version;
